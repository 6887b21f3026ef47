package org.symbolon.deidentification.cleaning;

import java.time.LocalDate;
import java.util.Locale;

/** Identity terms from lines of {@code KIND=value}, so that a test can say them in one place. */
final class Terms {
    private Terms() {}

    static IdentityTerms of(String... lines) {
        IdentityTerms.Builder terms = IdentityTerms.builder();
        for (String line : lines) {
            int equals = line.indexOf('=');
            add(terms, line.substring(0, equals), line.substring(equals + 1));
        }
        return terms.build();
    }

    private static void add(IdentityTerms.Builder terms, String kind, String value) {
        switch (kind.toUpperCase(Locale.ROOT)) {
            case "PATIENT" -> terms.addName(value, Whose.PATIENT);
            case "SOMEBODY" -> terms.addName(value, Whose.SOMEBODY);
            case "OWN_NUMBER" -> terms.addOwnNumber(value);
            case "NUMBER" -> terms.addNumber(value);
            case "RECORD" -> terms.addRecordIdentifier(value);
            case "ADDRESS" -> terms.addAddress(value);
            case "CONTACT" -> terms.addContact(value);
            case "ORGANISATION" -> terms.addOrganisation(value);
            case "DATE" -> terms.addDay(LocalDate.parse(value));
            case "BIRTH" -> terms.birthDay(LocalDate.parse(value));
            case "LANGUAGE" -> terms.language(value);
            default -> throw new IllegalArgumentException(kind);
        }
    }
}

package org.symbolon.deidentification.cleaning.internal;

import static org.symbolon.deidentification.cleaning.internal.NationalNumber.named;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/** The built-in forms of national numbers. */
public final class NationalNumbers {
    private static final List<NationalNumber> ALL = List.of(
            named("lt-asmens-kodas", CheckDigits::baltic, 11).bare().build(),
            named("ee-isikukood", CheckDigits::baltic, 11).bare().build(),
            named("lv-personas-kods", CheckDigits::latvian, 11)
                    .grouped(6, 5)
                    .by("-")
                    .behind("personas", "kods", "pk")
                    .build(),
            named("pl-pesel", CheckDigits::pesel, 11).bare().build(),
            named("pl-nip", CheckDigits::nip, 10)
                    .grouped(3, 3, 2, 2)
                    .grouped(3, 2, 2, 3)
                    .by("-")
                    .behind("nip")
                    .build(),
            named("pl-regon", CheckDigits::regon, 9, 14).behind("regon").build(),
            named("de-krankenversichertennummer", CheckDigits::kvnr, 10).bare().build(),
            named("de-sozialversicherungsnummer", CheckDigits::versicherung, 12)
                    .bare()
                    .grouped(2, 6, 1, 3)
                    .build(),
            named("de-steuer-id", CheckDigits::steuerId, 11)
                    .grouped(2, 3, 3, 3)
                    .by(" ")
                    .behind("steuer", "steuerid", "idnr", "tin", "identifikationsnummer", "steuernummer")
                    .build(),
            named("at-sozialversicherungsnummer", CheckDigits::austrian, 10)
                    .grouped(4, 6)
                    .behind("svnr", "sv", "versicherungsnummer", "sozialversicherungsnummer")
                    .build(),
            named("ch-ahv", CheckDigits::ahv, 13)
                    .bare()
                    .grouped(3, 4, 4, 2)
                    .by(". ")
                    .build(),
            named("us-ssn", CheckDigits::socialSecurity, 9)
                    .grouped(3, 2, 4)
                    .by("-")
                    .behind("ssn", "social", "security")
                    .build(),
            named("uk-nhs", CheckDigits::nhs, 10)
                    .grouped(3, 3, 4)
                    .by(" -")
                    .behind("nhs")
                    .build(),
            named("uk-nino", CheckDigits::nino, 9).bare().grouped(2, 2, 2, 2, 1).build(),
            named("ie-pps", CheckDigits::irish, 8, 9).behind("pps", "ppsn").build(),
            named("fr-nir", CheckDigits::nir, 15)
                    .bare()
                    .grouped(1, 2, 2, 2, 3, 3, 2)
                    .grouped(13, 2)
                    .build(),
            named("es-dni", CheckDigits::dni, 9)
                    .bare()
                    .grouped(8, 1)
                    .grouped(1, 7, 1)
                    .by("-")
                    .build(),
            named("it-codice-fiscale", CheckDigits::codiceFiscale, 16).bare().build(),
            named("nl-bsn", CheckDigits::bsn, 9)
                    .behind("bsn", "burgerservicenummer")
                    .build(),
            named("be-rijksregister", CheckDigits::belgian, 11)
                    .bare()
                    .grouped(2, 2, 2, 3, 2)
                    .by(".-")
                    .build(),
            named("se-personnummer", CheckDigits::swedish, 10, 12)
                    .grouped(6, 4)
                    .grouped(8, 4)
                    .by("-")
                    .behind("personnummer", "pnr")
                    .build(),
            named("fi-henkilotunnus", CheckDigits::hetu, 10, 11)
                    .bare()
                    .grouped(6, 4)
                    .by("-")
                    .build(),
            named("dk-cpr", CheckDigits::danish, 10)
                    .grouped(6, 4)
                    .by("-")
                    .behind("cpr")
                    .build(),
            named("no-fodselsnummer", CheckDigits::norwegian, 11)
                    .bare()
                    .grouped(6, 5)
                    .build(),
            named("cz-rodne-cislo", CheckDigits::czech, 10)
                    .grouped(6, 4)
                    .by("/")
                    .behind("rc", "rodne", "cislo")
                    .build(),
            named("ro-cnp", CheckDigits::romanian, 13).bare().build(),
            named("ru-snils", CheckDigits::snils, 11)
                    .grouped(3, 3, 3, 2)
                    .behind("snils", "\u0441\u043D\u0438\u043B\u0441")
                    .build(),
            named("tr-kimlik", CheckDigits::turkish, 11).bare().build(),
            named("br-cpf", CheckDigits::cpf, 11).behind("cpf").build(),
            named("ca-sin", CheckDigits::canadian, 9).behind("sin", "nas").build(),
            named("au-medicare", CheckDigits::medicare, 10, 11)
                    .behind("medicare")
                    .build(),
            named("cn-resident-id", CheckDigits::chinese, 18).bare().build(),
            named("in-aadhaar", CheckDigits::aadhaar, 12)
                    .grouped(4, 4, 4)
                    .behind("aadhaar", "uid")
                    .build(),
            named("kr-resident", CheckDigits::korean, 13).grouped(6, 7).by("-").build());
    private static final Map<String, NationalNumber> BY_NAME = byName();
    private static final int MAX_LENGTH = 18;

    private final List<List<NationalNumber>> byLength;
    private final boolean none;

    /** Those of these names. */
    public NationalNumbers(Set<String> names) {
        this.none = names.isEmpty();
        this.byLength = IntStream.rangeClosed(0, MAX_LENGTH)
                .mapToObj(length -> ALL.stream()
                        .filter(number -> names.contains(number.name()))
                        .filter(number -> number.lengths().contains(length))
                        .toList())
                .toList();
    }

    /** The names of all. */
    public static Set<String> names() {
        return BY_NAME.keySet();
    }

    /** The last word of the longest number that begins with this word; negative if none does. */
    int lastWord(Words words, int first) {
        if (none) {
            return -1;
        }
        NumberRun run = NumberRun.at(words, first);
        int last = -1;
        if (run != null) {
            do {
                if (run.length() > MAX_LENGTH) {
                    break;
                }
                for (NationalNumber number : byLength.get(run.length())) {
                    if (number.fits(run, words, first)) {
                        last = run.lastWord();
                        break;
                    }
                }
            } while (run.more());
        }
        return last;
    }

    private static Map<String, NationalNumber> byName() {
        Map<String, NationalNumber> names = new LinkedHashMap<>();
        ALL.forEach(number -> names.put(number.name(), number));
        return Collections.unmodifiableMap(names);
    }
}

package org.symbolon.deidentification.text.internal;

import java.util.ArrayList;
import java.util.List;
import org.symbolon.deidentification.cleaning.IdentityTerms;
import org.symbolon.deidentification.cleaning.Placeholder;
import org.symbolon.deidentification.cleaning.TextCleaner;
import org.symbolon.deidentification.cleaning.TextKind;
import org.symbolon.deidentification.splice.Edit;
import org.symbolon.deidentification.splice.EditContent;
import org.symbolon.record.ClinicalRecord;
import org.symbolon.record.Place;
import org.symbolon.record.PlaceType;
import org.symbolon.record.RecordFormat;

/** What becomes of each place of one record. The table is in docs/deidentification.md. Owned by one call. */
public final class PlaceRules {
    /** {@code [removed]} in base64, which is what may stand in an attachment. */
    private static final String EMPTY_ATTACHMENT = "W3JlbW92ZWRd";

    private static final int ISO_DATE_CHARACTERS = 10;

    private final ClinicalRecord record;
    private final byte[] original;
    private final RecordSubstitutes substitutes;
    private final IdentityTerms terms;
    private final TextCleaner cleaner;
    private final RecordIdentifiers identifiers;
    private final List<Edit> edits = new ArrayList<>();

    public PlaceRules(
            ClinicalRecord record,
            byte[] original,
            RecordSubstitutes substitutes,
            IdentityTerms terms,
            TextCleaner cleaner) {
        this.record = record;
        this.original = original;
        this.substitutes = substitutes;
        this.terms = terms;
        this.cleaner = cleaner;
        this.identifiers = new RecordIdentifiers(substitutes);
    }

    /** The edits that make the record anonymous, in order. */
    public List<Edit> edits() {
        int cutUntil = 0;
        for (Place place : record.places()) {
            if (place.offset() < cutUntil) {
                continue;
            }
            if (place.type() == PlaceType.REMOVABLE) {
                cutUntil = place.end();
                edits.add(edit(place, new byte[0]));
            } else {
                apply(place);
            }
        }
        return Edit.normalise(edits);
    }

    private void apply(Place place) {
        String text = place.text();
        switch (place.type()) {
            case VALUE -> {
                if (terms.areHiddenIn(text)) {
                    clear(place, Placeholder.NUMBER);
                }
            }
            case LABEL -> edits.addAll(TextEdits.of(place, original, cleaner.changes(text, TextKind.LABEL)));
            case NARRATIVE -> edits.addAll(TextEdits.of(place, original, cleaner.changes(text, TextKind.NARRATIVE)));
            case PATIENT_NAME, OTHER_NAME -> clear(place, Placeholder.NAME);
            case ADDRESS -> clear(place, Placeholder.ADDRESS);
            case TELECOM -> clear(place, Placeholder.CONTACT);
            case OTHER_IDENTIFIER -> clear(place, Placeholder.NUMBER);
            case ORGANISATION_NAME -> clear(place, Placeholder.ORGANISATION);
            case PATIENT_IDENTIFIER -> patientIdentifier(place);
            case ACCESSION_NUMBER -> replace(place, substitutes.accession(text.strip()));
            case VISIT_NUMBER -> replace(place, substitutes.visit(text.strip()));
            case RECORD_IDENTIFIER -> replace(place, identifiers.replace(text));
            case DICOM_UID -> replace(place, uid(text.strip()));
            case BIRTH_DATE, DATE -> date(place);
            case ATTACHMENT -> replace(place, place.syntax().allowsEmpty() ? "" : EMPTY_ATTACHMENT);
            case UNKNOWN -> clear(place, Placeholder.REMOVED);
            case REMOVABLE -> throw new IllegalStateException("Handled before");
        }
    }

    private void patientIdentifier(Place place) {
        String main = record.identity().patientId().strip();
        if (!main.isEmpty() && place.text().strip().equals(main)) {
            replace(place, substitutes.patient().id());
        } else {
            clear(place, Placeholder.NUMBER);
        }
    }

    private String uid(String text) {
        String prefix = text.startsWith("urn:oid:") ? "urn:oid:" : "";
        return prefix + substitutes.uid(text.substring(prefix.length()));
    }

    private void date(Place place) {
        replace(
                place,
                PlaceDates.shift(place.text(), substitutes.patient().dateShiftDays())
                        .orElseGet(() -> noDate(place)));
    }

    /** Nothing, or a date of the same form that means none, as DICOM's dummies are. */
    private String noDate(Place place) {
        if (place.syntax().allowsEmpty()) {
            return "";
        }
        if (record.format() != RecordFormat.FHIR_JSON && record.format() != RecordFormat.FHIR_XML) {
            return "19000101";
        }
        return place.text().length() > ISO_DATE_CHARACTERS ? "1900-01-01T00:00:00Z" : "1900-01-01";
    }

    private void clear(Place place, Placeholder placeholder) {
        replace(place, place.syntax().allowsEmpty() ? "" : placeholder.text());
    }

    private void replace(Place place, String text) {
        edits.add(edit(place, place.syntax().encode(text)));
    }

    private static Edit edit(Place place, byte[] replacement) {
        return new Edit(place.offset(), place.length(), replacement, EditContent.TEXT, PlaceCode.of(place.type()));
    }
}

package org.symbolon.deidentification.text.internal;

import java.util.List;
import org.symbolon.deidentification.cleaning.Change;
import org.symbolon.deidentification.cleaning.IdentityTerms;
import org.symbolon.deidentification.cleaning.Placeholder;
import org.symbolon.deidentification.cleaning.TextKind;
import org.symbolon.deidentification.splice.Edit;
import org.symbolon.deidentification.splice.EditContent;
import org.symbolon.deidentification.text.policy.RecordAction;
import org.symbolon.deidentification.text.policy.RecordRule;
import org.symbolon.model.ErrorCode;
import org.symbolon.model.SymbolonException;
import org.symbolon.record.Place;
import org.symbolon.record.PlaceType;
import org.symbolon.record.RecordFormat;

/** What becomes of each place of one part of a record. The table is in docs/deidentification.md. Owned by one call. */
public final class PlaceRules {
    /** {@code [removed]} in base64, which is what may stand in an attachment. */
    private static final String EMPTY_ATTACHMENT = "W3JlbW92ZWRd";

    private final RecordFormat format;
    private final byte[] original;
    private final PartPlan plan;
    private final IdentityTerms terms;
    private final RecordSubstitutes substitutes;
    private final RecordIdentifiers identifiers;
    private final PlaceTally tally;

    /** Where the edits of all parts go, in order. */
    private final List<Edit> edits;

    public PlaceRules(RecordFormat format, byte[] original, PartPlan plan, List<Edit> edits, PlaceTally tally) {
        this.format = format;
        this.original = original;
        this.plan = plan;
        this.terms = plan.terms();
        this.substitutes = plan.substitutes();
        this.identifiers = new RecordIdentifiers(plan.substitutes());
        this.edits = edits;
        this.tally = tally;
    }

    /** Adds the edits that make the part anonymous. Refuses with {@code IDENTITY_AT_RISK} where a rule quarantines. */
    public void apply() {
        int cutUntil = 0;
        for (int i = 0; i < plan.count(); i++) {
            Place place = plan.place(i);
            if (place.offset() < cutUntil) {
                continue;
            }
            RecordRule rule = plan.rule(i);
            int before = edits.size();
            if (rule.action() == RecordAction.CUT) {
                cutUntil = place.end();
                edits.add(edit(place, new byte[0]));
            } else {
                apply(place, rule);
            }
            tally.count(rule, edits.size() > before);
        }
    }

    private void apply(Place place, RecordRule rule) {
        switch (rule.action()) {
            case KEEP -> {}
            case EMPTY -> empty(place);
            case CLEAN -> clean(place);
            case REPLACE -> pseudonym(place);
            case SHIFT_DATE, TRUNCATE_DATE_MONTH, TRUNCATE_DATE_YEAR -> date(place, rule.action());
            case CUT -> throw new IllegalStateException("Handled before");
            case QUARANTINE ->
                throw new SymbolonException(
                        ErrorCode.IDENTITY_AT_RISK,
                        "The profile quarantines records with " + place.path() + " (" + rule.origin() + ")");
        }
    }

    private void clean(Place place) {
        String text = place.text();
        if (place.type() == PlaceType.VALUE) {
            if (terms.areHiddenIn(text)) {
                replace(place, placeholder(place, Placeholder.NUMBER));
            }
            return;
        }
        TextKind kind = place.type() == PlaceType.NARRATIVE ? TextKind.NARRATIVE : TextKind.LABEL;
        List<Change> changes = plan.cleaner().changes(text, kind);
        if (changes.isEmpty()) {
            plan.clean().add(text, place.type());
        } else {
            edits.addAll(TextEdits.of(place, original, changes));
        }
    }

    private void empty(Place place) {
        switch (place.type()) {
            case PATIENT_NAME, OTHER_NAME -> replace(place, placeholder(place, Placeholder.NAME));
            case ADDRESS -> replace(place, placeholder(place, Placeholder.ADDRESS));
            case TELECOM -> replace(place, placeholder(place, Placeholder.CONTACT));
            case OTHER_IDENTIFIER, PATIENT_IDENTIFIER, ACCESSION_NUMBER, VISIT_NUMBER, RECORD_IDENTIFIER ->
                number(place);
            case DICOM_UID -> replace(place, uid(place.text().strip()));
            case ORGANISATION_NAME -> replace(place, placeholder(place, Placeholder.ORGANISATION));
            case BIRTH_DATE, DATE -> replace(place, DateForms.none(place, format));
            case ATTACHMENT -> replace(place, place.syntax().allowsEmpty() ? "" : EMPTY_ATTACHMENT);
            case VALUE, LABEL, NARRATIVE, UNKNOWN, REMOVABLE -> replace(place, placeholder(place, Placeholder.REMOVED));
        }
    }

    /** An identifier that must be an OID or a UUID stays one; a root of HL7 v3 must have the form of one, or of a name. */
    private void number(Place place) {
        boolean root = place.path().endsWith("@root");
        boolean form = !place.syntax().allowsEmpty() && (root || RecordIdentifiers.hasForm(place.text()));
        replace(place, form ? identifiers.replace(place.text()) : placeholder(place, Placeholder.NUMBER));
    }

    private void pseudonym(Place place) {
        String text = place.text();
        switch (place.type()) {
            case PATIENT_IDENTIFIER -> patientIdentifier(place);
            case ACCESSION_NUMBER -> replace(place, substitutes.accession(text.strip()));
            case VISIT_NUMBER -> replace(place, substitutes.visit(text.strip()));
            case RECORD_IDENTIFIER -> replace(place, identifiers.replace(text));
            case DICOM_UID -> replace(place, uid(text.strip()));
            default -> throw new IllegalStateException("No pseudonym for " + place.type());
        }
    }

    private void patientIdentifier(Place place) {
        String main = plan.identity().patientId().strip();
        if (!main.isEmpty() && place.text().strip().equals(main)) {
            replace(place, substitutes.patient().id());
        } else {
            number(place);
        }
    }

    private String uid(String text) {
        String prefix = text.startsWith("urn:oid:") ? "urn:oid:" : "";
        return prefix + substitutes.uid(text.substring(prefix.length()));
    }

    private void date(Place place, RecordAction action) {
        String date = switch (action) {
            case TRUNCATE_DATE_YEAR -> DateForms.truncated(place, format, 1);
            case TRUNCATE_DATE_MONTH -> DateForms.truncated(place, format, 2);
            default -> PlaceDates.shifted(place.text(), substitutes.patient().dateShiftDays());
        };
        replace(place, date == null ? DateForms.none(place, format) : date);
    }

    private static String placeholder(Place place, Placeholder placeholder) {
        return place.syntax().allowsEmpty() ? "" : placeholder.text();
    }

    private void replace(Place place, String text) {
        edits.add(edit(place, place.syntax().encode(text)));
    }

    private static Edit edit(Place place, byte[] replacement) {
        return new Edit(place.offset(), place.length(), replacement, EditContent.TEXT, PlaceCode.of(place.type()));
    }
}

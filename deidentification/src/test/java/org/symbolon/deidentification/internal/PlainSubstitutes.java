package org.symbolon.deidentification.internal;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.symbolon.deidentification.cleaning.CleaningOptions;
import org.symbolon.deidentification.cleaning.TextCleaner;
import org.symbolon.deidentification.cleaning.TextKind;
import org.symbolon.deidentification.internal.search.CopySearch;
import org.symbolon.deidentification.profile.Rule;
import org.symbolon.dicom.Vr;

/** Substitutes without keys, for tests of plans alone. */
record PlainSubstitutes(Plan plan) implements Substitutes {
    static final int DAYS = -10;

    @Override
    public String uid(String uid) {
        return "2.25." + Integer.toUnsignedString(uid.hashCode());
    }

    @Override
    public String hospitalUid(String uid) {
        return "2.25.7" + Integer.toUnsignedString(uid.hashCode());
    }

    @Override
    public String patient() {
        return "PSEUDONYM";
    }

    @Override
    public String projectPatient() {
        return "PROJECTPSEUDONYM";
    }

    @Override
    public int dateShiftDays() {
        return DAYS;
    }

    @Override
    public String accession(String accessionNumber) {
        return "a" + accessionNumber.length();
    }

    @Override
    public String visit(String visitNumber) {
        return "v" + visitNumber.length();
    }

    @Override
    public String hash(String value, boolean byProject) {
        UUID hash = UUID.nameUUIDFromBytes((byProject + value).getBytes(StandardCharsets.UTF_8));
        return hash.toString().replace("-", "").substring(0, 16).toUpperCase(java.util.Locale.ROOT);
    }

    @Override
    public String filled(Rule rule) {
        return rule.argument().replace("${project}", "TRIAL");
    }

    @Override
    public String cleaned(String text, Vr vr) {
        return new TextCleaner(ObjectTerms.of(plan.removed().values()), DAYS, CleaningOptions.defaults())
                .clean(text, TextKind.DESCRIPTION);
    }

    @Override
    public byte[] searched(byte[] value) {
        return CopySearch.of(plan.removed().values()).overwritten(value);
    }
}

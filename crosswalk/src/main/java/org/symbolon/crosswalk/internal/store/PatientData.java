package org.symbolon.crosswalk.internal.store;

import java.util.ArrayList;
import java.util.List;
import org.symbolon.crosswalk.PatientIdentity;
import org.symbolon.model.ErrorCode;
import org.symbolon.model.SymbolonException;

/**
 * What is sealed with the patient: the date shift, and what records said about the person.
 *
 * @param dateShiftDays -365 to -1
 * @param identities oldest first, at most {@link #MAX_IDENTITIES}; later forms are matched but no longer kept
 */
record PatientData(int dateShiftDays, List<PatientIdentity> identities) {
    static final int MAX_IDENTITIES = 64;

    private static final int LONGEST_SHIFT_DAYS = 365;

    static PatientData create(PatientIdentity identity) {
        return new PatientData(RandomText.between(-LONGEST_SHIFT_DAYS, -1), List.of(identity));
    }

    PatientData with(PatientIdentity identity) {
        if (identities.contains(identity) || identities.size() >= MAX_IDENTITIES) {
            return this;
        }
        List<PatientIdentity> more = new ArrayList<>(identities);
        more.add(identity);
        return new PatientData(dateShiftDays, List.copyOf(more));
    }

    byte[] encode() {
        Fields.Writer out = new Fields.Writer().number(-dateShiftDays).number(identities.size());
        for (PatientIdentity identity : identities) {
            out.text(identity.source())
                    .text(identity.issuer())
                    .text(identity.patientId())
                    .text(identity.name())
                    .text(identity.birthDate())
                    .text(identity.sex())
                    .text(identity.studyInstanceUid())
                    .number(identity.otherPatientIds().size());
            identity.otherPatientIds().forEach(out::text);
        }
        return out.toByteArray();
    }

    static PatientData decode(byte[] encoded) {
        Fields.Reader in = new Fields.Reader(encoded);
        int shift = -in.number();
        int count = bounded(in.number(), MAX_IDENTITIES);
        List<PatientIdentity> identities = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            identities.add(identity(in));
        }
        return new PatientData(shift, List.copyOf(identities));
    }

    private static PatientIdentity identity(Fields.Reader in) {
        String source = in.text();
        String issuer = in.text();
        String patientId = in.text();
        String name = in.text();
        String birthDate = in.text();
        String sex = in.text();
        String study = in.text();
        int count = bounded(in.number(), PatientIdentity.MAX_OTHER_IDS);
        List<String> others = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            others.add(in.text());
        }
        return new PatientIdentity(source, issuer, patientId, name, birthDate, sex, others, study);
    }

    private static int bounded(int count, int most) {
        if (count < 0 || count > most) {
            throw new SymbolonException(ErrorCode.DAMAGED, "A patient's record has an impossible number of entries");
        }
        return count;
    }

    @Override
    public String toString() {
        return "[patient data]";
    }
}

package org.symbolon.crosswalk.internal.store;

import org.symbolon.crosswalk.internal.keys.KeyMaterial;
import org.symbolon.crosswalk.internal.keys.Sealer;

/**
 * What each kind of sealed record is bound to: its kind, format, organisation, the patient's pseudonym and its own blind
 * indexes are authenticated, so that a record moved elsewhere does not open.
 */
final class SealedRecords {
    private static final int FORMAT = 1;
    private static final byte[] NONE = new byte[0];

    private final KeyMaterial keys;
    private final String organisation;

    SealedRecords(KeyMaterial keys) {
        this.keys = keys;
        this.organisation = keys.organisation().value();
    }

    /** The number of the wrapping key in use. */
    int wrappingKey() {
        return keys.currentWrappingKey();
    }

    byte[] wrapPatientKey(String pseudonym, byte[] key) {
        return keys.wrap(wrappingKey(), context("key", pseudonym, NONE, NONE), key);
    }

    PatientKey unwrapPatientKey(long row, String pseudonym, int wrappingKey, byte[] wrapped) {
        return new PatientKey(row, pseudonym, keys.unwrap(wrappingKey, context("key", pseudonym, NONE, NONE), wrapped));
    }

    byte[] sealPatient(PatientKey patient, byte[] plain) {
        return Sealer.seal(patient.key(), context("patient", patient.pseudonym(), NONE, NONE), plain);
    }

    byte[] openPatient(PatientKey patient, byte[] sealed) {
        return Sealer.open(patient.key(), context("patient", patient.pseudonym(), NONE, NONE), sealed);
    }

    byte[] sealSeries(PatientKey patient, byte[] seriesIndex, byte[] plain) {
        return Sealer.seal(patient.key(), context("series", patient.pseudonym(), seriesIndex, NONE), plain);
    }

    byte[] openSeries(PatientKey patient, byte[] seriesIndex, byte[] sealed) {
        return Sealer.open(patient.key(), context("series", patient.pseudonym(), seriesIndex, NONE), sealed);
    }

    byte[] sealHalf(PatientKey patient, int form, byte[] objectIndex, byte[] originalIndex, byte[] plain) {
        byte[] context = context("half", form, patient.pseudonym(), objectIndex, originalIndex);
        return Sealer.seal(patient.key(), context, plain);
    }

    byte[] openHalf(PatientKey patient, int form, byte[] objectIndex, byte[] originalIndex, byte[] sealed) {
        byte[] context = context("half", form, patient.pseudonym(), objectIndex, originalIndex);
        return Sealer.open(patient.key(), context, sealed);
    }

    private byte[] context(String kind, String pseudonym, byte[] first, byte[] second) {
        return context(kind, FORMAT, pseudonym, first, second);
    }

    private byte[] context(String kind, int format, String pseudonym, byte[] first, byte[] second) {
        return new Fields.Writer()
                .text(kind)
                .number(format)
                .text(organisation)
                .text(pseudonym)
                .bytes(first)
                .bytes(second)
                .toByteArray();
    }
}

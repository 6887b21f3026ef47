package org.symbolon.crosswalk.internal.store;

import java.util.Arrays;
import org.symbolon.crosswalk.internal.keys.KeyMaterial;
import org.symbolon.crosswalk.internal.keys.Sealer;

/**
 * What each kind of sealed record is bound to: its kind, format, organisation, the patient's pseudonym and its own blind
 * indexes are authenticated, so that a record moved elsewhere does not open.
 */
final class SealedRecords {
    private static final int FORMAT = 1;
    private static final byte[] NONE = new byte[0];

    /** Version and nonce: no two sealed records begin alike. */
    static final int BEGINNING_BYTES = 1 + 12;

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

    /** @param rowsDigest of the rows of the database that belong to the block: one changed row, and it does not open */
    byte[] sealBlock(PatientKey patient, byte[] seriesIndex, byte[] rowsDigest, byte[] plain) {
        return Sealer.seal(patient.key(), context("block", patient.pseudonym(), seriesIndex, rowsDigest), plain);
    }

    byte[] openBlock(PatientKey patient, byte[] seriesIndex, byte[] rowsDigest, byte[] sealed) {
        return Sealer.open(patient.key(), context("block", patient.pseudonym(), seriesIndex, rowsDigest), sealed);
    }

    /** @param place which piece it is, and whether the last */
    byte[] sealLarge(PatientKey patient, byte[] name, byte[] place, byte[] plain) {
        return Sealer.seal(patient.key(), context("large", patient.pseudonym(), name, place), plain);
    }

    byte[] openLarge(PatientKey patient, byte[] name, byte[] place, byte[] sealed) {
        return Sealer.open(patient.key(), context("large", patient.pseudonym(), name, place), sealed);
    }

    static byte[] beginning(byte[] sealed) {
        return Arrays.copyOf(sealed, BEGINNING_BYTES);
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

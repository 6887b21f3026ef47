package org.symbolon.deidentification.internal;

import java.nio.charset.StandardCharsets;
import org.symbolon.deidentification.profile.Profile;
import org.symbolon.dicom.Vr;

/** The constant that stands for a value of each value representation (action D), unpadded; UIDs have none. */
final class DummyValues {
    private static final int LONGEST_UNIT = 8;

    private DummyValues() {}

    static byte[] of(Vr vr) {
        return switch (vr) {
            case AE, CS, LO, LT, PN, SH, ST, UC, UT -> ascii(Profile.DUMMY_TEXT);
            case AS -> ascii("000Y");
            case DA -> ascii("19000101");
            case DS, IS -> ascii("0");
            case DT -> ascii("19000101000000");
            case TM -> ascii("000000");
            case UR -> ascii("urn:anonymized");
            case UI -> throw new IllegalArgumentException("A UID is replaced by a keyed one");
            default -> new byte[Math.min(LONGEST_UNIT, Math.max(2, vr.unitBytes()))];
        };
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}

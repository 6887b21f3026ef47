package org.symbolon.testkit;

import java.util.List;

/**
 * An identity value that stands in the sample files and must be found nowhere behind de-identification.
 *
 * <p>Only values that a search can tell from chance are planted as searchable: every encoding has at least
 * {@value #MIN_BYTES} bytes and is none of the numbers and words that retained attributes may hold. Birth dates, short
 * accession numbers and short given names are identifying too, but a byte search cannot prove them gone.
 *
 * @param kind what it says about whom
 * @param text the decoded value
 * @param encodings the byte strings it may appear as: UTF-8, the character set of its files with and without the
 *     escapes of ISO 2022, the ASCII escapes of JSON; distinct, in no particular order; not to be modified
 */
public record PlantedValue(Kind kind, String text, List<byte[]> encodings) {
    /** Shortest byte string that is planted. */
    public static final int MIN_BYTES = 6;

    /** What a planted value identifies. */
    public enum Kind {
        /** A patient's name: as Person Name value, as component, or as written in a sentence. */
        PATIENT_NAME,
        /** Somebody else's name: referring physician, operator, relative, reporting radiologist. */
        OTHER_PERSON_NAME,
        PATIENT_ID,
        ACCESSION_NUMBER,
        /** Study ID, admission ID, order number, device serial number. */
        OTHER_NUMBER,
        ADDRESS,
        PHONE,
        EMAIL,
        INSTITUTION,
        STUDY_UID,
        SERIES_UID,
        SOP_INSTANCE_UID,
        FRAME_OF_REFERENCE_UID,
        /** Any other instance identifier: device, dimension organization, irradiation event. */
        OTHER_UID
    }

    public PlantedValue {
        encodings = List.copyOf(encodings);
    }

    /** Without the value itself, so that it cannot reach a log by accident. */
    @Override
    public String toString() {
        return "PlantedValue[" + kind + ", " + encodings.size() + " encodings]";
    }
}

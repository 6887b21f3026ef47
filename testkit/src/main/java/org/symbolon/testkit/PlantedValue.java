package org.symbolon.testkit;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.symbolon.model.ByteStringScanner;

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

    /** A scanner whose indexes count through the values' encodings, value by value; see {@link #owners}. */
    public static ByteStringScanner scanner(Collection<PlantedValue> values) {
        return new ByteStringScanner(
                values.stream().flatMap(value -> value.encodings().stream()).toList());
    }

    /** For each pattern index of {@link #scanner} the value it belongs to. */
    public static List<PlantedValue> owners(Collection<PlantedValue> values) {
        List<PlantedValue> owners = new ArrayList<>();
        for (PlantedValue value : values) {
            value.encodings().forEach(encoding -> owners.add(value));
        }
        return owners;
    }

    /** Without the value itself, so that it cannot reach a log by accident. */
    @Override
    public String toString() {
        return "PlantedValue[" + kind + ", " + encodings.size() + " encodings]";
    }
}

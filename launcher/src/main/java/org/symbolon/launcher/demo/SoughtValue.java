package org.symbolon.launcher.demo;

import org.symbolon.testkit.PlantedValue;

/**
 * One identity value in one encoding that the leak scan looks for.
 *
 * @param kind what it is ("PATIENT_NAME", "(0010,0030)"), which may be told
 * @param bytes the value itself, which may not; at least {@link PlantedValue#MIN_BYTES} bytes
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, only searched for
record SoughtValue(String kind, byte[] bytes) {
    @Override
    public String toString() {
        return "SoughtValue[" + kind + "]";
    }
}

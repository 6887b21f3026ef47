package org.symbolon.deidentification.internal;

import java.util.List;
import org.symbolon.dicom.CharacterSets;
import org.symbolon.dicom.Dictionary;
import org.symbolon.dicom.Vr;

/**
 * An element whose value is to be replaced.
 *
 * @param vr as the data set has it; from the dictionary where the encoding is implicit
 * @param characterSets that hold where it stands
 * @param value as it stands, padding included
 */
@SuppressWarnings("ArrayRecordComponent") // compared by identity, never by content
record Element(int tag, Vr vr, int depth, ElementEncoder encoder, List<String> characterSets, byte[] value) {

    byte[] with(byte[] newValue) {
        return encoder.element(tag, vr, newValue);
    }

    byte[] with(String newValue) {
        return with(Ascii.bytes(newValue));
    }

    /** The representation that the value has, whatever the data set calls it. */
    Vr meaning() {
        return vr == Vr.UN ? Dictionary.standard().vr(tag) : vr;
    }

    /** The value as text, padding included. */
    String text() {
        return CharacterSets.decode(value, meaning(), WrittenIn.of(value, characterSets));
    }
}

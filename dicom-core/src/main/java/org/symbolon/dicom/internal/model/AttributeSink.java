package org.symbolon.dicom.internal.model;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.symbolon.dicom.Vr;

/**
 * Receives the attributes of a data set in the order in which they stand. Between {@link #beginAttribute} and
 * {@link #endAttribute} comes one of the ways to give a value, or nothing if it is empty, or items.
 */
public interface AttributeSink {
    void beginAttribute(int tag, Vr vr, @Nullable String privateCreator) throws IOException;

    void endAttribute() throws IOException;

    /** The values of a VR of text, without padding; an empty string is an empty value. */
    void texts(Vr vr, List<String> values) throws IOException;

    /** One or more numbers or tags, little endian, whole ones. */
    void numbers(Vr vr, byte[] littleEndian) throws IOException;

    /** Bytes of a value that has no other form; several calls make one value, {@link #endBinary} ends it. */
    void binary(byte[] bytes, int offset, int length) throws IOException;

    void endBinary() throws IOException;

    void reference(String uri) throws IOException;

    /** An item, counted from 1. */
    void beginItem(int number) throws IOException;

    void endItem() throws IOException;
}

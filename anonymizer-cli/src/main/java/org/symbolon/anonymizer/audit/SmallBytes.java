package org.symbolon.anonymizer.audit;

import java.io.ByteArrayOutputStream;
import org.symbolon.dicom.Element;

/** The bytes of values in memory; none of sequences and of values that are left on disk. */
final class SmallBytes implements Element.Visitor<byte[], RuntimeException> {
    private static final byte[] NONE = {};

    @Override
    public byte[] value(Element.Value element) {
        return element.bytes();
    }

    @Override
    public byte[] sequence(Element.Sequence element) {
        return NONE;
    }

    @Override
    public byte[] fragments(Element.Fragments element) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        element.fragments().forEach(all::writeBytes);
        return all.toByteArray();
    }

    @Override
    public byte[] large(Element.Large element) {
        return NONE;
    }

    @Override
    public byte[] largeFragments(Element.LargeFragments element) {
        return NONE;
    }
}

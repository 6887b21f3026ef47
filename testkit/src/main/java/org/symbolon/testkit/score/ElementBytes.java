package org.symbolon.testkit.score;

import java.io.ByteArrayOutputStream;
import org.symbolon.dicom.Element;

/** The bytes of a value in memory; none of a sequence. */
final class ElementBytes implements Element.Visitor<byte[], RuntimeException> {
    @Override
    public byte[] value(Element.Value element) {
        return element.bytes();
    }

    @Override
    public byte[] sequence(Element.Sequence element) {
        return new byte[0];
    }

    @Override
    public byte[] fragments(Element.Fragments element) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        element.fragments().forEach(all::writeBytes);
        return all.toByteArray();
    }

    @Override
    public byte[] large(Element.Large element) {
        throw new IllegalStateException("Values are read into memory");
    }

    @Override
    public byte[] largeFragments(Element.LargeFragments element) {
        throw new IllegalStateException("Values are read into memory");
    }
}

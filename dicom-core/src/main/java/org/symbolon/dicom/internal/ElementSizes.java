package org.symbolon.dicom.internal;

import org.symbolon.dicom.DataSet;
import org.symbolon.dicom.Element;
import org.symbolon.dicom.LargeValue;
import org.symbolon.dicom.Vr;

/** How many bytes elements take when sequences and items have defined lengths. */
public final class ElementSizes implements Element.Visitor<Long, RuntimeException> {
    private static final int ITEM_HEADER_BYTES = 8;
    private static final int MAX_SHORT_LENGTH = 0xFFFE;

    private final boolean explicitVr;

    public ElementSizes(boolean explicitVr) {
        this.explicitVr = explicitVr;
    }

    /** The length with its padding. */
    public static long evenBytes(long length) {
        return length + length % 2;
    }

    /** The VR, or UN if the value is too long for a header with a 16 bit length (PS3.5 6.2.2 note 8). */
    public static Vr writtenVr(Vr vr, long length) {
        return !vr.hasLongLength() && evenBytes(length) > MAX_SHORT_LENGTH ? Vr.UN : vr;
    }

    /** With its header. */
    public long bytes(Element element) {
        return element.accept(this);
    }

    public long contentBytes(DataSet dataSet) {
        long bytes = 0;
        for (Element element : dataSet) {
            bytes += element.accept(this);
        }
        return bytes;
    }

    public long itemsBytes(Element.Sequence sequence) {
        long bytes = 0;
        for (DataSet item : sequence.items()) {
            bytes += ITEM_HEADER_BYTES + contentBytes(item);
        }
        return bytes;
    }

    @Override
    public Long value(Element.Value element) {
        return headerBytes(writtenVr(element.vr(), element.bytes().length)) + evenBytes(element.bytes().length);
    }

    @Override
    public Long sequence(Element.Sequence element) {
        return headerBytes(Vr.SQ) + itemsBytes(element);
    }

    @Override
    public Long fragments(Element.Fragments element) {
        long bytes = headerBytes(element.vr()) + ITEM_HEADER_BYTES;
        for (byte[] fragment : element.fragments()) {
            bytes += ITEM_HEADER_BYTES + fragment.length + fragment.length % 2;
        }
        return bytes;
    }

    @Override
    public Long large(Element.Large element) {
        return headerBytes(writtenVr(element.vr(), element.value().length()))
                + evenBytes(element.value().length());
    }

    @Override
    public Long largeFragments(Element.LargeFragments element) {
        long bytes = headerBytes(element.vr()) + ITEM_HEADER_BYTES;
        for (LargeValue fragment : element.fragments()) {
            bytes += ITEM_HEADER_BYTES + evenBytes(fragment.length());
        }
        return bytes;
    }

    private long headerBytes(Vr vr) {
        return explicitVr && vr.hasLongLength() ? 12 : 8;
    }
}

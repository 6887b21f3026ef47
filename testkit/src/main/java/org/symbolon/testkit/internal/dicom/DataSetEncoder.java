package org.symbolon.testkit.internal.dicom;

import java.util.Map;
import org.symbolon.dicom.Tag;
import org.symbolon.dicom.Vr;

/** Writes a data set in an uncompressed form (PS3.5 section 7 and annex A). */
final class DataSetEncoder {
    private static final int UNDEFINED = 0xFFFFFFFF;

    private final Packaging packaging;

    DataSetEncoder(Packaging packaging) {
        this.packaging = packaging;
    }

    byte[] encode(DicomData data) {
        ByteSink out = new ByteSink(packaging.syntax().bigEndian());
        boolean groups = packaging.groupLengths() == Packaging.GroupLengths.PRESENT;
        if (groups) {
            withGroupLengths(data, out);
        } else {
            data.values().forEach((tag, value) -> element(tag, value, out, 0));
        }
        return out.toByteArray();
    }

    private void withGroupLengths(DicomData data, ByteSink out) {
        ByteSink group = out.sibling();
        int current = -1;
        for (Map.Entry<Integer, DicomData.Value> entry : data.values().entrySet()) {
            int number = Tag.group(entry.getKey());
            if (number != current && current >= 0) {
                closeGroup(current, group, out);
            }
            current = number;
            element(entry.getKey(), entry.getValue(), group, 0);
        }
        closeGroup(current, group, out);
    }

    private void closeGroup(int number, ByteSink group, ByteSink out) {
        header(Tag.of(number, 0), Vr.UL, 4, out);
        out.doubleWord(group.size());
        out.writeBytes(group.toByteArray());
        group.reset();
    }

    private void element(int tag, DicomData.Value value, ByteSink out, int depth) {
        if (value.vr() == Vr.SQ) {
            sequence(tag, value, out, depth);
        } else if (!value.fragments().isEmpty()) {
            header(tag, value.vr(), UNDEFINED, out);
            for (byte[] fragment : value.fragments()) {
                delimiter(Tag.Item, fragment.length, out);
                out.writeBytes(fragment);
            }
            delimiter(Tag.SequenceDelimitation, 0, out);
        } else {
            int length = value.bytes().length;
            header(tag, value.vr(), length + length % 2, out);
            out.swapped(value.bytes(), value.vr().unitBytes());
            if (length % 2 == 1) {
                out.write(value.vr().padding());
            }
        }
    }

    private void sequence(int tag, DicomData.Value value, ByteSink out, int depth) {
        boolean open = isOpen(depth, 0);
        ByteSink content = out.sibling();
        for (DicomData item : value.items()) {
            ByteSink inside = out.sibling();
            item.values().forEach((innerTag, inner) -> element(innerTag, inner, inside, depth + 1));
            boolean openItem = isOpen(depth, 1);
            delimiter(Tag.Item, openItem ? UNDEFINED : inside.size(), content);
            content.writeBytes(inside.toByteArray());
            if (openItem) {
                delimiter(Tag.ItemDelimitation, 0, content);
            }
        }
        header(tag, Vr.SQ, open ? UNDEFINED : content.size(), out);
        out.writeBytes(content.toByteArray());
        if (open) {
            delimiter(Tag.SequenceDelimitation, 0, out);
        }
    }

    private boolean isOpen(int depth, int sequenceOrItem) {
        return switch (packaging.lengths()) {
            case DEFINED -> false;
            case UNDEFINED -> true;
            case MIXED -> (depth + sequenceOrItem) % 2 == 0;
        };
    }

    private void header(int tag, Vr vr, int length, ByteSink out) {
        out.tag(tag);
        if (packaging.syntax().explicitVr()) {
            out.write(vr.name().charAt(0));
            out.write(vr.name().charAt(1));
            if (!vr.hasLongLength()) {
                out.word(length);
                return;
            }
            out.word(0);
        }
        out.doubleWord(length);
    }

    private static void delimiter(int tag, int length, ByteSink out) {
        out.tag(tag);
        out.doubleWord(length);
    }
}

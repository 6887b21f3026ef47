package org.symbolon.deidentification;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.symbolon.crosswalk.IdentityHalf;
import org.symbolon.deidentification.internal.IdentityContent;
import org.symbolon.deidentification.splice.Edit;
import org.symbolon.deidentification.splice.EditContent;
import org.symbolon.dicom.DataSetReader;
import org.symbolon.dicom.DataSetReader.Token;
import org.symbolon.dicom.DicomFormatException;
import org.symbolon.dicom.Leniency;
import org.symbolon.dicom.ReaderOptions;
import org.symbolon.dicom.TransferSyntax;
import org.symbolon.dicom.Vr;

/** What an identity half knows: the original values that are not in the anonymous object, for scans and for people with the right to see them. */
public final class IdentityHalfReader {
    private IdentityHalfReader() {}

    public static List<OriginalValue> values(IdentityHalf half) {
        return values(half.content());
    }

    /**
     * Every value that was removed or changed, in the order of the original, empty ones left out. Values of more than 16 MiB
     * and fragments of encapsulated values are left out as well. A piece that cannot be read alone comes as what can be read of it,
     * and once whole, as a value of tag 0. Content that is none is {@code DAMAGED}.
     */
    public static List<OriginalValue> values(byte[] content) {
        return values(IdentityContent.decode(content).inverse());
    }

    /** The same from the edits that lead back to the original. */
    public static List<OriginalValue> values(List<Edit> inverse) {
        List<OriginalValue> values = new ArrayList<>();
        for (Edit edit : inverse) {
            if (edit.content() != EditContent.LENGTH_FIELD
                    && edit.content() != EditContent.OPAQUE
                    && edit.content() != EditContent.TEXT) {
                read(edit, values);
            }
        }
        return values;
    }

    private static void read(Edit edit, List<OriginalValue> values) {
        byte[] bytes = edit.replacement();
        List<OriginalValue> found = new ArrayList<>();
        try {
            read(bytes, edit, ReaderOptions.defaults(), found);
        } catch (DicomFormatException e) {
            // Taken out of its place a piece may read otherwise than in it: nothing of it may be lost all the same.
            found.clear();
            try {
                read(bytes, edit, ReaderOptions.defaults().withLeniency(Leniency.SALVAGE), found);
            } catch (DicomFormatException beyondTheLimits) {
                found.clear();
            }
            found.add(new OriginalValue(0, Vr.UN, bytes, edit.depth()));
        }
        values.addAll(found);
    }

    private static void read(byte[] bytes, Edit edit, ReaderOptions options, List<OriginalValue> values) {
        try (DataSetReader reader =
                DataSetReader.of(new ByteArrayInputStream(bytes), syntax(edit.content()), options)) {
            for (Token token = reader.next(); token != null; token = reader.next()) {
                long length = reader.length();
                if (token == Token.ELEMENT && length > 0 && length <= options.maxValueBytes()) {
                    values.add(new OriginalValue(
                            reader.tag(), reader.vr(), reader.value(), edit.depth() + reader.depth()));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static TransferSyntax syntax(EditContent content) {
        return switch (content) {
            case IMPLICIT_LITTLE_ENDIAN -> TransferSyntax.IMPLICIT_VR_LITTLE_ENDIAN;
            case EXPLICIT_BIG_ENDIAN -> TransferSyntax.EXPLICIT_VR_BIG_ENDIAN;
            case EXPLICIT_LITTLE_ENDIAN, LENGTH_FIELD, OPAQUE, TEXT -> TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN;
        };
    }
}

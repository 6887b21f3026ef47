package org.symbolon.anonymizer.internal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import org.symbolon.deidentification.AttributeRemoval;
import org.symbolon.deidentification.splice.Digests;
import org.symbolon.deidentification.splice.Edit;
import org.symbolon.deidentification.splice.EditContent;
import org.symbolon.dicom.DataSetReader;
import org.symbolon.dicom.DataSetReader.Token;
import org.symbolon.dicom.Dictionary;
import org.symbolon.dicom.ReaderOptions;
import org.symbolon.dicom.Tag;
import org.symbolon.dicom.TransferSyntax;
import org.symbolon.dicom.Vr;

/** Prints a {@link TagFile} from what a removal took away. Used once, by one thread. */
final class TagFileWriter {
    private static final HexFormat HEX = HexFormat.of().withUpperCase();
    private static final String NEWLINE = "\n";

    private final AttributeRemoval removal;
    private final StringBuilder out = new StringBuilder();

    private TagFileWriter(AttributeRemoval removal) {
        this.removal = removal;
    }

    static String print(AttributeRemoval removal, Digests digests) {
        TagFileWriter writer = new TagFileWriter(removal);
        writer.head(digests);
        for (Edit edit : removal.removed()) {
            writer.edit(edit);
        }
        if (removal.deflated()) {
            removal.result().inverse().forEach(writer::bytes);
        }
        return writer.out.toString();
    }

    private void head(Digests digests) {
        out.append(TagFile.FIRST_LINE).append(NEWLINE);
        out.append("# It alone gives the file back. Lines that begin with # belong to it: change none, lose none.\n");
        out.append("#original length=")
                .append(removal.result().sourceSize())
                .append(" sha256=")
                .append(digests.sourceFile())
                .append(NEWLINE);
        out.append("#anonymous length=")
                .append(removal.result().resultLength())
                .append(" sha256=")
                .append(digests.result())
                .append(NEWLINE);
        out.append("#charset ").append(characterSet()).append(NEWLINE);
    }

    private String characterSet() {
        String set = removal.specificCharacterSet();
        return set.chars().allMatch(c -> c >= ' ' && c < 0x7F) ? set : "";
    }

    private void edit(Edit edit) {
        if (edit.content() != EditContent.LENGTH_FIELD) {
            elements(edit);
        } else if (!removal.deflated()) {
            bytes(new Edit(
                    removal.dataSetOffset() + edit.offset(), edit.length(), edit.replacement(), edit.content(), 0));
        }
    }

    private void bytes(Edit edit) {
        out.append("#bytes at=")
                .append(edit.offset())
                .append(" length=")
                .append(edit.length())
                .append(" base64=")
                .append(Base64.getEncoder().encodeToString(edit.replacement()))
                .append(NEWLINE);
    }

    /** The edit holds whole elements; each gets its line, a sequence with all that is in it as one. */
    private void elements(Edit edit) {
        byte[] bytes = edit.replacement();
        try (DataSetReader reader =
                DataSetReader.of(new ByteArrayInputStream(bytes), syntax(edit.content()), options(bytes))) {
            for (Token token = reader.next(); token != null; token = reader.next()) {
                int tag = reader.tag();
                Vr vr = token == Token.SEQUENCE_START ? Vr.SQ : reader.vr();
                int start = (int) reader.headerOffset();
                int valueStart = (int) reader.valueOffset();
                int end = (int) reader.endOffset();
                if (token != Token.ELEMENT) {
                    end = endOfContainer(reader);
                }
                element(
                        removal.dataSetOffset() + edit.offset(),
                        tag,
                        vr,
                        Arrays.copyOfRange(bytes, start, valueStart),
                        Arrays.copyOfRange(bytes, valueStart, end));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int endOfContainer(DataSetReader reader) throws IOException {
        int open = 1;
        while (open > 0) {
            Token token = reader.next();
            if (token == null) {
                throw new IllegalStateException("A removed sequence has no end");
            }
            switch (token) {
                case SEQUENCE_START, FRAGMENTS_START -> open++;
                case SEQUENCE_END, FRAGMENTS_END -> open--;
                case ELEMENT, ITEM_START, ITEM_END, FRAGMENT -> {}
            }
        }
        return (int) reader.endOffset();
    }

    private void element(long at, int tag, Vr vr, byte[] header, byte[] value) {
        int length = value.length;
        while (vr.isText() && length > 0 && (value[length - 1] == ' ' || value[length - 1] == 0)) {
            length--;
        }
        byte[] body = Arrays.copyOf(value, length);
        Optional<String> text = TagText.decode(body, vr, characterSet());
        if (!removal.deflated()) {
            out.append("#element at=").append(at).append(" header=").append(HEX.formatHex(header));
            out.append(text.isPresent() ? " text" : " base64").append(" pad=");
            out.append(HEX.formatHex(value, length, value.length)).append(NEWLINE);
        }
        String keyword = Dictionary.standard().keyword(tag);
        out.append(keyword.isEmpty() ? "Unknown" : keyword)
                .append(Tag.format(tag))
                .append('=')
                .append(vr.name())
                .append(':')
                .append(text.orElseGet(() -> Base64.getEncoder().encodeToString(body)))
                .append(NEWLINE);
    }

    private static ReaderOptions options(byte[] bytes) {
        return ReaderOptions.defaults().withMaxValueBytes(Math.max(1, bytes.length));
    }

    private static TransferSyntax syntax(EditContent content) {
        return switch (content) {
            case IMPLICIT_LITTLE_ENDIAN -> TransferSyntax.IMPLICIT_VR_LITTLE_ENDIAN;
            case EXPLICIT_BIG_ENDIAN -> TransferSyntax.EXPLICIT_VR_BIG_ENDIAN;
            case EXPLICIT_LITTLE_ENDIAN, LENGTH_FIELD, OPAQUE, TEXT -> TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN;
        };
    }
}

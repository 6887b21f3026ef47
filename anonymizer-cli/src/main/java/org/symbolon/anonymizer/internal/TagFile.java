package org.symbolon.anonymizer.internal;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.symbolon.deidentification.splice.Edit;
import org.symbolon.deidentification.splice.EditContent;
import org.symbolon.dicom.Vr;
import org.symbolon.model.ErrorCode;
import org.symbolon.model.SymbolonException;

/**
 * The text file that gives an original back (docs/deidentification.md): a line {@code Name(gggg,eeee)=VR:value} for every
 * attribute removed, and lines that begin with # and say where it stood and which file it fits.
 *
 * @param originalLength of the original file
 * @param anonymousSha256 of the file without the attributes
 * @param characterSet that values are decoded with, empty for the default repertoire
 * @param edits that turn the anonymous file into the original
 */
public record TagFile(
        long originalLength,
        String originalSha256,
        long anonymousLength,
        String anonymousSha256,
        String characterSet,
        List<Edit> edits) {
    static final String FIRST_LINE = "# Symbolon tag file 1: what was removed from a DICOM file, and where it stood.";

    private static final int MAX_LINES = 4_000_000;
    private static final Pattern FILE =
            Pattern.compile("#(original|anonymous) length=(\\d{1,18}) sha256=([0-9a-f]{64})");
    private static final Pattern CHARACTER_SET = Pattern.compile("#charset (.*)");
    private static final Pattern ELEMENT =
            Pattern.compile("#element at=(\\d{1,18}) header=((?:[0-9A-F]{2})*) (text|base64) pad=((?:[0-9A-F]{2})*)");
    private static final Pattern BYTES = Pattern.compile("#bytes at=(\\d{1,18}) length=(\\d{1,18}) base64=(\\S*)");
    private static final Pattern VALUE = Pattern.compile("[^=(]*\\([0-9A-F]{4},[0-9A-F]{4}\\)=([A-Z]{2}):(.*)");

    public TagFile {
        edits = List.copyOf(edits);
    }

    /** Whether text begins like a tag file. */
    public static boolean isTagFile(String text) {
        return text.startsWith(FIRST_LINE);
    }

    /** Reads the whole text; what is no tag file, or was changed in its lines with #, is {@code DAMAGED}. */
    public static TagFile parse(String text) {
        List<String> lines = text.lines().limit(MAX_LINES).toList();
        if (lines.isEmpty() || !lines.get(0).equals(FIRST_LINE)) {
            throw damaged(1);
        }
        return new Parser(lines).parse();
    }

    private static SymbolonException damaged(int line) {
        return new SymbolonException(ErrorCode.DAMAGED, "Line " + line + " of the tag file is not as it should be");
    }

    /** Walks over the lines once. */
    private static final class Parser {
        private final List<String> lines;
        private final List<Edit> edits = new ArrayList<>();
        private final long[] lengths = {-1, -1};
        private final String[] digests = {"", ""};
        private String characterSet = "";
        private int number;

        Parser(List<String> lines) {
            this.lines = lines;
        }

        TagFile parse() {
            for (number = 1; number < lines.size(); number++) {
                line(lines.get(number));
            }
            if (lengths[0] < 0 || lengths[1] < 0) {
                throw damaged(number);
            }
            List<Edit> joined;
            try {
                joined = Edit.normalise(edits);
            } catch (IllegalArgumentException overlap) {
                throw damaged(number);
            }
            return new TagFile(lengths[0], digests[0], lengths[1], digests[1], characterSet, joined);
        }

        private void line(String line) {
            Matcher file = FILE.matcher(line);
            Matcher set = CHARACTER_SET.matcher(line);
            Matcher element = ELEMENT.matcher(line);
            Matcher bytes = BYTES.matcher(line);
            if (file.matches()) {
                int side = file.group(1).equals("original") ? 0 : 1;
                lengths[side] = Long.parseLong(file.group(2));
                digests[side] = file.group(3);
            } else if (set.matches()) {
                characterSet = set.group(1);
            } else if (element.matches()) {
                element(element);
            } else if (bytes.matches()) {
                long at = Long.parseLong(bytes.group(1));
                long length = Long.parseLong(bytes.group(2));
                edits.add(new Edit(at, length, base64(bytes.group(3)), EditContent.LENGTH_FIELD, 0));
            } else if (line.startsWith("#") && !line.startsWith("# ")) {
                throw damaged(number + 1);
            }
        }

        private void element(Matcher element) {
            number++;
            Matcher value = VALUE.matcher(number < lines.size() ? lines.get(number) : "");
            if (!value.matches()) {
                throw damaged(number + 1);
            }
            Vr vr = vr(value.group(1));
            byte[] header = HexFormat.of().parseHex(element.group(2));
            byte[] body = element.group(3).equals("text")
                    ? TagText.encode(value.group(2), vr, characterSet)
                    : base64(value.group(2));
            byte[] padding = HexFormat.of().parseHex(element.group(4));
            byte[] all = new byte[header.length + body.length + padding.length];
            System.arraycopy(header, 0, all, 0, header.length);
            System.arraycopy(body, 0, all, header.length, body.length);
            System.arraycopy(padding, 0, all, header.length + body.length, padding.length);
            edits.add(new Edit(Long.parseLong(element.group(1)), 0, all, EditContent.OPAQUE, 0));
        }

        private Vr vr(String name) {
            for (Vr vr : Vr.values()) {
                if (vr.name().equals(name)) {
                    return vr;
                }
            }
            throw damaged(number + 1);
        }

        private byte[] base64(String text) {
            try {
                return Base64.getDecoder().decode(text.getBytes(StandardCharsets.ISO_8859_1));
            } catch (IllegalArgumentException e) {
                throw damaged(number + 1);
            }
        }
    }
}

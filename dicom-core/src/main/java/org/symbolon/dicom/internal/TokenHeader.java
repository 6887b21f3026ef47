package org.symbolon.dicom.internal;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.symbolon.dicom.DicomFormatException;
import org.symbolon.dicom.DicomProblem;
import org.symbolon.dicom.Dictionary;
import org.symbolon.dicom.Leniency;
import org.symbolon.dicom.Tag;
import org.symbolon.dicom.Tags;
import org.symbolon.dicom.Vr;

/**
 * What stands before a value (PS3.5 7.1): parsed anew for each token into the same object, so that reading allocates
 * nothing.
 */
public final class TokenHeader {
    public static final long UNDEFINED = -1;
    public static final int DELIMITER_BYTES = 8;

    private static final int SHORT_BYTES = 8;
    private static final int LONG_BYTES = 12;

    private final ByteSource source;
    private final boolean salvage;
    private long offset;
    private int tag;
    private Vr vr = Vr.UN;
    private Encoding encoding;
    private int bytes;
    private long length;
    private int lengthFieldBytes;
    private boolean vrWasUnknown;

    public TokenHeader(ByteSource source, Encoding encoding, Leniency leniency) {
        this.source = source;
        this.encoding = encoding;
        this.salvage = leniency == Leniency.SALVAGE;
    }

    public long offset() {
        return offset;
    }

    public int tag() {
        return tag;
    }

    public Vr vr() {
        return vr;
    }

    /** How this header is written. */
    public Encoding encoding() {
        return encoding;
    }

    /** Length of the header itself. */
    public int bytes() {
        return bytes;
    }

    /** Length of the value, {@link #UNDEFINED} if a delimiter tells. */
    public long length() {
        return length;
    }

    public int lengthFieldBytes() {
        return lengthFieldBytes;
    }

    /** Begins a token at the position of the source: nothing is known of it but the encoding around it. */
    public void begin(Encoding around) {
        offset = source.position();
        encoding = around;
        tag = -1;
        bytes = 0;
        length = 0;
        lengthFieldBytes = 0;
        vrWasUnknown = false;
    }

    /** Tells what has ended; the delimiter, if there is one, is consumed. */
    public void end(int ofTag, Vr ofVr, int delimiterBytes) throws IOException {
        tag = ofTag;
        vr = ofVr;
        bytes = delimiterBytes;
        source.skip(delimiterBytes);
    }

    /** The tag at the position of the source; there must be that many bytes at least. */
    public int peekTag(int required) throws IOException {
        requireWindow(required);
        return encoding.tag(source.windowBytes(), source.windowStart());
    }

    /** Takes note of the tag without consuming it. */
    public void stopAt(int foundTag) {
        tag = foundTag;
    }

    /** Looks at the header of an item or fragment, or of whatever else stands there: to judge the tag is the caller's. */
    public void readItem() throws IOException {
        tag = peekTag(SHORT_BYTES);
        vr = Vr.UN;
        bytes = SHORT_BYTES;
        lengthFieldBytes = 4;
        length = int32(4);
    }

    /** Looks at the header of an element; {@link #consume} is the next step. */
    public void readElement(Containers containers) throws IOException {
        tag = peekTag(SHORT_BYTES);
        bytes = SHORT_BYTES;
        lengthFieldBytes = 4;
        if (Tag.group(tag) == Tag.group(Tag.Item)) {
            readMisplaced(containers.depth() > 0);
        } else if (encoding.explicitVr()) {
            readExplicit(containers);
        } else {
            readImplicit(containers);
        }
    }

    public void consume() throws IOException {
        source.skip(bytes);
    }

    /** Takes the value for that much shorter or longer than the header says. */
    public void limitLength(long available) {
        length = available;
    }

    /** A run of bytes without meaning: an element (0000,0000) without value, header and all of that length. */
    public void readPadding(int run) {
        tag = 0;
        vr = Vr.UN;
        bytes = run;
        length = 0;
        lengthFieldBytes = 0;
    }

    /** Whether an explicit header held no VR that PS3.5 6.2 has. */
    public boolean vrWasUnknown() {
        return vrWasUnknown;
    }

    /**
     * Whether items follow. What only the dictionary calls a sequence, must begin with one; else it is an unknown value.
     * Undefined length without a VR means items, but for pixel data (PS3.5 7.5, 6.2.2 and A.4).
     */
    public boolean isSequence() throws IOException {
        boolean pixels = tag == Tags.PixelData;
        if (length == UNDEFINED) {
            boolean items = vr == Vr.SQ || (!pixels && (vr == Vr.UN || !encoding.explicitVr()));
            if (!items && !pixels && !isBinaryOfAnyLength(vr)) {
                if (salvage && isItemAhead()) {
                    vr = Vr.SQ;
                    return true;
                }
                throw problem(DicomProblem.CORRUPT, "An undefined length in a VR that has none");
            }
            return items;
        }
        if (vr == Vr.SQ && !encoding.explicitVr() && length > 0) {
            int found = source.window(bytes + 4) < bytes + 4
                    ? 0
                    : encoding.tag(source.windowBytes(), source.windowStart() + bytes);
            vr = found == Tag.Item || found == Tag.SequenceDelimitation ? Vr.SQ : Vr.UN;
        }
        return vr == Vr.SQ;
    }

    private boolean isItemAhead() throws IOException {
        return source.window(bytes + 4) == bytes + 4
                && encoding.tag(source.windowBytes(), source.windowStart() + bytes) == Tag.Item;
    }

    public DicomFormatException problem(DicomProblem problem, String rule) {
        return problem(problem, rule, null);
    }

    public DicomFormatException problem(DicomProblem problem, String rule, @Nullable Throwable cause) {
        return new DicomFormatException(problem, rule, tag, offset, cause);
    }

    /** A delimiter too many holds nothing: DCMTK too takes its length, whatever it says, for zero. */
    private void readMisplaced(boolean inItem) {
        if (salvage) {
            vr = Vr.UN;
            length = 0;
            return;
        }
        if (tag == Tag.Item || (inItem && tag == Tag.SequenceDelimitation)) {
            throw problem(
                    DicomProblem.CORRUPT, inItem ? "An item without delimiter" : "An item outside of any sequence");
        }
        if (tag != Tag.ItemDelimitation && tag != Tag.SequenceDelimitation) {
            throw problem(DicomProblem.CORRUPT, "A tag of group FFFE that the standard does not have");
        }
        vr = Vr.UN;
        length = 0;
    }

    private void readExplicit(Containers containers) throws IOException {
        int code = Encoding.vrCode(source.windowBytes(), source.windowStart() + 4);
        Vr known = Vr.of(code);
        boolean letters = isUpperCase(code);
        if (known == null && !letters && encoding == Encoding.EXPLICIT_LITTLE) {
            if (EncodingGuess.isImplicitElement(source, containers.limit(), encoding)) {
                encoding = Encoding.IMPLICIT_LITTLE;
                readImplicit(containers);
                return;
            }
        }
        // Like DCMTK: two letters are a VR of a later edition, which has a long length; anything else is a slip.
        vr = known == null ? Vr.UN : known;
        vrWasUnknown = known == null;
        if (known == null ? letters : known.hasLongLength()) {
            requireWindow(LONG_BYTES);
            bytes = LONG_BYTES;
            length = int32(8);
        } else {
            lengthFieldBytes = 2;
            length = encoding.uint16(source.windowBytes(), source.windowStart() + 6);
        }
    }

    private void readImplicit(Containers containers) {
        length = int32(4);
        String creator = Tag.isPrivate(tag) ? containers.creator(Tag.creatorOf(tag)) : null;
        vr = Dictionary.standard().vr(tag, creator);
    }

    private long int32(int at) {
        int number = encoding.int32(source.windowBytes(), source.windowStart() + at);
        return number == -1 ? UNDEFINED : number & 0xFFFFFFFFL;
    }

    private void requireWindow(int required) throws IOException {
        if (source.window(required) < required) {
            throw problem(DicomProblem.TRUNCATED, "The data set ends inside a header or before a delimiter");
        }
    }

    private static boolean isBinaryOfAnyLength(Vr vr) {
        return switch (vr) {
            case OB, OW, OD, OF, OL, OV -> true;
            default -> false;
        };
    }

    private static boolean isUpperCase(int vrCode) {
        int first = vrCode >>> 8;
        int second = vrCode & 0xFF;
        return first >= 'A' && first <= 'Z' && second >= 'A' && second <= 'Z';
    }
}

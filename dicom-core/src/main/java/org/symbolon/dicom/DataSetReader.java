package org.symbolon.dicom;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.SeekableByteChannel;
import org.jspecify.annotations.Nullable;
import org.symbolon.dicom.internal.ByteSource;
import org.symbolon.dicom.internal.Containers;
import org.symbolon.dicom.internal.Encoding;
import org.symbolon.dicom.internal.EncodingGuess;
import org.symbolon.dicom.internal.InflatedStream;

/**
 * Walks through a data set token by token (PS3.5 section 7), forward only, holding no more than a small window of it.
 * Each call of {@link #next} moves to the next token, and the accessors tell of that token where it stands: taken
 * together the ranges from {@link #headerOffset} to {@link #endOffset} of all tokens cover the data set without gap or
 * overlap. All offsets are those of the (inflated) data set, whose first byte is 0.
 *
 * <p>Reads what real writers produce: data sets in another encoding than they claim, unknown VRs, implicit elements
 * among explicit ones, UN sequences (implicit inside, PS3.5 6.2.2), items that overrun their sequence, delimiters in
 * items of defined length, elements out of order or twice. What cannot be read ends in a {@link DicomFormatException};
 * whether a data set is complete is known only when {@link #next} has returned null.
 *
 * <p>Not thread-safe. Close it to close the stream or channel it reads.
 */
public final class DataSetReader implements Closeable {
    /** What the reader stands on. */
    public enum Token {
        /** Any element that is neither a sequence nor encapsulated, native pixel data and group lengths included. */
        ELEMENT,
        SEQUENCE_START,
        ITEM_START,
        ITEM_END,
        SEQUENCE_END,
        /** The header of encapsulated pixel data (PS3.5 A.4). */
        FRAGMENTS_START,
        /** One fragment, the first one being the basic offset table. */
        FRAGMENT,
        FRAGMENTS_END
    }

    private static final long UNDEFINED = -1;
    private static final int MAX_CREATOR_BYTES = 1024;

    private final ByteSource source;
    private final ReaderOptions options;
    private final Containers containers;
    private long tokens;
    private boolean stopped;

    private @Nullable Token token;
    private int tag;
    private Vr vr = Vr.UN;
    private Encoding encoding;
    private Encoding headerEncoding;
    private int depth;
    private long headerOffset;
    private int headerLength;
    private long length;
    private int lengthFieldBytes;
    private long unreadValueBytes;
    private boolean valueTaken;

    private DataSetReader(ByteSource source, TransferSyntax syntax, ReaderOptions options) throws IOException {
        this.source = source;
        this.options = options;
        Encoding claimed = Encoding.of(syntax.explicitVr(), syntax.bigEndian());
        this.encoding = EncodingGuess.atDataSet(source, source.size(), claimed);
        this.headerEncoding = encoding;
        this.containers = new Containers(source.size(), encoding);
    }

    /** Reads a stream from its present position to its end; inflates it if the syntax says so. */
    public static DataSetReader of(InputStream in, TransferSyntax syntax, ReaderOptions options) throws IOException {
        InputStream plain = syntax.deflated() ? InflatedStream.of(in) : in;
        return new DataSetReader(ByteSource.of(plain), syntax, options);
    }

    /**
     * Reads a channel from the given position to its end and moves over large values by seeking. The syntax is not a
     * deflated one: a deflated data set is read as a stream.
     */
    public static DataSetReader of(
            SeekableByteChannel channel, long dataSetOffset, TransferSyntax syntax, ReaderOptions options)
            throws IOException {
        if (syntax.deflated()) {
            throw new IllegalArgumentException("A deflated data set is read as a stream");
        }
        return new DataSetReader(ByteSource.of(channel, dataSetOffset), syntax, options);
    }

    /** Moves to the next token; null at the end of the data set or where {@link ReaderOptions#stopBefore} says. */
    public @Nullable Token next() throws IOException {
        if (stopped) {
            return null;
        }
        passUnreadValue();
        if (++tokens > options.maxElements()) {
            throw problem(DicomProblem.LIMIT_EXCEEDED, "More tokens than the limit allows");
        }
        headerOffset = source.position();
        headerLength = 0;
        length = 0;
        lengthFieldBytes = 0;
        valueTaken = false;
        token = switch (containers.kind()) {
            case DATA_SET -> nextOfDataSet();
            case ITEM -> nextOfItem();
            case SEQUENCE -> nextOfSequence();
            case FRAGMENTS -> nextOfFragments();
        };
        return token;
    }

    /** The current token; null before the first and after the last. */
    public @Nullable Token token() {
        return token;
    }

    /** The tag; that of the sequence for SEQUENCE_END and FRAGMENTS_END, (FFFE,E000) for items and fragments. */
    public int tag() {
        return tag;
    }

    /** The VR; UN if neither the data set nor the dictionary tells. */
    public Vr vr() {
        return vr;
    }

    /** Length of the value as the header says, -1 if undefined. */
    public long length() {
        return length;
    }

    public boolean lengthIsDefined() {
        return length != UNDEFINED;
    }

    /** Where the token begins. */
    public long headerOffset() {
        return headerOffset;
    }

    /** 8 or 12 for a header, 8 for a delimiter, 0 for the end of what has a defined length. */
    public int headerLength() {
        return headerLength;
    }

    public long valueOffset() {
        return headerOffset + headerLength;
    }

    /** The first byte behind the token: behind the value of an element or fragment, behind the header or delimiter of others. */
    public long endOffset() {
        return token == Token.ELEMENT || token == Token.FRAGMENT ? valueOffset() + length : valueOffset();
    }

    /** How many items enclose the element or sequence; an item has the depth of its sequence. 0 is the top level. */
    public int depth() {
        return depth;
    }

    /** Where the header's length field stands; only for tokens that have a header. */
    public long lengthFieldOffset() {
        return headerOffset + headerLength - lengthFieldBytes;
    }

    /** 2 or 4; 0 for the end of an item or sequence. */
    public int lengthFieldBytes() {
        return lengthFieldBytes;
    }

    /** Whether this token's header carries a VR; for items, whether their elements do. */
    public boolean explicitVr() {
        return headerEncoding.explicitVr();
    }

    public boolean bigEndian() {
        return headerEncoding.bigEndian();
    }

    /** Whether {@link ReaderOptions#stopBefore} has ended the reading; tag and header offset are then those of the element not read. */
    public boolean stopped() {
        return stopped;
    }

    /** Bytes of the (inflated) data set that have been consumed. */
    public long position() {
        return source.position();
    }

    /** Who reserved the block of the current private element, in its own item or data set; null if nobody did. */
    public @Nullable String privateCreator() {
        return Tag.isPrivate(tag) && !Tag.isPrivateCreator(tag) ? containers.creator(Tag.creatorOf(tag)) : null;
    }

    /**
     * The value of the current ELEMENT or FRAGMENT as it stands, padding included. Only once, before {@link #next}.
     *
     * @throws DicomFormatException if it is longer than {@link ReaderOptions#maxValueBytes} or ends too early
     */
    public byte[] value() throws IOException {
        if ((token != Token.ELEMENT && token != Token.FRAGMENT) || valueTaken) {
            throw new IllegalStateException("No value, or it was taken before");
        }
        if (length > options.maxValueBytes()) {
            throw problem(DicomProblem.LIMIT_EXCEEDED, "A value longer than the limit allows");
        }
        valueTaken = true;
        unreadValueBytes = 0;
        try {
            return source.take((int) length);
        } catch (EOFException e) {
            throw new DicomFormatException(
                    DicomProblem.TRUNCATED, "The data set ends inside a value", tag, headerOffset, e);
        }
    }

    @Override
    public void close() throws IOException {
        source.close();
    }

    private void passUnreadValue() throws IOException {
        long unread = unreadValueBytes;
        unreadValueBytes = 0;
        if (unread > 0 && source.skip(unread) < unread) {
            throw problem(DicomProblem.TRUNCATED, "The data set ends inside a value");
        }
    }

    private @Nullable Token nextOfDataSet() throws IOException {
        depth = 0;
        int window = source.window(8);
        if (window == 0) {
            return null;
        }
        if (window < 8) {
            throw incompleteHeader(window);
        }
        tag = peekTag();
        int stop = options.stopBefore();
        if (stop != ReaderOptions.NO_STOP && Integer.compareUnsigned(tag, stop) >= 0) {
            stopped = true;
            return null;
        }
        return readElement();
    }

    private Token nextOfItem() throws IOException {
        if (containers.isAtEnd(source.position())) {
            return endItem();
        }
        requireWindow(8);
        if (peekTag() == Tag.ItemDelimitation) {
            headerLength = 8;
            source.skip(8);
            return endItem();
        }
        return readElement();
    }

    private Token endItem() {
        headerEncoding = encoding;
        containers.leave();
        encoding = containers.encoding();
        tag = Tag.Item;
        depth = containers.depth();
        return Token.ITEM_END;
    }

    private Token nextOfSequence() throws IOException {
        if (containers.isAtEnd(source.position())) {
            return endSequence(Token.SEQUENCE_END);
        }
        requireWindow(8);
        int found = peekTag();
        if (found == Tag.SequenceDelimitation) {
            headerLength = 8;
            source.skip(8);
            return endSequence(Token.SEQUENCE_END);
        }
        if (found != Tag.Item) {
            throw problem(DicomProblem.CORRUPT, "Neither an item nor a delimiter in a sequence");
        }
        readItemHeader();
        depth = containers.depth();
        if (containers.depth() >= options.maxDepth()) {
            throw problem(DicomProblem.LIMIT_EXCEEDED, "Sequences nested deeper than the limit allows");
        }
        if (!containers.enterItem(source.position(), length)) {
            throw beyondEnd("An item longer than what encloses it");
        }
        if (containers.isUnknownSequence()) {
            encoding = EncodingGuess.atDataSet(source, containers.limit(), encoding);
            containers.changeEncoding(encoding);
        }
        headerEncoding = encoding;
        return Token.ITEM_START;
    }

    private Token nextOfFragments() throws IOException {
        requireWindow(8);
        int found = peekTag();
        if (found == Tag.SequenceDelimitation) {
            headerLength = 8;
            source.skip(8);
            return endSequence(Token.FRAGMENTS_END);
        }
        readItemHeader();
        depth = containers.depth();
        if (found != Tag.Item || length == UNDEFINED) {
            throw problem(DicomProblem.CORRUPT, "Neither a fragment nor a delimiter in encapsulated pixel data");
        }
        requireInside();
        unreadValueBytes = length;
        return Token.FRAGMENT;
    }

    private Token endSequence(Token end) {
        tag = containers.tag();
        vr = containers.vr();
        headerEncoding = encoding;
        containers.leave();
        encoding = containers.encoding();
        depth = containers.depth();
        return end;
    }

    private void readItemHeader() throws IOException {
        tag = Tag.Item;
        vr = Vr.UN;
        headerLength = 8;
        lengthFieldBytes = 4;
        headerEncoding = encoding;
        length = unsignedUnlessUndefined(encoding.int32(source.windowBytes(), source.windowStart() + 4));
        source.skip(8);
    }

    private Token readElement() throws IOException {
        tag = peekTag();
        depth = containers.depth();
        readHeader();
        source.skip(headerLength);
        if (isSequence()) {
            return enter(Token.SEQUENCE_START);
        }
        if (length == UNDEFINED) {
            return enter(Token.FRAGMENTS_START);
        }
        requireInside();
        unreadValueBytes = length;
        if (Tag.isPrivateCreator(tag) && length <= MAX_CREATOR_BYTES) {
            rememberCreator();
        }
        return Token.ELEMENT;
    }

    private void readHeader() throws IOException {
        byte[] bytes = source.windowBytes();
        int start = source.windowStart();
        headerEncoding = encoding;
        headerLength = 8;
        lengthFieldBytes = 4;
        if (tag == Tag.SequenceDelimitation && depth > 0) {
            throw problem(DicomProblem.CORRUPT, "An item without delimiter");
        }
        if (tag == Tag.ItemDelimitation || tag == Tag.SequenceDelimitation) {
            // One too many. It holds nothing: DCMTK too takes its length, whatever it says, for zero.
            vr = Vr.UN;
            length = 0;
            return;
        }
        if (tag == Tag.Item) {
            throw problem(DicomProblem.CORRUPT, "An item outside of any sequence");
        }
        if (!encoding.explicitVr()) {
            readImplicitHeader(bytes, start);
            return;
        }
        int code = Encoding.vrCode(bytes, start + 4);
        Vr known = Vr.of(code);
        if (known == null
                && encoding == Encoding.EXPLICIT_LITTLE
                && !isUpperCase(code)
                && EncodingGuess.isImplicitElement(source, containers.limit(), encoding)) {
            headerEncoding = Encoding.IMPLICIT_LITTLE;
            readImplicitHeader(source.windowBytes(), source.windowStart());
            return;
        }
        vr = known == null ? Vr.UN : known;
        boolean longLength = known == null ? isUpperCase(code) : known.hasLongLength();
        if (longLength) {
            requireWindow(12);
            headerLength = 12;
            length = unsignedUnlessUndefined(encoding.int32(source.windowBytes(), source.windowStart() + 8));
        } else {
            lengthFieldBytes = 2;
            length = encoding.uint16(source.windowBytes(), source.windowStart() + 6);
        }
    }

    private void readImplicitHeader(byte[] bytes, int start) {
        length = unsignedUnlessUndefined(encoding.int32(bytes, start + 4));
        vr = Dictionary.standard().vr(tag, privateCreator());
    }

    /** A defined-length sequence must begin with an item; where only a dictionary calls it a sequence, it may be none. */
    private boolean isSequence() throws IOException {
        if (length == UNDEFINED) {
            boolean pixels = tag == Tags.PixelData;
            if (vr == Vr.SQ || (!pixels && (vr == Vr.UN || !headerEncoding.explicitVr()))) {
                return true;
            }
            if (!pixels && !isBinaryOfAnyLength(vr)) {
                throw problem(DicomProblem.CORRUPT, "An undefined length in a VR that has none");
            }
            return false;
        }
        if (vr != Vr.SQ || headerEncoding.explicitVr() || length == 0) {
            return vr == Vr.SQ;
        }
        int found = source.window(4) < 4 ? 0 : peekTag();
        boolean sequence = found == Tag.Item || found == Tag.SequenceDelimitation;
        vr = sequence ? Vr.SQ : Vr.UN;
        return sequence;
    }

    private static boolean isBinaryOfAnyLength(Vr vr) {
        return switch (vr) {
            case OB, OW, OD, OF, OL, OV -> true;
            default -> false;
        };
    }

    private Token enter(Token start) throws IOException {
        boolean implicitAmongExplicit = encoding.explicitVr() && (vr == Vr.UN || !headerEncoding.explicitVr());
        boolean unknown = start == Token.SEQUENCE_START && implicitAmongExplicit;
        Containers.Kind kind = start == Token.SEQUENCE_START ? Containers.Kind.SEQUENCE : Containers.Kind.FRAGMENTS;
        if (unknown) {
            encoding = Encoding.IMPLICIT_LITTLE;
        }
        if (!containers.enter(kind, tag, vr, unknown, encoding, source.position(), length)) {
            throw beyondEnd("A sequence longer than what encloses it");
        }
        return start;
    }

    private void rememberCreator() throws IOException {
        int bytes = (int) length;
        if (source.window(bytes) == bytes) {
            containers.rememberCreator(tag, source.windowBytes(), source.windowStart(), bytes);
        }
    }

    private int peekTag() {
        return encoding.tag(source.windowBytes(), source.windowStart());
    }

    private void requireWindow(int bytes) throws IOException {
        int window = source.window(bytes);
        if (window < bytes) {
            throw problem(DicomProblem.TRUNCATED, "The data set ends inside a header or before a delimiter");
        }
    }

    private void requireInside() {
        if (length > containers.limit() - source.position()) {
            throw beyondEnd("A value longer than what encloses it");
        }
    }

    private DicomFormatException beyondEnd(String rule) {
        boolean beyondData = length > source.size() - source.position();
        return beyondData
                ? problem(DicomProblem.TRUNCATED, "The data set ends inside a value")
                : problem(DicomProblem.CORRUPT, rule);
    }

    /** Fewer than eight bytes at the very end: zeroes were padded on, anything else was cut off. */
    private DicomFormatException incompleteHeader(int window) {
        boolean zeroes = true;
        for (int i = 0; i < window; i++) {
            zeroes &= source.windowBytes()[source.windowStart() + i] == 0;
        }
        tag = -1;
        return zeroes
                ? problem(DicomProblem.CORRUPT, "Padding behind the last element that is no element itself")
                : problem(DicomProblem.TRUNCATED, "The data set ends inside a header");
    }

    private DicomFormatException problem(DicomProblem problem, String rule) {
        return new DicomFormatException(problem, rule, tag, headerOffset);
    }

    private static boolean isUpperCase(int vrCode) {
        int first = vrCode >>> 8;
        int second = vrCode & 0xFF;
        return first >= 'A' && first <= 'Z' && second >= 'A' && second <= 'Z';
    }

    private static long unsignedUnlessUndefined(int length) {
        return length == -1 ? UNDEFINED : length & 0xFFFFFFFFL;
    }
}

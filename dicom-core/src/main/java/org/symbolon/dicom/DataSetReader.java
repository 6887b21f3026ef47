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
import org.symbolon.dicom.internal.TokenHeader;

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

    private static final long UNDEFINED = TokenHeader.UNDEFINED;
    private static final int MAX_CREATOR_BYTES = 1024;

    private final ByteSource source;
    private final ReaderOptions options;
    private final Containers containers;
    private final TokenHeader header;
    private long tokens;
    private boolean stopped;

    private @Nullable Token token;
    private int depth;
    private long unreadValueBytes;
    private boolean valueTaken;

    private DataSetReader(ByteSource source, TransferSyntax syntax, ReaderOptions options) throws IOException {
        this.source = source;
        this.options = options;
        Encoding claimed = Encoding.of(syntax.explicitVr(), syntax.bigEndian());
        Encoding encoding = EncodingGuess.atDataSet(source, source.size(), claimed);
        this.containers = new Containers(source.size(), encoding);
        this.header = new TokenHeader(source, encoding);
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
        header.begin(containers.encoding());
        valueTaken = false;
        token = switch (containers.kind()) {
            case DATA_SET -> nextOfDataSet();
            case ITEM -> nextOfItem();
            case SEQUENCE -> nextOfSequence();
            case FRAGMENTS -> nextOfFragments();
        };
        if (token != null && ++tokens > options.maxElements()) {
            throw header.problem(DicomProblem.LIMIT_EXCEEDED, "More tokens than the limit allows");
        }
        return token;
    }

    /** The current token; null before the first and after the last. */
    public @Nullable Token token() {
        return token;
    }

    /** The tag; that of the sequence for SEQUENCE_END and FRAGMENTS_END, (FFFE,E000) for items and fragments. */
    public int tag() {
        return header.tag();
    }

    /** The VR; UN if neither the data set nor the dictionary tells. */
    public Vr vr() {
        return header.vr();
    }

    /** Length of the value as the header says, -1 if undefined. */
    public long length() {
        return header.length();
    }

    public boolean lengthIsDefined() {
        return header.length() != UNDEFINED;
    }

    /** Where the token begins. */
    public long headerOffset() {
        return header.offset();
    }

    /** 8 or 12 for a header, 8 for a delimiter, 0 for the end of what has a defined length. */
    public int headerLength() {
        return header.bytes();
    }

    public long valueOffset() {
        return header.offset() + header.bytes();
    }

    /** The first byte behind the token: behind the value of an element or fragment, behind the header or delimiter of others. */
    public long endOffset() {
        return token == Token.ELEMENT || token == Token.FRAGMENT ? valueOffset() + header.length() : valueOffset();
    }

    /** How many items enclose the element or sequence; an item has the depth of its sequence. 0 is the top level. */
    public int depth() {
        return depth;
    }

    /** Where the header's length field stands; only for tokens that have a header. */
    public long lengthFieldOffset() {
        return valueOffset() - header.lengthFieldBytes();
    }

    /** 2 or 4; 0 for the end of an item or sequence. */
    public int lengthFieldBytes() {
        return header.lengthFieldBytes();
    }

    /** Whether the header of this token is written with a VR field; always as around it, but for a slip of the writer. */
    public boolean explicitVr() {
        return header.encoding().explicitVr();
    }

    public boolean bigEndian() {
        return header.encoding().bigEndian();
    }

    /**
     * Whether elements are written with a VR field at the place that has been reached: inside of what was just entered,
     * or in the data set before the first token. It is what an element inserted here must be written like.
     */
    public boolean contentHasExplicitVr() {
        return containers.encoding().explicitVr();
    }

    /** As {@link #contentHasExplicitVr} for the byte order. */
    public boolean contentIsBigEndian() {
        return containers.encoding().bigEndian();
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
        int tag = header.tag();
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
        if (header.length() > options.maxValueBytes()) {
            throw header.problem(DicomProblem.LIMIT_EXCEEDED, "A value longer than the limit allows");
        }
        valueTaken = true;
        unreadValueBytes = 0;
        try {
            return source.take((int) header.length());
        } catch (EOFException e) {
            throw header.problem(DicomProblem.TRUNCATED, "The data set ends inside a value", e);
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
            throw header.problem(DicomProblem.TRUNCATED, "The data set ends inside a value");
        }
    }

    private @Nullable Token nextOfDataSet() throws IOException {
        depth = 0;
        int window = source.window(TokenHeader.DELIMITER_BYTES);
        if (window == 0) {
            return null;
        }
        if (window < TokenHeader.DELIMITER_BYTES) {
            throw incompleteHeader(window);
        }
        int tag = header.peekTag(4);
        int stop = options.stopBefore();
        if (stop != ReaderOptions.NO_STOP && Integer.compareUnsigned(tag, stop) >= 0) {
            header.stopAt(tag);
            stopped = true;
            return null;
        }
        return readElement();
    }

    private Token nextOfItem() throws IOException {
        if (containers.isAtEnd(source.position())) {
            return endItem(0);
        }
        if (header.peekTag(TokenHeader.DELIMITER_BYTES) == Tag.ItemDelimitation) {
            return endItem(TokenHeader.DELIMITER_BYTES);
        }
        return readElement();
    }

    private Token endItem(int delimiterBytes) throws IOException {
        header.end(Tag.Item, Vr.UN, delimiterBytes);
        containers.leave();
        depth = containers.depth();
        return Token.ITEM_END;
    }

    private Token nextOfSequence() throws IOException {
        if (containers.isAtEnd(source.position())) {
            return endSequence(Token.SEQUENCE_END, 0);
        }
        int tag = header.peekTag(TokenHeader.DELIMITER_BYTES);
        if (tag == Tag.SequenceDelimitation) {
            return endSequence(Token.SEQUENCE_END, TokenHeader.DELIMITER_BYTES);
        }
        header.readItem();
        if (tag != Tag.Item) {
            throw header.problem(DicomProblem.CORRUPT, "Neither an item nor a delimiter in a sequence");
        }
        depth = containers.depth();
        if (depth >= options.maxDepth()) {
            throw header.problem(DicomProblem.LIMIT_EXCEEDED, "Sequences nested deeper than the limit allows");
        }
        if (!containers.enterItem(source.position(), header.length())) {
            throw beyondEnd("An item longer than what encloses it");
        }
        if (containers.isUnknownSequence()) {
            containers.changeEncoding(EncodingGuess.atDataSet(source, containers.limit(), containers.encoding()));
        }
        return Token.ITEM_START;
    }

    private Token nextOfFragments() throws IOException {
        int tag = header.peekTag(TokenHeader.DELIMITER_BYTES);
        if (tag == Tag.SequenceDelimitation) {
            return endSequence(Token.FRAGMENTS_END, TokenHeader.DELIMITER_BYTES);
        }
        header.readItem();
        depth = containers.depth();
        if (tag != Tag.Item || header.length() == UNDEFINED) {
            throw header.problem(DicomProblem.CORRUPT, "Neither a fragment nor a delimiter in encapsulated pixel data");
        }
        requireInside();
        unreadValueBytes = header.length();
        return Token.FRAGMENT;
    }

    private Token endSequence(Token end, int delimiterBytes) throws IOException {
        header.end(containers.tag(), containers.vr(), delimiterBytes);
        containers.leave();
        depth = containers.depth();
        return end;
    }

    private Token readElement() throws IOException {
        depth = containers.depth();
        header.readElement(containers);
        if (header.isSequence()) {
            return enter(Token.SEQUENCE_START);
        }
        if (header.length() == UNDEFINED) {
            return enter(Token.FRAGMENTS_START);
        }
        requireInside();
        unreadValueBytes = header.length();
        if (Tag.isPrivateCreator(header.tag()) && header.length() <= MAX_CREATOR_BYTES) {
            rememberCreator();
        }
        return Token.ELEMENT;
    }

    private Token enter(Token start) {
        Encoding around = containers.encoding();
        boolean implicitAmongExplicit = around.explicitVr()
                && (header.vr() == Vr.UN || !header.encoding().explicitVr());
        boolean unknown = start == Token.SEQUENCE_START && implicitAmongExplicit;
        boolean entered = containers.enter(
                start == Token.SEQUENCE_START ? Containers.Kind.SEQUENCE : Containers.Kind.FRAGMENTS,
                header.tag(),
                header.vr(),
                unknown,
                unknown ? Encoding.IMPLICIT_LITTLE : around,
                source.position(),
                header.length());
        if (!entered) {
            throw beyondEnd("A sequence longer than what encloses it");
        }
        return start;
    }

    private void rememberCreator() throws IOException {
        int bytes = (int) header.length();
        if (source.window(bytes) == bytes) {
            containers.rememberCreator(header.tag(), source.windowBytes(), source.windowStart(), bytes);
        }
    }

    private void requireInside() {
        if (header.length() > containers.limit() - source.position()) {
            throw beyondEnd("A value longer than what encloses it");
        }
    }

    private DicomFormatException beyondEnd(String rule) {
        boolean beyondData = header.length() > source.size() - source.position();
        return beyondData
                ? header.problem(DicomProblem.TRUNCATED, "The data set ends inside a value")
                : header.problem(DicomProblem.CORRUPT, rule);
    }

    /** Fewer than eight bytes at the very end: zeroes were padded on, anything else was cut off. */
    private DicomFormatException incompleteHeader(int window) {
        boolean zeroes = true;
        for (int i = 0; i < window; i++) {
            zeroes &= source.windowBytes()[source.windowStart() + i] == 0;
        }
        return zeroes
                ? new DicomFormatException(DicomProblem.CORRUPT, "Padding behind the last element", -1, header.offset())
                : new DicomFormatException(
                        DicomProblem.TRUNCATED, "The data set ends inside a header", -1, header.offset());
    }
}

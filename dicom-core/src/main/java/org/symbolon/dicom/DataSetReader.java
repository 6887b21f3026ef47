package org.symbolon.dicom;

import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import org.jspecify.annotations.Nullable;
import org.symbolon.dicom.internal.BufferStream;
import org.symbolon.dicom.internal.ByteSource;
import org.symbolon.dicom.internal.Containers;
import org.symbolon.dicom.internal.Encoding;
import org.symbolon.dicom.internal.InflatedStream;
import org.symbolon.dicom.internal.TokenHeader;
import org.symbolon.dicom.internal.TokenParser;
import org.symbolon.dicom.internal.ValueStream;

/**
 * Walks through a data set token by token (PS3.5 section 7), forward only, holding no more than a small window of it.
 * Each call of {@link #next} moves to the next token, and the accessors tell of that token where it stands: taken
 * together the ranges from {@link #headerOffset} to {@link #endOffset} of all tokens cover the data set without gap or
 * overlap. All offsets are those of the (inflated) data set, whose first byte is 0.
 *
 * <p>Reads what real writers produce: data sets in another encoding than they claim, unknown VRs, implicit elements
 * among explicit ones, UN sequences (implicit inside, PS3.5 6.2.2), items that overrun their sequence, delimiters in
 * items of defined length, elements out of order or twice; each of these is a {@link #findings finding}. What cannot be
 * read ends in a {@link DicomFormatException}; whether a data set is complete is known only when {@link #next} has
 * returned null. {@link Leniency} makes it stricter or more forgiving.
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

    private final ByteSource source;
    private final TokenParser parser;
    private final TokenHeader header;
    private final Containers containers;
    private final ReaderOptions options;
    private final @Nullable ValueOrigin origin;

    private @Nullable Token token;
    private boolean valueTaken;

    private DataSetReader(ByteSource source, TransferSyntax syntax, ReaderOptions options, @Nullable ValueOrigin origin)
            throws IOException {
        this.source = source;
        this.options = options;
        this.origin = origin;
        this.parser = new TokenParser(source, Encoding.of(syntax.explicitVr(), syntax.bigEndian()), options);
        this.header = parser.header();
        this.containers = parser.containers();
    }

    /** Reads a stream from its present position to its end; inflates it if the syntax says so. */
    public static DataSetReader of(InputStream in, TransferSyntax syntax, ReaderOptions options) throws IOException {
        InputStream plain = syntax.deflated() ? InflatedStream.of(in, options.leniency()) : in;
        return new DataSetReader(ByteSource.of(plain), syntax, options, null);
    }

    /** Reads a data set in memory without copying it. A deflated one is inflated as it is read. */
    public static DataSetReader of(byte[] dataSet, TransferSyntax syntax, ReaderOptions options) throws IOException {
        return of(dataSet, 0, dataSet.length, syntax, options);
    }

    /** As {@link #of(byte[], TransferSyntax, ReaderOptions)}, for a part of an array. */
    public static DataSetReader of(byte[] bytes, int offset, int length, TransferSyntax syntax, ReaderOptions options)
            throws IOException {
        if (syntax.deflated()) {
            return of(new ByteArrayInputStream(bytes, offset, length), syntax, options);
        }
        ByteSource source = ByteSource.of(bytes, offset, length);
        return new DataSetReader(source, syntax, options, ValueOrigin.of(bytes, offset));
    }

    /** Reads a buffer from its position to its limit, without copying it if it has an array; the position stays. */
    public static DataSetReader of(ByteBuffer buffer, TransferSyntax syntax, ReaderOptions options) throws IOException {
        if (buffer.hasArray()) {
            int offset = buffer.arrayOffset() + buffer.position();
            return of(buffer.array(), offset, buffer.remaining(), syntax, options);
        }
        return of(new BufferStream(buffer.duplicate()), syntax, options);
    }

    /**
     * Reads a channel from the given position to its end and moves over large values by seeking. The syntax is not a
     * deflated one: a deflated data set is read as a stream.
     */
    public static DataSetReader of(
            SeekableByteChannel channel, long dataSetOffset, TransferSyntax syntax, ReaderOptions options)
            throws IOException {
        return of(channel, dataSetOffset, syntax, options, null);
    }

    /** As the public ones, with the place from which large values can be read again. */
    static DataSetReader of(
            SeekableByteChannel channel,
            long dataSetOffset,
            TransferSyntax syntax,
            ReaderOptions options,
            @Nullable ValueOrigin origin)
            throws IOException {
        if (syntax.deflated()) {
            throw new IllegalArgumentException("A deflated data set is read as a stream");
        }
        return new DataSetReader(ByteSource.of(channel, dataSetOffset), syntax, options, origin);
    }

    /** As {@link #of(InputStream, TransferSyntax, ReaderOptions)} for a stream that has been inflated, and can be opened again. */
    static DataSetReader ofInflated(InputStream in, TransferSyntax syntax, ReaderOptions options, ValueOrigin origin)
            throws IOException {
        return new DataSetReader(ByteSource.of(in), syntax, options, origin);
    }

    /** Moves to the next token; null at the end of the data set or where the options say. */
    public @Nullable Token next() throws IOException {
        valueTaken = false;
        token = parser.next();
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
        return header.length() != TokenHeader.UNDEFINED;
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
        return parser.depth();
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

    /** Whether {@link ReaderOptions#stopBefore} or {@link ReaderOptions#stop} has ended the reading; tag and header offset are then those of the element not read. */
    public boolean stopped() {
        return parser.stopped();
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
     * @throws DicomFormatException if it is longer than {@link ReaderOptions#maxValueBytes} or ends too early; for
     *     {@link Leniency#SALVAGE} it is then shorter
     */
    public byte[] value() throws IOException {
        requireValue();
        return parser.takeValue(header.length());
    }

    /**
     * The value of the current ELEMENT or FRAGMENT as a stream, of any length. Only once, and until {@link #next}, which
     * passes over what was not read. It need not be closed.
     */
    public InputStream valueStream() {
        requireValue();
        return new ValueStream(parser);
    }

    /**
     * The value of the current ELEMENT or FRAGMENT as a place in what is read, without reading it; null if it cannot be
     * read again later, as in a stream.
     */
    public @Nullable LargeValue valueRange() {
        if (origin == null || (token != Token.ELEMENT && token != Token.FRAGMENT)) {
            return null;
        }
        int unitBytes = bigEndian() && token == Token.ELEMENT ? header.vr().unitBytes() : 1;
        return new LargeValue(origin, valueOffset(), header.length(), unitBytes);
    }

    /** What was against the standard so far. */
    public Findings findings() {
        return parser.deviations().findings();
    }

    /** Where the current token stands, {@code (0040,A730)[2].(0040,A160)}; item numbers count from 0. */
    public String path() {
        return containers.path(token == Token.ITEM_START || token == Token.FRAGMENT ? -1 : header.tag());
    }

    public ReaderOptions options() {
        return options;
    }

    @Override
    public void close() throws IOException {
        source.close();
    }

    private void requireValue() {
        if ((token != Token.ELEMENT && token != Token.FRAGMENT) || valueTaken) {
            throw new IllegalStateException("No value, or it was taken before");
        }
        valueTaken = true;
    }
}

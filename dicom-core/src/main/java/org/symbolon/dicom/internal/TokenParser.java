package org.symbolon.dicom.internal;

import java.io.EOFException;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.symbolon.dicom.DataSetReader.Token;
import org.symbolon.dicom.DicomFormatException;
import org.symbolon.dicom.DicomProblem;
import org.symbolon.dicom.Leniency;
import org.symbolon.dicom.ReaderOptions;
import org.symbolon.dicom.StopPredicate;
import org.symbolon.dicom.Tag;
import org.symbolon.dicom.Vr;

/** Decides what the next token is (PS3.5 section 7). What is against the rules goes to the {@link Deviations}. */
public final class TokenParser {
    private static final long UNDEFINED = TokenHeader.UNDEFINED;
    private static final int MAX_CREATOR_BYTES = 1024;

    private final ByteSource source;
    private final ReaderOptions options;
    private final Containers containers;
    private final TokenHeader header;
    private final Deviations deviations;
    private long tokens;
    private boolean stopped;
    /** The data is over before its time: all that is left to do is to close what is open. */
    private boolean ended;

    private int depth;
    private long unreadValueBytes;

    public TokenParser(ByteSource source, Encoding claimed, ReaderOptions options) throws IOException {
        this.source = source;
        this.options = options;
        Encoding encoding = EncodingGuess.atDataSet(source, source.size(), claimed);
        this.containers = new Containers(source.size(), encoding);
        this.header = new TokenHeader(source, encoding, options.leniency());
        this.deviations = new Deviations(options, header, containers);
        if (encoding != claimed) {
            deviations.note("The data set is not encoded as its transfer syntax says (PS3.5 section 10)");
        }
    }

    public TokenHeader header() {
        return header;
    }

    public Containers containers() {
        return containers;
    }

    public Deviations deviations() {
        return deviations;
    }

    public int depth() {
        return depth;
    }

    public boolean stopped() {
        return stopped;
    }

    /** The value of the current token, to be read once. */
    public byte[] takeValue(long length) throws IOException {
        if (length > options.maxValueBytes()) {
            throw header.problem(DicomProblem.LIMIT_EXCEEDED, "A value longer than the limit allows");
        }
        unreadValueBytes = 0;
        if (options.leniency() != Leniency.SALVAGE) {
            try {
                return source.take((int) length);
            } catch (EOFException e) {
                throw header.problem(DicomProblem.TRUNCATED, "The data set ends inside a value", e);
            }
        }
        byte[] value = source.takeUpTo((int) length);
        if (value.length < length) {
            deviations.add(DicomProblem.TRUNCATED, "The data set ends inside a value");
            ended = true;
        }
        return value;
    }

    /** Reads on in the value of the current token; -1 at its end. */
    public int readValue(byte[] target, int offset, int length) throws IOException {
        if (unreadValueBytes == 0) {
            return -1;
        }
        int count = source.read(target, offset, (int) Math.min(length, unreadValueBytes));
        if (count < 0) {
            deviations.orThrow(DicomProblem.TRUNCATED, "The data set ends inside a value");
            ended = true;
            unreadValueBytes = 0;
            return -1;
        }
        unreadValueBytes -= count;
        return count;
    }

    public @Nullable Token next() throws IOException {
        if (stopped) {
            return null;
        }
        Token token;
        try {
            passUnreadValue();
            header.begin(containers.encoding());
            token = ended ? close() : read();
        } catch (DicomFormatException e) {
            if (!deviations.salvages(e)) {
                throw e;
            }
            ended = true;
            header.begin(containers.encoding());
            token = close();
        }
        if (token != null && ++tokens > options.maxElements()) {
            throw header.problem(DicomProblem.LIMIT_EXCEEDED, "More tokens than the limit allows");
        }
        return token;
    }

    private @Nullable Token read() throws IOException {
        return switch (containers.kind()) {
            case DATA_SET -> nextOfDataSet();
            case ITEM -> nextOfItem();
            case SEQUENCE -> nextOfSequence();
            case FRAGMENTS -> nextOfFragments();
        };
    }

    private @Nullable Token close() throws IOException {
        return switch (containers.kind()) {
            case DATA_SET -> {
                depth = 0;
                yield null;
            }
            case ITEM -> endItem(0);
            case SEQUENCE -> endSequence(Token.SEQUENCE_END, 0);
            case FRAGMENTS -> endSequence(Token.FRAGMENTS_END, 0);
        };
    }

    private void passUnreadValue() throws IOException {
        long unread = unreadValueBytes;
        unreadValueBytes = 0;
        if (unread > 0 && source.skip(unread) < unread) {
            deviations.orThrow(DicomProblem.TRUNCATED, "The data set ends inside a value");
            ended = true;
        }
    }

    private @Nullable Token nextOfDataSet() throws IOException {
        depth = 0;
        int window = source.window(TokenHeader.DELIMITER_BYTES);
        if (window == 0) {
            DicomFormatException damage = source.damage();
            if (damage != null) {
                deviations.add(damage.problem(), damage.rule());
            }
            return null;
        }
        if (window < TokenHeader.DELIMITER_BYTES) {
            return incompleteHeader(window);
        }
        int tag = header.peekTag(4);
        int stop = options.stopBefore();
        if (stop != ReaderOptions.NO_STOP && Integer.compareUnsigned(tag, stop) >= 0) {
            header.stopAt(tag);
            stopped = true;
            return null;
        }
        StopPredicate predicate = options.stop();
        if (predicate == StopPredicate.NEVER) {
            return readElement();
        }
        header.readElement(containers);
        boolean sequence = header.isSequence();
        if (predicate.stopsBefore(header.tag(), header.vr(), header.length())) {
            stopped = true;
            return null;
        }
        return element(sequence);
    }

    private Token nextOfItem() throws IOException {
        if (containers.isAtEnd(source.position())) {
            return endItem(0);
        }
        int tag = header.peekTag(TokenHeader.DELIMITER_BYTES);
        if (tag == Tag.ItemDelimitation) {
            if (containers.end() != UNDEFINED) {
                deviations.note("An item of defined length has no delimiter (PS3.5 7.5.1)");
            }
            return endItem(TokenHeader.DELIMITER_BYTES);
        }
        if (options.leniency() == Leniency.SALVAGE && (tag == Tag.Item || tag == Tag.SequenceDelimitation)) {
            deviations.add(DicomProblem.CORRUPT, "An item without delimiter (PS3.5 7.5.1)");
            return endItem(0);
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
            if (source.position() > containers.end()) {
                deviations.note("An item ends inside its sequence (PS3.5 7.5.1)");
            }
            return endSequence(Token.SEQUENCE_END, 0);
        }
        int tag = header.peekTag(TokenHeader.DELIMITER_BYTES);
        if (tag == Tag.SequenceDelimitation) {
            if (containers.end() != UNDEFINED) {
                deviations.note("A sequence of defined length has no delimiter (PS3.5 7.5.2)");
            }
            return endSequence(Token.SEQUENCE_END, TokenHeader.DELIMITER_BYTES);
        }
        header.readItem();
        depth = containers.depth();
        if (tag != Tag.Item) {
            return strayInSequence();
        }
        header.consume();
        if (depth >= options.maxDepth()) {
            throw header.problem(DicomProblem.LIMIT_EXCEEDED, "Sequences nested deeper than the limit allows");
        }
        countItem();
        if (!containers.enterItem(source.position(), header.length())) {
            beyondEnd("An item longer than what encloses it");
            header.limitLength(Math.max(0, containers.limit() - source.position()));
            containers.enterItem(source.position(), header.length());
        }
        if (containers.isUnknownSequence()) {
            containers.changeEncoding(EncodingGuess.atDataSet(source, containers.limit(), containers.encoding()));
        }
        return Token.ITEM_START;
    }

    /** Where a sequence should go on but does not, it ends: one of defined length at its end, any other where it stands. */
    private Token strayInSequence() throws IOException {
        deviations.orThrow(DicomProblem.CORRUPT, "Neither an item nor a delimiter in a sequence");
        long rest = containers.end() == UNDEFINED ? 0 : containers.end() - source.position();
        header.begin(containers.encoding());
        if (rest > Integer.MAX_VALUE || source.window(1) == 0) {
            ended = true;
            return endSequence(Token.SEQUENCE_END, 0);
        }
        return endSequence(Token.SEQUENCE_END, (int) rest);
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
        header.consume();
        countItem();
        requireInside();
        unreadValueBytes = header.length();
        return Token.FRAGMENT;
    }

    private void countItem() {
        if (containers.countItem() > options.maxItems()) {
            throw header.problem(DicomProblem.LIMIT_EXCEEDED, "More items than the limit allows");
        }
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
        return element(header.isSequence());
    }

    private Token element(boolean sequence) throws IOException {
        header.consume();
        deviations.judge();
        if (sequence) {
            return enter(Token.SEQUENCE_START, Containers.Kind.SEQUENCE);
        }
        if (header.length() == UNDEFINED) {
            return enter(Token.FRAGMENTS_START, Containers.Kind.FRAGMENTS);
        }
        requireInside();
        unreadValueBytes = header.length();
        if (Tag.isPrivateCreator(header.tag()) && header.length() <= MAX_CREATOR_BYTES) {
            rememberCreator();
        }
        return Token.ELEMENT;
    }

    private Token enter(Token start, Containers.Kind kind) {
        Encoding around = containers.encoding();
        boolean implicitAmongExplicit = around.explicitVr()
                && (header.vr() == Vr.UN || !header.encoding().explicitVr());
        boolean unknown = kind == Containers.Kind.SEQUENCE && implicitAmongExplicit;
        Encoding inside = unknown ? Encoding.IMPLICIT_LITTLE : around;
        long position = source.position();
        if (!containers.enter(kind, header.tag(), header.vr(), unknown, inside, position, header.length())) {
            beyondEnd("A sequence longer than what encloses it");
            header.limitLength(Math.max(0, containers.limit() - position));
            containers.enter(kind, header.tag(), header.vr(), unknown, inside, position, header.length());
        }
        return start;
    }

    private void rememberCreator() throws IOException {
        int bytes = (int) header.length();
        if (source.window(bytes) == bytes) {
            containers.rememberCreator(header.tag(), source.windowBytes(), source.windowStart(), bytes);
        }
    }

    /** A value that overruns its item is taken whole if it is salvaged, and the item ends with it; the end of the data cuts it. */
    private void requireInside() {
        if (header.length() > containers.limit() - source.position()) {
            beyondEnd("A value longer than what encloses it");
            if (header.length() > source.size() - source.position()) {
                header.limitLength(Math.max(0, source.size() - source.position()));
                ended = true;
            }
        }
    }

    private void beyondEnd(String rule) {
        boolean beyondData = header.length() > source.size() - source.position();
        if (beyondData) {
            deviations.orThrow(DicomProblem.TRUNCATED, "The data set ends inside a value");
        } else {
            deviations.orThrow(DicomProblem.CORRUPT, rule);
        }
    }

    /** Fewer than eight bytes at the very end: zeroes were padded on, anything else was cut off. */
    private Token incompleteHeader(int window) throws IOException {
        boolean zeroes = true;
        for (int i = 0; i < window; i++) {
            zeroes &= source.windowBytes()[source.windowStart() + i] == 0;
        }
        if (!zeroes) {
            throw new DicomFormatException(
                    DicomProblem.TRUNCATED, "The data set ends inside a header", -1, header.offset());
        }
        header.readPadding(window);
        header.consume();
        deviations.note("Zeroes behind the last element");
        return Token.ELEMENT;
    }
}

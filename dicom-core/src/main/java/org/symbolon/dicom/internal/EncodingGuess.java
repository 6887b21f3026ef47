package org.symbolon.dicom.internal;

import java.io.IOException;
import org.symbolon.dicom.Dictionary;
import org.symbolon.dicom.Tag;
import org.symbolon.dicom.Vr;

/**
 * Finds out how element headers are written where the transfer syntax is unknown or not kept to: a data set without
 * file meta group, one written in another encoding than it claims, an implicit element in an explicit data set, a UN
 * sequence with explicit content. Looks ahead in the source and consumes nothing.
 */
public final class EncodingGuess {
    /** Fewer well-formed headers than this in a row may be chance. */
    public static final int CERTAIN = 2;

    private static final int WINDOW_BYTES = 4096;
    private static final int MAX_HEADERS = 8;
    private static final int UNDEFINED = -1;
    /** Where the length of the data set is not known, a longer value speaks against the guess. */
    private static final long MAX_BELIEVED_LENGTH = 1 << 30;

    private EncodingGuess() {}

    /** The encoding at the position of the source: the claimed one unless the bytes speak for another. */
    public static Encoding atDataSet(ByteSource source, long limit, Encoding claimed) throws IOException {
        int length = source.window(8);
        byte[] bytes = source.windowBytes();
        int start = source.windowStart();
        boolean ordinary = claimed == Encoding.EXPLICIT_LITTLE
                && length == 8
                && bytes[start + 1] == 0
                && Vr.of(Encoding.vrCode(bytes, start + 4)) != null;
        if (ordinary || length < 8) {
            return claimed;
        }
        int claimedScore = score(source, limit, claimed);
        if (claimedScore >= CERTAIN) {
            return claimed;
        }
        Encoding best = claimed;
        int bestScore = claimedScore;
        for (Encoding candidate : Encoding.values()) {
            int candidateScore = score(source, limit, candidate);
            if (candidateScore > bestScore) {
                best = candidate;
                bestScore = candidateScore;
            }
        }
        return best;
    }

    /**
     * How many headers in a row are well-formed in that encoding, from the position of the source: known tags in
     * ascending order, known VRs, values that end before the limit. Two more if the last one ends at the limit.
     */
    public static int score(ByteSource source, long limit, Encoding encoding) throws IOException {
        int window = source.window(WINDOW_BYTES);
        byte[] bytes = source.windowBytes();
        int start = source.windowStart();
        long remaining = limit - source.position();
        long at = 0;
        int previous = 0;
        int headers = 0;
        while (headers < MAX_HEADERS && at + 8 <= window) {
            int header = start + (int) at;
            int tag = encoding.tag(bytes, header);
            int headerBytes = 8;
            long length;
            if (encoding.explicitVr()) {
                Vr vr = Vr.of(Encoding.vrCode(bytes, header + 4));
                headerBytes = vr != null && vr.hasLongLength() ? 12 : 8;
                if (vr == null || at + headerBytes > window) {
                    break;
                }
                length = vr.hasLongLength()
                        ? encoding.int32(bytes, header + 8) & 0xFFFFFFFFL
                        : encoding.uint16(bytes, header + 6);
            } else {
                length = encoding.int32(bytes, header + 4) & 0xFFFFFFFFL;
            }
            boolean undefined = length == 0xFFFFFFFFL;
            boolean ascending = headers == 0 || Integer.compareUnsigned(tag, previous) > 0;
            if (!ascending || !isPlausible(tag) || (!undefined && length > remaining - at - headerBytes)) {
                break;
            }
            headers++;
            if (undefined) {
                break;
            }
            previous = tag;
            at += headerBytes + length;
        }
        return headers > 0 && at == remaining ? headers + CERTAIN : headers;
    }

    /**
     * Whether the element at the position of the source, whose two bytes at the place of the VR are no VR, has an
     * implicit header: what follows its value is then a header, and would not be one after a 16 bit length.
     */
    public static boolean isImplicitElement(ByteSource source, long limit, Encoding encoding) throws IOException {
        int start = source.windowStart();
        byte[] bytes = source.windowBytes();
        int tag = encoding.tag(bytes, start);
        int shortLength = encoding.uint16(bytes, start + 6);
        int longLength = encoding.int32(bytes, start + 4);
        if (longLength == UNDEFINED) {
            return source.window(16) == 16 && encoding.tag(source.windowBytes(), source.windowStart() + 8) == Tag.Item;
        }
        return !isFollowedByHeader(source, limit, encoding, tag, shortLength)
                && isFollowedByHeader(source, limit, encoding, tag, longLength & 0xFFFFFFFFL);
    }

    private static boolean isFollowedByHeader(
            ByteSource source, long limit, Encoding encoding, int tag, long valueLength) throws IOException {
        long next = 8 + valueLength;
        if (next == limit - source.position()) {
            return true;
        }
        if (next + 8 > Math.min(ByteSource.MAX_WINDOW_BYTES, limit - source.position())) {
            return false;
        }
        int window = source.window((int) next + 8);
        if (window < next + 8) {
            return window == next;
        }
        byte[] bytes = source.windowBytes();
        int at = source.windowStart() + (int) next;
        int nextTag = encoding.tag(bytes, at);
        if (Tag.group(nextTag) == Tag.group(Tag.Item)) {
            return nextTag == Tag.ItemDelimitation || nextTag == Tag.SequenceDelimitation || nextTag == Tag.Item;
        }
        boolean explicit = Vr.of(Encoding.vrCode(bytes, at + 4)) != null;
        long implicitLength = encoding.int32(bytes, at + 4) & 0xFFFFFFFFL;
        long room = Math.min(limit - source.position() - next - 8, MAX_BELIEVED_LENGTH);
        boolean implicit = Dictionary.standard().contains(nextTag) && implicitLength <= room;
        return Integer.compareUnsigned(nextTag, tag) > 0 && isPlausible(nextTag) && (explicit || implicit);
    }

    private static boolean isPlausible(int tag) {
        int group = Tag.group(tag);
        if (Tag.isGroupLength(tag)) {
            // A group number read in the wrong byte order mostly ends in 00.
            return (group & 0xFF) != 0;
        }
        return Tag.isPrivate(tag)
                ? group > 8 && Tag.element(tag) >= 0x10 && group != 0xFFFF
                : group != 0 && Dictionary.standard().contains(tag);
    }
}

package org.symbolon.deidentification.text;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import org.symbolon.crosswalk.IdentityHalf;
import org.symbolon.deidentification.AtomicFile;
import org.symbolon.deidentification.Durability;
import org.symbolon.deidentification.splice.Digests;
import org.symbolon.deidentification.splice.Edit;
import org.symbolon.deidentification.splice.MemorySplice;
import org.symbolon.deidentification.text.internal.OriginalText;
import org.symbolon.deidentification.text.internal.PlaceCode;
import org.symbolon.deidentification.text.internal.RecordContent;
import org.symbolon.model.ErrorCode;
import org.symbolon.model.SymbolonException;
import org.symbolon.record.PlaceType;

/**
 * Puts the two halves of a textual record together: the result is the original, byte for byte, or there is none. Stateless and
 * thread-safe.
 *
 * <p>Errors: {@code HALVES_DO_NOT_MATCH} if the record is not the one that the half belongs to, {@code DAMAGED} if the half
 * does not lead back to the original.
 */
public final class RecordReidentifier {

    public byte[] personalise(byte[] anonymous, IdentityHalf half) {
        if (!sha256(anonymous).equals(half.key().dataSetSha256())) {
            throw new SymbolonException(
                    ErrorCode.HALVES_DO_NOT_MATCH, "The record is not the one that this identity half belongs to");
        }
        RecordContent content = RecordContent.decode(half.content());
        if (content.anonymousLength() != anonymous.length) {
            throw damaged();
        }
        byte[] original = MemorySplice.of(anonymous, content.inverse()).result();
        if (original.length != content.originalLength() || !sha256(original).equals(half.originalSha256())) {
            throw damaged();
        }
        return original;
    }

    /** Writes the original; the file gets its name only when it is whole and right. */
    public void personalise(byte[] anonymous, IdentityHalf half, Path out, Durability durability) throws IOException {
        byte[] original = personalise(anonymous, half);
        AtomicFile.write(out, durability, channel -> {
            ByteBuffer bytes = ByteBuffer.wrap(original);
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        });
    }

    /**
     * The texts that name somebody: everything that {@link #removed} gives but dates other than that of birth, embedded data, and
     * what went because its meaning is unknown. Each once, for scans of what has left; short ones may be found by chance.
     */
    public static List<String> removedValues(IdentityHalf half) {
        return removed(half).stream()
                .filter(value -> identifies(value.type()))
                .map(RemovedValue::text)
                .distinct()
                .toList();
    }

    /** Every piece of the original that was removed or changed, in its order. Content that is none is {@code DAMAGED}. */
    public static List<RemovedValue> removed(IdentityHalf half) {
        RecordContent content = RecordContent.decode(half.content());
        List<RemovedValue> values = new ArrayList<>();
        for (Edit edit : content.inverse()) {
            PlaceType type = PlaceCode.type(edit.depth());
            String text = OriginalText.decode(edit.replacement(), content.charset(), content.format())
                    .strip();
            if (type != null && !text.isEmpty()) {
                values.add(new RemovedValue(type, text));
            }
        }
        return values;
    }

    private static boolean identifies(PlaceType type) {
        return switch (type) {
            case DATE, ATTACHMENT, UNKNOWN, REMOVABLE -> false;
            default -> true;
        };
    }

    private static String sha256(byte[] bytes) {
        MessageDigest digest = Digests.sha256();
        digest.update(bytes);
        return Digests.hex(digest);
    }

    private static SymbolonException damaged() {
        return new SymbolonException(ErrorCode.DAMAGED, "The identity half does not lead back to the original");
    }
}

package org.symbolon.deidentification.splice;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Edits applied to bytes in memory. The arrays are not copied: do not change them.
 *
 * @param result the edited bytes
 * @param inverse the edits that turn the result back into the source
 */
@SuppressWarnings("ArrayRecordComponent") // compared by identity, never by content
public record MemorySplice(byte[] result, List<Edit> inverse) {

    /**
     * Applies edits as {@link Edit#normalise} gives them.
     *
     * @throws IllegalArgumentException where an edit lies beyond the end of the source, or before the last one
     */
    public static MemorySplice of(byte[] source, List<Edit> edits) {
        ByteArrayOutputStream result = new ByteArrayOutputStream(source.length);
        List<Edit> inverse = new ArrayList<>(edits.size());
        int position = 0;
        for (Edit edit : edits) {
            if (edit.offset() < position || edit.end() > source.length) {
                throw new IllegalArgumentException("An edit lies behind the end of the record, or before the last one");
            }
            int offset = (int) edit.offset();
            int end = (int) edit.end();
            result.write(source, position, offset - position);
            byte[] original = Arrays.copyOfRange(source, offset, end);
            inverse.add(new Edit(result.size(), edit.replacementLength(), original, edit.content(), edit.depth()));
            result.writeBytes(edit.replacement());
            position = end;
        }
        result.write(source, position, source.length - position);
        return new MemorySplice(result.toByteArray(), List.copyOf(inverse));
    }
}

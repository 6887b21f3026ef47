package org.symbolon.dicom.internal.charset;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.symbolon.dicom.Vr;

/** What the values of Specific Character Set mean together. Immutable; the ones in use are kept. */
public final class Repertoire {
    /** Terms come from files: more lists than that are made anew each time. */
    private static final int MAX_KEPT = 256;

    private static final Map<List<String>, Repertoire> KEPT = new ConcurrentHashMap<>();

    private final @Nullable Charset single;
    private final List<String> extended;

    private Repertoire(List<String> terms) {
        String first = terms.isEmpty() ? "ISO_IR 6" : Terms.regular(terms.get(0));
        Charset charset = Terms.charset(first);
        boolean unknownAlone = terms.size() == 1 && !Terms.isDefined(first);
        boolean alone = terms.size() <= 1 || Terms.isMultiByteAlone(first);
        single = unknownAlone ? StandardCharsets.ISO_8859_1 : alone ? charset : null;
        extended =
                terms.stream().map(term -> Terms.extended(Terms.regular(term))).toList();
    }

    public static Repertoire of(List<String> terms) {
        Repertoire kept = KEPT.get(terms);
        if (kept == null) {
            kept = new Repertoire(terms);
            if (KEPT.size() < MAX_KEPT) {
                KEPT.put(List.copyOf(terms), kept);
            }
        }
        return kept;
    }

    public String decode(byte[] value, Vr vr) {
        return single == null ? new CodeExtension(extended, vr).decode(value) : new String(value, single);
    }

    /** Null if a character is in none of the sets. */
    public byte @Nullable [] encode(String text, Vr vr) {
        if (single == null) {
            return new CodeExtension(extended, vr).encode(text);
        }
        try {
            ByteBuffer bytes = single.newEncoder().encode(CharBuffer.wrap(text));
            byte[] array = new byte[bytes.remaining()];
            bytes.get(array);
            return array;
        } catch (CharacterCodingException e) {
            return null;
        }
    }
}

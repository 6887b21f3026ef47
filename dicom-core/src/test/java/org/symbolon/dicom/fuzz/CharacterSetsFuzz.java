package org.symbolon.dicom.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.symbolon.dicom.CharacterSets;
import org.symbolon.dicom.Vr;

/**
 * Decodes a value: the first byte chooses the VR, then come the terms up to a line end, then the value. A text that can be
 * encoded decodes to itself.
 */
public final class CharacterSetsFuzz {
    private static final Vr[] VRS = {Vr.PN, Vr.LO, Vr.LT, Vr.UT, Vr.UN, Vr.CS};

    private CharacterSetsFuzz() {}

    public static void fuzzerTestOneInput(byte[] data) {
        if (data.length == 0) {
            return;
        }
        Vr vr = VRS[Math.floorMod(data[0], VRS.length)];
        int end = 1;
        while (end < data.length && data[end] != '\n') {
            end++;
        }
        List<String> terms = CharacterSets.terms(Arrays.copyOfRange(data, 1, end));
        byte[] value = Arrays.copyOfRange(data, Math.min(data.length, end + 1), data.length);
        String decoded = CharacterSets.decode(value, vr, terms);
        String text = new String(value, StandardCharsets.UTF_8);
        requireSameBack(decoded, vr, terms);
        requireSameBack(text, vr, terms);
    }

    private static void requireSameBack(String text, Vr vr, List<String> terms) {
        byte[] encoded;
        try {
            encoded = CharacterSets.encode(text, vr, terms);
        } catch (IllegalArgumentException e) {
            return; // a character that is in none of the sets
        }
        boolean controls = text.chars().anyMatch(c -> c < ' ' || (c >= 0x7F && c < 0xA0));
        if (!controls && !CharacterSets.decode(encoded, vr, terms).equals(text)) {
            throw new IllegalStateException("Encoded text decodes to another");
        }
    }
}

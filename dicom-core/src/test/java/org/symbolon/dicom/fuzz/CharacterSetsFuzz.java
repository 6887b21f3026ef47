package org.symbolon.dicom.fuzz;

import java.util.Arrays;
import java.util.List;
import org.symbolon.dicom.CharacterSets;
import org.symbolon.dicom.Vr;

/**
 * Decodes a value in the character sets and the VR that the first two bytes choose, or in sets that it names itself.
 * Decoding never fails, and a text that can be encoded comes back.
 */
public final class CharacterSetsFuzz {
    static final List<List<String>> TERMS = List.of(
            List.of(),
            List.of("ISO_IR 100"),
            List.of("ISO_IR 144"),
            List.of("ISO_IR 166"),
            List.of("ISO_IR 13"),
            List.of("ISO_IR 192"),
            List.of("GB18030"),
            List.of("GBK"),
            List.of("ISO 2022 IR 149"),
            List.of("", "ISO 2022 IR 87", "ISO 2022 IR 159"),
            List.of("ISO 2022 IR 13", "ISO 2022 IR 87", "ISO 2022 IR 159"),
            List.of("", "ISO 2022 IR 149"),
            List.of("", "ISO 2022 IR 58"),
            List.of("ISO 2022 IR 100", "ISO 2022 IR 144", "ISO 2022 IR 126", "ISO 2022 IR 127"),
            List.of("ISO 2022 IR 166", "ISO 2022 IR 138", "ISO 2022 IR 203", "ISO 2022 IR 58"),
            List.of("nonsense", "ISO 2022 IR 87"));

    static final List<Vr> VRS = List.of(Vr.PN, Vr.LO, Vr.UT, Vr.UN, Vr.CS);

    private CharacterSetsFuzz() {}

    public static void fuzzerTestOneInput(byte[] data) {
        if (data.length < 2) {
            return;
        }
        int choice = Math.floorMod(data[0], TERMS.size() + 1);
        Vr vr = VRS.get(Math.floorMod(data[1], VRS.size()));
        byte[] rest = Arrays.copyOfRange(data, 2, data.length);
        byte[] value = rest;
        List<String> terms;
        if (choice == TERMS.size()) {
            int end = 0;
            while (end < rest.length && rest[end] != '|') {
                end++;
            }
            byte[] named = Arrays.copyOf(rest, end);
            CharacterSets.faults(named);
            terms = CharacterSets.terms(named);
            value = Arrays.copyOfRange(rest, Math.min(end + 1, rest.length), rest.length);
        } else {
            terms = TERMS.get(choice);
        }
        String text = CharacterSets.decode(value, vr, terms);
        byte[] encoded;
        try {
            encoded = CharacterSets.encode(text, vr, terms);
        } catch (IllegalArgumentException e) {
            return;
        }
        if (!CharacterSets.decode(encoded, vr, terms).equals(text)) {
            throw new IllegalStateException("A text that was encoded does not come back");
        }
    }
}

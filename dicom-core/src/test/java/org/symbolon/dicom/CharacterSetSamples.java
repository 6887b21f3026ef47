package org.symbolon.dicom;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Random text in the scripts that a list of defined terms has. */
final class CharacterSetSamples {
    /** A defined term of code extensions and some of its characters. */
    private record Script(String term, String characters) {}

    private static final List<Script> SCRIPTS = List.of(
            new Script("ISO 2022 IR 100", "ÄÖüßéñ"),
            new Script("ISO 2022 IR 101", "ŁőřŻąç"),
            new Script("ISO 2022 IR 109", "ĦĝŜŭÀ"),
            new Script("ISO 2022 IR 110", "ĀķŅūģ"),
            new Script("ISO 2022 IR 144", "ЖдЯшЎ"),
            new Script("ISO 2022 IR 127", "قبانيض"),
            new Script("ISO 2022 IR 126", "ΔιονυσιΩ"),
            new Script("ISO 2022 IR 138", "שרוןאת"),
            new Script("ISO 2022 IR 148", "ğİşÇı"),
            new Script("ISO 2022 IR 166", "สมชาย๑"),
            new Script("ISO 2022 IR 87", "山田太郎やまだЖ"),
            new Script("ISO 2022 IR 159", "丂丄亹仡"),
            new Script("ISO 2022 IR 149", "홍길동洪吉"),
            new Script("ISO 2022 IR 58", "张小东王"));

    private CharacterSetSamples() {}

    /** A text and the character sets that it is made of. */
    record Mixture(List<String> terms, String text) {}

    static Mixture mixture(Random random) {
        List<Script> scripts = new ArrayList<>();
        List<String> terms = new ArrayList<>();
        terms.add("");
        for (int i = random.nextInt(3); i >= 0; i--) {
            Script script = SCRIPTS.get(random.nextInt(SCRIPTS.size()));
            if (!scripts.contains(script)) {
                scripts.add(script);
                terms.add(script.term());
            }
        }
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(8); i >= 0; i--) {
            int kind = random.nextInt(6);
            if (kind == 0) {
                text.append("a^b=c 1".charAt(random.nextInt(7)));
            } else if (kind == 1) {
                text.append("Name");
            } else {
                String characters = scripts.get(random.nextInt(scripts.size())).characters();
                text.append(characters.charAt(random.nextInt(characters.length())));
            }
        }
        return new Mixture(List.copyOf(terms), text.toString());
    }
}

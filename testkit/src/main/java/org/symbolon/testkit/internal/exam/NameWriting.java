package org.symbolon.testkit.internal.exam;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import org.symbolon.testkit.internal.people.Script;

/** A patient's names as people write them in texts: inflected, shouted, without accents, by their initials. */
final class NameWriting {
    private static final List<Script> LATIN =
            List.of(Script.LITHUANIAN, Script.POLISH, Script.LATVIAN, Script.ENGLISH, Script.GERMAN);
    private static final List<Script> CASED =
            List.of(Script.LITHUANIAN, Script.POLISH, Script.LATVIAN, Script.ENGLISH, Script.GERMAN, Script.RUSSIAN);
    private static final String[][] ENDINGS = {
        {"ienė", "ienės"},
        {"aitė", "aitės"},
        {"ytė", "ytės"},
        {"auskas", "ausko"},
        {"ius", "iaus"},
        {"ska", "skiej"},
        {"cka", "ckiej"},
        {"ski", "skiego"},
        {"cki", "ckiego"},
        {"icz", "icza"},
        {"ский", "ского"},
        {"ов", "овым"}
    };

    private NameWriting() {}

    /** Whether names have capitals. */
    static boolean isCased(ExamPatient patient) {
        return CASED.contains(patient.script());
    }

    /** In another case of the grammar, as far as the endings are known here; else as it is. */
    static String inflected(String family) {
        for (String[] ending : ENDINGS) {
            if (family.endsWith(ending[0])) {
                return family.substring(0, family.length() - ending[0].length()) + ending[1];
            }
        }
        return family;
    }

    /** As on a keyboard that has no accents; other scripts stay. */
    static String plain(ExamPatient patient, String name) {
        if (!LATIN.contains(patient.script())) {
            return name;
        }
        return Normalizer.normalize(name.replace("ß", "ss").replace('ł', 'l').replace('Ł', 'L'), Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "");
    }

    static String shouted(String name) {
        return name.replace("ß", "ss").toUpperCase(Locale.ROOT);
    }

    static String whispered(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    /** With a dot. */
    static String initial(String name) {
        return name.substring(0, name.offsetByCodePoints(0, 1)) + ".";
    }
}

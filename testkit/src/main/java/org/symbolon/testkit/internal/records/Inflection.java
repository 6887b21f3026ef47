package org.symbolon.testkit.internal.records;

/** The genitive of family names, as far as Polish and Lithuanian sentences here need it. */
final class Inflection {
    private static final String[][] LITHUANIAN_ENDINGS = {
        {"ienė", "ienės"},
        {"aitė", "aitės"},
        {"ytė", "ytės"},
        {"utė", "utės"},
        {"ius", "iaus"},
        {"as", "o"},
        {"is", "io"},
        {"ys", "io"},
        {"us", "aus"}
    };
    private static final String[][] POLISH_ENDINGS = {
        {"ska", "skiej"},
        {"cka", "ckiej"},
        {"dzka", "dzkiej"},
        {"ski", "skiego"},
        {"cki", "ckiego"},
        {"dzki", "dzkiego"},
        {"ek", "ka"},
        {"icz", "icza"}
    };

    private Inflection() {}

    /** The name itself where no ending fits. */
    static String genitive(String family, Language language) {
        String[][] endings = switch (language) {
            case LITHUANIAN -> LITHUANIAN_ENDINGS;
            case POLISH -> POLISH_ENDINGS;
            case ENGLISH -> new String[0][];
        };
        for (String[] ending : endings) {
            if (family.endsWith(ending[0])) {
                return family.substring(0, family.length() - ending[0].length()) + ending[1];
            }
        }
        return family;
    }
}

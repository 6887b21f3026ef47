package org.symbolon.deidentification.cleaning.internal;

import java.util.Set;

/** Names of people and colours that medicine uses as words, told by the word beside them: Baker's cyst, white matter. */
final class Eponyms {
    private static final Set<String> AFTER = WordSet.of(
            "disease diseases syndrome syndromes sign signs cyst cysts lymphoma fracture fractures matter palsy catheter tumor tumour "
                    + "tumors tumours ulcer hernia node nodes body bodies duct line lines space pouch triangle score scale test procedure "
                    + "operation reflex thyroiditis sarcoma esophagus oesophagus contracture neuroma phenomenon chorea anemia anaemia "
                    + "aphasia area canal ligament muscle axis view views projection method maneuver manoeuvre stain classification grade "
                    + "grading stage staging bone bones leg legs head segment term interval qt blood cell cells count lesion lesions "
                    + "position tube filter device coil needle graft shunt loop flap unit units index criteria formula equation zone "
                    + "foramen membrane gland fever virus infection dementia encephalopathy ataxia nephropathy arthropathy goiter "
                    + "goitre wires clip clips drain retractor calcification nodules deformity tendon fascia angle echo axes noise "
                    + "liga sindromas zyste krankheit syndrom morbus klassifikation");
    private static final Set<String> BEFORE = WordSet.of(
            "choroba choroby chorobe chorobie zespol zespolu objaw objawy morbus syndrom syndroma maladie enfermedad sindrome malattia "
                    + "klasyfikacji klasyfikacja wg torbiel zlamanie test testas simptomas "
                    + "\u0431\u043E\u043B\u0435\u0437\u043D\u044C \u0431\u043E\u043B\u0435\u0437\u043D\u0438 \u0441\u0438\u043D\u0434\u0440\u043E\u043C "
                    + "\u0441\u0438\u043D\u0434\u0440\u043E\u043C\u0430");

    private Eponyms() {}

    /** Whether a word that is a name as well is one of medicine here. */
    static boolean isTerm(Words words, int word) {
        int next = word + 1;
        if (next < words.count()
                && words.length(next) == 1
                && words.isGap(next, "'\u2019")
                && words.folded(next).equals("s")) {
            next++;
        }
        if (next < words.count() && words.gapLength(next) <= 2 && AFTER.contains(words.folded(next))) {
            return true;
        }
        return word > 0 && words.gapLength(word) == 1 && BEFORE.contains(words.folded(word - 1));
    }
}

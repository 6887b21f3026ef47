package org.symbolon.deidentification.profile;

import java.nio.file.Path;
import java.util.Map;
import org.symbolon.dicom.Dictionary;
import org.symbolon.dicom.Vr;

/** Asks profiles what tests want to know. */
final class Questions {
    static final Path ROOT = Path.of(System.getProperty("symbolon.repository.root", ".."));
    static final String CT = "1.2.840.10008.5.1.4.1.1.2";
    static final String PET = "1.2.840.10008.5.1.4.1.1.128";

    private Questions() {}

    static ObjectFacts facts(String sopClass) {
        return facts(sopClass, "", Map.of());
    }

    static ObjectFacts facts(String sopClass, String source, Map<Integer, String> texts) {
        return new ObjectFacts() {
            @Override
            public String text(int topLevelTag) {
                return texts.getOrDefault(topLevelTag, "");
            }

            @Override
            public String sopClassUid() {
                return sopClass;
            }

            @Override
            public String source() {
                return source;
            }
        };
    }

    /** The rule for a standard attribute at the top level of an object of an unknown class. */
    static Rule top(Profile profile, int tag) {
        return top(profile, tag, ObjectFacts.NONE);
    }

    static Rule top(Profile profile, int tag, ObjectFacts facts) {
        Vr vr = Dictionary.standard().vr(tag);
        return profile.rulesFor(facts).rule(tag, "", vr, 0, 0, vr == Vr.SQ);
    }

    static Rule in(Profile profile, int sequence, int tag) {
        Vr vr = Dictionary.standard().vr(tag);
        return profile.rulesFor(ObjectFacts.NONE).rule(tag, "", vr, 1, sequence, vr == Vr.SQ);
    }

    static Rule ofCreator(Profile profile, int tag, String creator, Vr vr) {
        return profile.rulesFor(ObjectFacts.NONE).rule(tag, creator, vr, 0, 0, vr == Vr.SQ);
    }
}

package org.symbolon.deidentification.profile.internal;

import java.util.List;
import org.symbolon.deidentification.profile.Action;
import org.symbolon.deidentification.profile.Requirement;
import org.symbolon.deidentification.profile.Rule;
import org.symbolon.deidentification.profile.RuleSet;
import org.symbolon.deidentification.profile.Unlisted;
import org.symbolon.dicom.Dictionary;
import org.symbolon.dicom.Tag;
import org.symbolon.dicom.Vr;

/** Which rule a profile has for an element as it stands in a data set, named in the profile or not. Immutable. */
public final class ResolvedRules implements RuleSet {
    /** Groups below belong to commands, file meta information and media directories (PS3.5 section 7.1, PS3.7, PS3.10). */
    private static final int FIRST_DATA_SET_GROUP = 0x0008;

    private static final Rule UNLISTED_KEEP = Rule.of(Action.KEEP, "unlisted");
    private static final Rule UNLISTED_REMOVE = Rule.of(Action.REMOVE, "unlisted");
    private static final Rule PRIVATE_REMOVE = Rule.of(Action.REMOVE, "private");
    private static final Rule UNLISTED_NAME = Rule.of(Action.EMPTY, "unlisted");
    private static final Rule UNLISTED_UID = Rule.of(Action.REPLACE_UID, "unlisted");
    private static final Rule CONTENT = Rule.of(Action.DUMMY, "E.1-1");

    private final ProfileDefinition profile;
    private final Dictionary dictionary = Dictionary.standard();

    public ResolvedRules(ProfileDefinition profile) {
        this.profile = profile;
    }

    @Override
    public Rule rule(int tag, String privateCreator, Vr vr, int depth, int parentTag, boolean asSequence) {
        Rule listed = profile.rules().rule(tag);
        if (profile.unlisted() == Unlisted.KEEP) {
            return listed == null ? UNLISTED_KEEP : listed;
        }
        if (Tag.isPrivate(tag)) {
            return PRIVATE_REMOVE;
        }
        if (Tag.isGroupLength(tag) || Tag.group(tag) < FIRST_DATA_SET_GROUP) {
            return UNLISTED_REMOVE;
        }
        Vr standard = dictionary.vr(tag);
        if (standard == Vr.SQ && !asSequence) {
            // A sequence hidden in an opaque value cannot be cleaned.
            return listed != null && listed.action() == Action.EMPTY ? listed : UNLISTED_REMOVE;
        }
        if (listed != null) {
            return listed;
        }
        if (dictionary.keyword(tag).isEmpty()) {
            return UNLISTED_REMOVE;
        }
        if (vr == Vr.PN || standard == Vr.PN) {
            return UNLISTED_NAME;
        }
        return switch (standard) {
            case UI -> UNLISTED_UID;
            case DA, DT -> profile.dates();
            default -> UNLISTED_KEEP;
        };
    }

    @Override
    public Rule contentItem(String codeValue, String scheme, String valueType) {
        return CONTENT;
    }

    @Override
    public List<Requirement> requirements() {
        return profile.requirements();
    }
}

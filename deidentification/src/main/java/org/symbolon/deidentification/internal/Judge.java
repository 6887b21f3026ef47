package org.symbolon.deidentification.internal;

import org.symbolon.deidentification.Action;
import org.symbolon.deidentification.Profile;
import org.symbolon.deidentification.Rule;
import org.symbolon.dicom.Dictionary;
import org.symbolon.dicom.Tag;
import org.symbolon.dicom.Vr;

/** Which rule a profile has for an element as it stands in a data set, named in the profile or not. Immutable. */
final class Judge {
    /** Groups below belong to commands, file meta information and media directories (PS3.5 section 7.1, PS3.7, PS3.10). */
    private static final int FIRST_DATA_SET_GROUP = 0x0008;

    /** Whether an element was read as a sequence of items. */
    enum Form {
        SEQUENCE,
        VALUE
    }

    private static final Rule KEEP = Rule.of(Action.KEEP);
    private static final Rule REMOVE = Rule.of(Action.REMOVE);

    private final Profile profile;
    private final Dictionary dictionary = Dictionary.standard();

    Judge(Profile profile) {
        this.profile = profile;
    }

    boolean keepsGroupLengths() {
        return profile.unlisted() == Profile.Unlisted.STAYS;
    }

    Rule rule(int tag, Vr vr, Form form) {
        Rule listed = profile.rule(tag);
        if (profile.unlisted() == Profile.Unlisted.STAYS) {
            return listed == null ? KEEP : listed;
        }
        if (Tag.isPrivate(tag) || Tag.isGroupLength(tag) || Tag.group(tag) < FIRST_DATA_SET_GROUP) {
            return REMOVE;
        }
        Vr standard = dictionary.vr(tag);
        if (standard == Vr.SQ && form == Form.VALUE) {
            // A sequence hidden in an opaque value cannot be cleaned.
            return listed != null && listed.action() == Action.EMPTY ? listed : REMOVE;
        }
        if (listed != null) {
            return listed;
        }
        if (dictionary.keyword(tag).isEmpty()) {
            return REMOVE;
        }
        if (vr == Vr.PN || standard == Vr.PN) {
            return Rule.of(Action.EMPTY);
        }
        return profile.unlistedRule(standard);
    }
}

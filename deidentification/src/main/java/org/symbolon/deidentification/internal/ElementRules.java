package org.symbolon.deidentification.internal;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.symbolon.deidentification.internal.PlanRequest.Purpose;
import org.symbolon.deidentification.profile.Action;
import org.symbolon.deidentification.profile.Marks;
import org.symbolon.deidentification.profile.Rule;
import org.symbolon.dicom.Tags;

/** Which rule holds for an element where it stands: the profile's, but for what the engine itself must see to. Immutable. */
final class ElementRules {
    static final Rule MARK = Rule.of(Action.SET, "mark");
    static final Rule ENCRYPTION = Rule.of(Action.SET, "encrypted attributes");

    private static final Rule OLD_MARK = Rule.of(Action.REMOVE, "mark");
    private static final Rule OLD_ENCRYPTION = Rule.of(Action.REMOVE, "encrypted attributes");
    private static final Rule CLASS = Rule.of(Action.KEEP, "an object has a class");
    /** What holds the value of a content item (PS3.3 table C.17-5); codes and measurements are sequences of their own. */
    private static final Set<Integer> CONTENT_VALUES =
            Set.of(Tags.DateTime, Tags.Date, Tags.Time, Tags.PersonName, Tags.UID, Tags.TextValue);

    private final PlanRequest request;
    private final Rule oldPixelAttribute;

    ElementRules(PlanRequest request) {
        this.request = request;
        this.oldPixelAttribute = pixelRule(request.pixels(), Action.REMOVE);
    }

    /** For what follows from blanked pixels. */
    static Rule pixelRule(PixelChanges pixels, Action action) {
        return Rule.of(action, "pixel rule " + pixels.ruleName());
    }

    Rule rule(Cursor at, int depth, int parentTag, Frame item, boolean asSequence) {
        int tag = at.tag();
        if (request.purpose() != Purpose.REMOVAL_ONLY && depth == 0) {
            Rule own = ofTopLevel(tag);
            if (own != null) {
                return own;
            }
        }
        Rule content = item.contentRule;
        if (content != null && CONTENT_VALUES.contains(tag)) {
            return content;
        }
        Rule rule = request.rules().rule(tag, at.privateCreator(), at.vr(), depth, parentTag, asSequence);
        if (request.purpose() == Purpose.DIRECTORY) {
            return DirectoryRules.rule(tag, depth, rule);
        }
        return request.purpose() == Purpose.ARCHIVE && depth == 0 ? withObjectUids(tag, rule) : rule;
    }

    private static Rule withObjectUids(int tag, Rule rule) {
        if (!goes(rule)) {
            return rule;
        }
        if (tag == Tags.SOPClassUID) {
            return CLASS;
        }
        return isObjectUid(tag) ? rule.with(Action.REPLACE_UID) : rule;
    }

    /** Whether the attribute says which object, series or study it is. */
    static boolean isObjectUid(int tag) {
        return switch (tag) {
            case Tags.SOPInstanceUID, Tags.StudyInstanceUID, Tags.SeriesInstanceUID -> true;
            default -> false;
        };
    }

    private static boolean goes(Rule rule) {
        return switch (rule.action()) {
            case REMOVE, EMPTY, DUMMY -> true;
            default -> false;
        };
    }

    private @Nullable Rule ofTopLevel(int tag) {
        if (request.pixelAttributes().containsKey(tag)) {
            return oldPixelAttribute;
        }
        Marks marks = request.profile().marks();
        boolean marked = switch (tag) {
            case Tags.PatientIdentityRemoved, Tags.DeidentificationMethod ->
                !marks.method().isEmpty();
            case Tags.DeidentificationMethodCodeSequence -> !marks.codes().isEmpty();
            case Tags.LongitudinalTemporalInformationModified ->
                !marks.temporal().isEmpty();
            default -> false;
        };
        if (marked) {
            return OLD_MARK;
        }
        return tag == Tags.EncryptedAttributesSequence && request.originals() != null ? OLD_ENCRYPTION : null;
    }
}

package org.symbolon.deidentification.profile.internal;

import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.symbolon.deidentification.profile.Action;
import org.symbolon.deidentification.profile.Option;
import org.symbolon.deidentification.profile.Requirement;
import org.symbolon.deidentification.profile.Rule;
import org.symbolon.deidentification.profile.RuleSet;
import org.symbolon.deidentification.profile.Unlisted;
import org.symbolon.dicom.Dictionary;
import org.symbolon.dicom.Tag;
import org.symbolon.dicom.Tags;
import org.symbolon.dicom.Vr;

/** Which rule a profile has for an element as it stands in a data set, named in the profile or not. Immutable. */
final class ResolvedRules implements RuleSet {
    /** Groups below belong to commands, file meta information and media directories (PS3.5 section 7.1, PS3.7, PS3.10). */
    private static final int FIRST_DATA_SET_GROUP = 0x0008;

    private static final int DECISION_BITS = 10;
    private static final int MAX_SHORT_TEXT = 64;
    private static final String UNLISTED = "unlisted";
    private static final String PRIVATE = "private";

    private static final Rule KEEP = Rule.of(Action.KEEP, UNLISTED);
    private static final Rule REMOVE = Rule.of(Action.REMOVE, UNLISTED);
    private static final Rule NAME = Rule.of(Action.EMPTY, UNLISTED);
    private static final Rule UID = Rule.of(Action.REPLACE_UID, UNLISTED);
    private static final Rule TEXT = Rule.of(Action.CLEAN_TEXT, Action.DUMMY, UNLISTED);
    private static final Rule PRIVATE_REMOVE = Rule.of(Action.REMOVE, PRIVATE);
    private static final Rule PRIVATE_KEEP = Rule.of(Action.KEEP, PRIVATE);
    private static final Rule PRIVATE_SEARCH = new Rule(Action.KEEP, Action.QUARANTINE, "search", PRIVATE);
    private static final Rule PRIVATE_TEXT = Rule.of(Action.CLEAN_TEXT, Action.QUARANTINE, PRIVATE);

    /** A device's text field is as open to what people type as any other. */
    private static final Rule SAFE_TEXT = Rule.of(Action.CLEAN_TEXT, Action.REMOVE, SafePrivate.ORIGIN);

    private final ProfileDefinition profile;
    private final RuleTable top;
    private final RuleTable nested;
    private final ContentTable content;
    private final Rule dates;
    private final Rule uids;
    private final List<Requirement> requirements;
    private final Dictionary dictionary = Dictionary.standard();

    /** What was decided for standard attributes, by a hash of the tag. A race loses an entry at worst: they are immutable. */
    private final @Nullable Decision[] decisions = new Decision[1 << DECISION_BITS];

    private record Decision(int tag, Vr vr, boolean top, boolean asSequence, Rule rule) {}

    /** @param rules those that hold for the object, the stronger ones later */
    ResolvedRules(ProfileDefinition profile, List<ProfileRule> rules, IodTypes.Iod iod, ContentTable content) {
        this.profile = profile;
        this.top = RuleTable.top(rules, iod);
        this.nested = RuleTable.nested(rules);
        this.content = content;
        this.dates = dates(profile);
        this.uids = profile.options().contains(Option.RETAIN_UIDS) ? KEEP : UID;
        this.requirements = required(rules);
    }

    @Override
    public Rule rule(int tag, String privateCreator, Vr vr, int depth, int parentTag, boolean asSequence) {
        if (Tag.isPrivate(tag)) {
            return decide(tag, privateCreator, vr, depth, parentTag, asSequence);
        }
        int slot = (tag * 0x9E3779B9) >>> (Integer.SIZE - DECISION_BITS);
        Decision known = decisions[slot];
        boolean isTop = depth == 0;
        if (known != null
                && known.tag() == tag
                && known.vr() == vr
                && known.top() == isTop
                && known.asSequence() == asSequence) {
            return known.rule();
        }
        Rule rule = decide(tag, privateCreator, vr, depth, parentTag, asSequence);
        if (isTop || !nested.dependsOnSequence(tag)) {
            decisions[slot] = new Decision(tag, vr, isTop, asSequence, rule);
        }
        return rule;
    }

    private Rule decide(int tag, String privateCreator, Vr vr, int depth, int parentTag, boolean asSequence) {
        Vr standard = dictionary.vr(tag);
        Rule listed = (depth == 0 ? top : nested).rule(tag, privateCreator, vr, standard, parentTag);
        if (profile.unlisted() == Unlisted.STANDARD) {
            if (Tag.isGroupLength(tag) || Tag.group(tag) < FIRST_DATA_SET_GROUP) {
                return REMOVE;
            }
            if (standard == Vr.SQ && !asSequence) {
                // A sequence hidden in an opaque value cannot be cleaned.
                return listed != null && listed.action() == Action.EMPTY ? listed : REMOVE;
            }
        }
        if (listed != null) {
            return isSafeText(listed, vr, asSequence) ? SAFE_TEXT : listed;
        }
        if (Tag.isPrivate(tag) && !Tag.isGroupLength(tag)) {
            return ofPrivate(tag, vr, asSequence);
        }
        return switch (profile.unlisted()) {
            case KEEP -> KEEP;
            case REMOVE -> REMOVE;
            case STANDARD -> ofStandard(tag, vr, standard);
        };
    }

    private static boolean isSafeText(Rule rule, Vr vr, boolean asSequence) {
        return rule.action() == Action.KEEP
                && rule.origin().equals(SafePrivate.ORIGIN)
                && !asSequence
                && isFreeText(vr);
    }

    private static boolean isFreeText(Vr vr) {
        return switch (vr) {
            case LO, LT, SH, ST, UC, UT -> true;
            default -> false;
        };
    }

    private Rule ofPrivate(int tag, Vr vr, boolean asSequence) {
        return switch (profile.privateAttributes()) {
            case REMOVE, SAFE -> PRIVATE_REMOVE;
            case KEEP -> PRIVATE_KEEP;
            case SEARCH -> {
                if (asSequence || Tag.isPrivateCreator(tag)) {
                    yield PRIVATE_KEEP;
                }
                yield switch (vr) {
                    case LO, LT, PN, SH, ST, UC, UT -> PRIVATE_TEXT;
                    default -> PRIVATE_SEARCH;
                };
            }
        };
    }

    private Rule ofStandard(int tag, Vr vr, Vr standard) {
        if (!dictionary.contains(tag)) {
            return REMOVE;
        }
        if (vr == Vr.PN || standard == Vr.PN) {
            return NAME;
        }
        Rule rule = byKind(standard);
        // What PS3.6 takes for a number or a code, and its writer called a text, is what its writer says.
        return rule.action() == Action.KEEP ? byKind(vr) : rule;
    }

    private Rule byKind(Vr vr) {
        return switch (vr) {
            case UI -> uids;
            case DA, DT -> dates;
            // Whoever types a name, types it anywhere.
            case LO, LT, SH, ST, UC, UT -> TEXT;
            default -> KEEP;
        };
    }

    /** What holds dates is treated as the named ones are, since new attributes come faster than tables. */
    private static Rule dates(ProfileDefinition profile) {
        if (profile.options().contains(Option.RETAIN_LONGITUDINAL_FULL_DATES)) {
            return KEEP;
        }
        boolean modified = profile.options().contains(Option.RETAIN_LONGITUDINAL_MODIFIED_DATES);
        return Rule.of(modified ? Action.SHIFT_DATE : Action.DUMMY, Action.DUMMY, UNLISTED);
    }

    private List<Requirement> required(List<ProfileRule> rules) {
        TreeMap<Integer, Requirement> required = new TreeMap<>(Integer::compareUnsigned);
        for (ProfileRule rule : rules) {
            if (rule.selector() instanceof Selector.OneTag one) {
                Rule strongest = top.rule(one.tag(), "", Vr.UN, Vr.UN, 0);
                if (strongest != null && isRequired(one.tag(), strongest.action())) {
                    required.put(one.tag(), new Requirement(one.tag(), vr(one.tag(), strongest), strongest));
                }
            }
        }
        return List.copyOf(required.values());
    }

    private static boolean isRequired(int tag, Action action) {
        return switch (action) {
            case SET, REQUIRE -> true;
            case PATIENT_PSEUDONYM -> tag == Tags.PatientID || tag == Tags.PatientName;
            default -> false;
        };
    }

    private static Vr vr(int tag, Rule rule) {
        @Nullable Vr known = Tag.isPrivate(tag) ? null : Dictionary.standard().vr(tag);
        if (known != null && known != Vr.UN) {
            return known;
        }
        return rule.argument().length() > MAX_SHORT_TEXT ? Vr.UT : Vr.LO;
    }

    @Override
    public Rule contentItem(String codeValue, String scheme, String valueType) {
        return content.rule(codeValue, scheme, valueType);
    }

    @Override
    public List<Requirement> requirements() {
        return requirements;
    }
}

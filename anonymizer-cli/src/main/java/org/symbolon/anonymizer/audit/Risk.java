package org.symbolon.anonymizer.audit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.symbolon.deidentification.profile.Action;
import org.symbolon.deidentification.profile.ObjectFacts;
import org.symbolon.deidentification.profile.Option;
import org.symbolon.deidentification.profile.Profiles;
import org.symbolon.deidentification.profile.Rule;
import org.symbolon.deidentification.profile.RuleSet;
import org.symbolon.dicom.Tag;
import org.symbolon.dicom.Vr;

/**
 * How much an attribute's values deserve a person's look, from 0 to 100: an order, no probability.
 *
 * @param reasons why, in words, the weightiest first
 */
record Risk(int score, List<String> reasons) {
    private static final int MAX = 100;

    /** Dummies of the profiles, and pseudonyms as the crosswalk makes them: they say nothing about anybody. */
    private static final Pattern HARMLESS = Pattern.compile(
            "ANONYMIZED|19000101(?:0{6}(?:\\.0+)?)?|0{6}|0|(?=[A-Z]*[0-9])[0-9A-Z]{16}|2\\.25\\.\\d{30,39}|YES|NO");

    /** What de-identification writes of itself (PS3.16 CID 7050). */
    private static final Set<String> OPTIONS = Stream.concat(
                    Stream.of("Basic Application Confidentiality Profile"),
                    Arrays.stream(Option.values()).map(Option::meaning))
            .collect(Collectors.toUnmodifiableSet());

    private static final RuleSet BASIC = Profiles.byName("basic").rulesFor(ObjectFacts.NONE);

    /** @param objects how many objects were audited, to tell what is rare */
    static Risk of(Tally.Values values, long objects) {
        List<String> telling = values.texts().stream()
                .filter(text -> !HARMLESS.matcher(text).matches() && !OPTIONS.contains(text))
                .toList();
        if (telling.isEmpty()) {
            return new Risk(0, List.of());
        }
        List<String> reasons = new ArrayList<>();
        Attribute attribute = values.attribute();
        int score = attribute.tag() == 0 ? ofRecord(attribute, reasons) : ofElement(attribute, reasons);
        Set<Looks> seen = EnumSet.noneOf(Looks.class);
        for (Looks looks : Looks.values()) {
            if (!isDateOrNumber(attribute.type()) && telling.stream().anyMatch(looks::in)) {
                seen.add(looks);
            }
        }
        for (Looks looks : seen) {
            score += looks.weight();
            reasons.add(looks.reason());
        }
        boolean free = score >= 20;
        if (free && objects >= 10 && telling.size() + values.notKept() > values.total() / 2) {
            score += 10;
            reasons.add("mostly values that occur once");
        } else if (free && values.counts().stream().anyMatch(value -> value.getValue() * 50 < values.total())) {
            score += 5;
            reasons.add("has rare values");
        }
        return new Risk(Math.min(MAX, score), reasons);
    }

    private static int ofElement(Attribute attribute, List<String> reasons) {
        Vr vr = Vr.valueOf(attribute.type());
        int score = switch (vr) {
            case PN -> reason(reasons, "names people (PN)", 60);
            case LT, ST, UT, UC -> reason(reasons, "free text (" + vr + ")", 35);
            case LO, SH -> reason(reasons, "short text (" + vr + ")", 20);
            case UN -> reason(reasons, "nobody knows what it is (UN)", 30);
            case UR -> reason(reasons, "a URL (UR)", 25);
            case AE -> reason(reasons, "name of a system (AE)", 15);
            case DA, DT -> reason(reasons, "a date (" + vr + ")", 15);
            case UI, AS, TM -> 5;
            case OB, OW -> attribute.creator().isEmpty() ? 0 : reason(reasons, "private bytes", 25);
            default -> 0;
        };
        if (Tag.isPrivate(attribute.tag())) {
            score += reason(reasons, "private attribute", 20);
        } else {
            boolean sequence = vr == Vr.SQ;
            Rule rule = BASIC.rule(attribute.tag(), "", vr, 0, 0, sequence);
            if (rule.origin().equals("E.1-1") && rule.action() != Action.KEEP && vr != Vr.UI) {
                score += reason(reasons, "PS3.15 table E.1-1 has it (" + word(rule.action()) + ")", 20);
            }
        }
        return score;
    }

    private static int ofRecord(Attribute attribute, List<String> reasons) {
        return switch (attribute.type()) {
            case "VALUE", "DICOM_UID", "RECORD_IDENTIFIER" -> 0;
            case "LABEL" -> reason(reasons, "text of a code", 10);
            case "DATE" -> reason(reasons, "a date", 15);
            case "NARRATIVE" -> reason(reasons, "narrative", 35);
            default -> reason(reasons, attribute.type().toLowerCase(Locale.ROOT).replace('_', ' '), 60);
        };
    }

    private static boolean isDateOrNumber(String type) {
        return switch (type) {
            case "DA", "DT", "TM", "UI", "DS", "IS", "DATE", "DICOM_UID", "RECORD_IDENTIFIER", "CS" -> true;
            default -> false;
        };
    }

    private static int reason(List<String> reasons, String reason, int weight) {
        reasons.add(reason);
        return weight;
    }

    private static String word(Action action) {
        return action.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

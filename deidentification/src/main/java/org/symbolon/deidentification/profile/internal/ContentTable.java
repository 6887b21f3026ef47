package org.symbolon.deidentification.profile.internal;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.symbolon.deidentification.profile.Action;
import org.symbolon.deidentification.profile.Option;
import org.symbolon.deidentification.profile.Rule;
import org.symbolon.dicom.Vr;

/**
 * The rules of PS3.15 table E.3.4-1 for content items of structured reports, under chosen options, and what holds for items of
 * other concepts, by their value type. Immutable.
 */
final class ContentTable {
    private static final String ORIGIN = "E.3.4-1";

    /** @param valueType empty for the concept whatever its items are */
    private record Concept(String code, String scheme, String valueType) {}

    private final Map<Concept, Rule> rules = new HashMap<>();
    private final Map<String, Rule> byValueType = new HashMap<>();
    private final Rule other = Rule.of(Action.PROCESS, ORIGIN);

    ContentTable(Set<Option> options) {
        for (String line : Tables.lines("content-table.txt")) {
            String[] fields = line.split("\t");
            TableCodes codes = TableCodes.parse(fields, 3);
            Rule rule = AttributeType.UNKNOWN.resolve(codes.rule(options, vr(fields[2]), ORIGIN));
            rules.put(new Concept(fields[1], fields[0], fields[2]), ofItem(rule, fields[2]));
            rules.putIfAbsent(new Concept(fields[1], fields[0], ""), rule);
        }
        byValueType.put("TEXT", Rule.of(Action.CLEAN_TEXT, Action.DUMMY, ORIGIN));
        byValueType.put("PNAME", Rule.of(Action.DUMMY, ORIGIN));
        for (String type : new String[] {"DATE", "DATETIME", "TIME"}) {
            byValueType.put(type, dates(options, type.equals("TIME")));
        }
        Action uid = options.contains(Option.RETAIN_UIDS) ? Action.KEEP : Action.REPLACE_UID;
        byValueType.put("UIDREF", Rule.of(uid, ORIGIN));
    }

    Rule rule(String codeValue, String scheme, String valueType) {
        Rule listed = rules.get(new Concept(codeValue, scheme, valueType));
        if (listed != null) {
            return listed;
        }
        // What goes as a text goes in any other form; what is otherwise treated may be no more than that value type.
        Rule ofConcept = rules.get(new Concept(codeValue, scheme, ""));
        return ofConcept != null && ofConcept.action() == Action.REMOVE
                ? ofConcept
                : byValueType.getOrDefault(valueType, other);
    }

    private static Rule dates(Set<Option> options, boolean time) {
        if (options.contains(Option.RETAIN_LONGITUDINAL_MODIFIED_DATES)) {
            return Rule.of(time ? Action.KEEP_TIME : Action.SHIFT_DATE, Action.DUMMY, ORIGIN);
        }
        boolean stay = options.contains(Option.RETAIN_LONGITUDINAL_FULL_DATES);
        return Rule.of(stay ? Action.KEEP : Action.DUMMY, ORIGIN);
    }

    /** An item that stays without a text of its own is a container or a reference: what is in it is judged by itself. */
    private static Rule ofItem(Rule rule, String valueType) {
        boolean hasValue = switch (valueType) {
            case "TEXT", "PNAME", "DATE", "DATETIME", "TIME", "UIDREF", "NUM", "CODE" -> true;
            default -> false;
        };
        if (rule.action() == Action.DUMMY && valueType.equals("UIDREF")) {
            return rule.with(Action.REPLACE_UID);
        }
        return hasValue || rule.action() != Action.DUMMY ? rule : rule.with(Action.PROCESS);
    }

    /** The value representation of the attribute that holds an item's value. */
    private static Vr vr(String valueType) {
        return switch (valueType) {
            case "DATE" -> Vr.DA;
            case "DATETIME" -> Vr.DT;
            case "TIME" -> Vr.TM;
            case "PNAME" -> Vr.PN;
            case "UIDREF" -> Vr.UI;
            case "TEXT" -> Vr.UT;
            default -> Vr.SQ;
        };
    }
}

package org.symbolon.deidentification.profile.internal;

import java.util.ArrayList;
import java.util.List;
import org.symbolon.deidentification.profile.Action;
import org.symbolon.deidentification.profile.Rule;

/** The private attributes of PS3.15 table E.3.10-1, which are kept by Retain Safe Private. */
final class SafePrivate {
    static final String ORIGIN = "E.3.10-1";

    private SafePrivate() {}

    static List<ProfileRule> rules() {
        Rule keep = Rule.of(Action.KEEP, ORIGIN);
        List<ProfileRule> rules = new ArrayList<>();
        for (String line : Tables.lines("safe-private.txt")) {
            String[] fields = line.split(" ", 3);
            int group = Integer.parseInt(fields[0], 16);
            int element = Integer.parseInt(fields[1], 16);
            rules.add(ProfileRule.always(new Selector.OfCreator(group, element, fields[2]), keep));
        }
        return rules;
    }
}

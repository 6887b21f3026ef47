package org.symbolon.deidentification.profile.internal;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.symbolon.deidentification.profile.ObjectFacts;

/** When a rule holds: every test must. Immutable. */
public record Condition(List<Test> tests) {
    static final Condition ALWAYS = new Condition(List.of());

    /** What a test looks at. */
    sealed interface Subject {
        record SopClass() implements Subject {}

        record Sender() implements Subject {}

        record Attribute(int tag) implements Subject {}
    }

    /** Holds if one of the patterns fits the value, or one of its values; the empty pattern fits a value that is absent. */
    record Test(Subject subject, List<Glob> patterns) {
        boolean holds(ObjectFacts facts) {
            if (subject instanceof Subject.Attribute attribute) {
                String text = facts.text(attribute.tag());
                for (String value : text.split("\\\\", -1)) {
                    if (fits(value.strip())) {
                        return true;
                    }
                }
                return fits(text);
            }
            return fits(subject instanceof Subject.Sender ? facts.source() : facts.sopClassUid());
        }

        private boolean fits(String value) {
            for (Glob pattern : patterns) {
                if (pattern.matches(value)
                        && !(value.isEmpty() && !pattern.text().isEmpty())) {
                    return true;
                }
            }
            return false;
        }
    }

    public Condition {
        tests = List.copyOf(tests);
    }

    boolean holds(ObjectFacts facts) {
        for (Test test : tests) {
            if (!test.holds(facts)) {
                return false;
            }
        }
        return true;
    }

    Set<Integer> neededFacts() {
        Set<Integer> tags = new TreeSet<>();
        for (Test test : tests) {
            if (test.subject() instanceof Subject.Attribute attribute) {
                tags.add(attribute.tag());
            }
        }
        return tags;
    }
}

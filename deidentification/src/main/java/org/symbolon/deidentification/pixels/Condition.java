package org.symbolon.deidentification.pixels;

import java.util.List;
import org.symbolon.deidentification.profile.ObjectFacts;

/**
 * What an object must say of itself: every test must hold. Without tests it holds for all objects.
 */
record Condition(List<Test> tests) {
    static final Condition ALWAYS = new Condition(List.of());

    /** Where a value comes from. */
    @FunctionalInterface
    interface Source {
        String of(ObjectFacts facts);
    }

    /** One of the patterns must be like the value. */
    record Test(Source source, List<ValuePattern> patterns) {
        Test {
            patterns = List.copyOf(patterns);
        }

        boolean holds(ObjectFacts facts) {
            String value = source.of(facts);
            for (ValuePattern pattern : patterns) {
                if (pattern.matches(value)) {
                    return true;
                }
            }
            return false;
        }
    }

    Condition {
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
}

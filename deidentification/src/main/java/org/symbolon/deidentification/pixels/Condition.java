package org.symbolon.deidentification.pixels;

import java.util.List;

/** What an object must say of itself: every test must hold. Without tests it holds for all objects. */
record Condition(List<Test> tests) {
    static final Condition ALWAYS = new Condition(List.of());

    /**
     * One of the patterns must be like the value.
     *
     * @param source number of where the value comes from
     */
    record Test(int source, List<ValuePattern> patterns) {
        Test {
            patterns = List.copyOf(patterns);
        }

        Test shifted(int by) {
            return new Test(source + by, patterns);
        }

        boolean holds(FactValues facts) {
            String[] values = facts.of(source);
            for (ValuePattern pattern : patterns) {
                if (pattern.matches(values)) {
                    return true;
                }
            }
            return false;
        }
    }

    Condition {
        tests = List.copyOf(tests);
    }

    /** The same where sources have other numbers. */
    Condition shifted(int by) {
        return new Condition(tests.stream().map(test -> test.shifted(by)).toList());
    }

    boolean holds(FactValues facts) {
        for (Test test : tests) {
            if (!test.holds(facts)) {
                return false;
            }
        }
        return true;
    }
}

package org.symbolon.testkit.internal.exam;

import java.util.ArrayList;
import java.util.List;
import org.symbolon.testkit.score.Check;
import org.symbolon.testkit.score.ScoreAction;

/** The checks on one object, as they are planted. Not thread-safe. */
final class ExamLog {
    private final String object;
    private final List<Check> checks = new ArrayList<>();

    ExamLog(String object) {
        this.object = object;
    }

    void check(String place, ScoreAction action, String text, Keep keep) {
        if (keep != Keep.NEVER) {
            checks.add(new Check(object, place, action, text, keep.when()));
        }
    }

    void check(String place, ScoreAction action, String text) {
        check(place, action, text, Keep.ALWAYS);
    }

    List<Check> checks() {
        return checks;
    }
}

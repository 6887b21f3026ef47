package org.symbolon.record.internal.v2;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The plans of a known segment's fields in early or late versions of the standard. Made once; thread-safe. */
final class SegmentPlan {
    private static final int FIELDS = 80;
    private static final Map<String, SegmentPlan> EARLY = new ConcurrentHashMap<>();
    private static final Map<String, SegmentPlan> LATE = new ConcurrentHashMap<>();

    private final String segment;
    private final boolean late;
    private final @Nullable FieldPlan[] plans = new FieldPlan[FIELDS];

    private SegmentPlan(String segment, boolean late) {
        this.segment = segment;
        this.late = late;
    }

    /** @param segment one that {@link Definitions} knows, so that there are not many */
    static SegmentPlan of(String segment, boolean late) {
        Map<String, SegmentPlan> plans = late ? LATE : EARLY;
        SegmentPlan known = plans.get(segment);
        return known != null ? known : plans.computeIfAbsent(segment, name -> new SegmentPlan(name, late));
    }

    FieldPlan field(int field) {
        if (field >= FIELDS) {
            return plan(field);
        }
        FieldPlan known = plans[field];
        if (known == null) {
            known = plan(field);
            plans[field] = known;
        }
        return known;
    }

    private FieldPlan plan(int field) {
        String type = Definitions.instance().type(segment, field, late);
        return FieldPlan.of(segment, field, type, FieldRules.instance().of(segment, field));
    }
}

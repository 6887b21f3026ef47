package org.symbolon.record.internal.v2;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a field before a value is seen: its data type, its rule, and for each component its kind and how its place is
 * called. Made once for each field of the standard; thread-safe, since all that it remembers is immutable.
 */
final class FieldPlan {
    private static final int COMPONENTS = 24;
    private static final int SUBCOMPONENTS = 12;
    private static final int MOST_PLANS = 20_000;
    private static final Map<Key, FieldPlan> KNOWN = new ConcurrentHashMap<>();

    private final String name;
    private final String dataType;
    private final FieldRule rule;
    private final boolean composite;
    private final boolean mayHoldUid;
    private final @Nullable Leaf[] wholes = new Leaf[COMPONENTS];
    private final @Nullable Leaf[] components = new Leaf[COMPONENTS];
    private final @Nullable Leaf[] parts = new Leaf[COMPONENTS * SUBCOMPONENTS];

    private record Key(String segment, int field, String dataType, FieldRule rule) {}

    /**
     * A part of a field that nothing parts any more.
     *
     * @param dataType as {@link org.symbolon.record.Place#dataType} has it
     */
    record Leaf(String path, String dataType, ComponentKind kind) {}

    private FieldPlan(Key key) {
        this.name = key.segment() + "-" + key.field();
        this.dataType = key.dataType();
        this.rule = key.rule();
        this.composite = !DataTypes.instance().isPrimitive(dataType);
        this.mayHoldUid = DicomReferences.mayHoldUid(key.segment(), key.field());
    }

    static FieldPlan of(String segment, int field, String dataType, FieldRule rule) {
        Key key = new Key(segment, field, dataType, rule);
        FieldPlan known = KNOWN.get(key);
        if (known != null) {
            return known;
        }
        FieldPlan plan = new FieldPlan(key);
        if (KNOWN.size() < MOST_PLANS) {
            KNOWN.put(key, plan);
        }
        return plan;
    }

    FieldRule rule() {
        return rule;
    }

    /**
     * @param component from 1
     * @param parted whether the repetition has several components
     */
    Leaf component(int component, boolean parted) {
        boolean shown = composite || parted;
        if (component > COMPONENTS) {
            return component(component, name + "." + component, 1);
        }
        @Nullable Leaf[] known = shown ? components : wholes;
        Leaf leaf = known[component - 1];
        if (leaf == null) {
            leaf = component(component, shown ? name + "." + component : name, 1);
            known[component - 1] = leaf;
        }
        return leaf;
    }

    /** Of a component that has several. */
    Leaf subcomponent(int component, int subcomponent) {
        if (component > COMPONENTS || subcomponent > SUBCOMPONENTS) {
            return component(component, name + "." + component + "." + subcomponent, subcomponent);
        }
        int index = (component - 1) * SUBCOMPONENTS + subcomponent - 1;
        Leaf leaf = parts[index];
        if (leaf == null) {
            leaf = component(component, name + "." + component + "." + subcomponent, subcomponent);
            parts[index] = leaf;
        }
        return leaf;
    }

    private Leaf component(int component, String path, int subcomponent) {
        ComponentKind kind =
                mayHoldUid ? ComponentKind.POINTER : DataTypes.instance().kind(dataType, component, subcomponent);
        return new Leaf(path, composite ? dataType + "." + component : dataType, kind);
    }
}

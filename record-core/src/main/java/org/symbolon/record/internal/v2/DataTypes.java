package org.symbolon.record.internal.v2;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Data types taken apart into leaves: {@code datatypes.txt} first, HAPI's definitions for the rest. */
final class DataTypes {
    private static final DataTypes INSTANCE = new DataTypes();

    private final Map<String, List<String>> table = new HashMap<>();

    private DataTypes() {
        for (List<String> line : Tables.read("datatypes.txt")) {
            table.put(line.get(0), line.subList(1, line.size()));
        }
    }

    static DataTypes instance() {
        return INSTANCE;
    }

    boolean knows(String type) {
        return !components(type).isEmpty();
    }

    /** Whether values of the type have no components. */
    boolean isPrimitive(String type) {
        return components(type).size() <= 1;
    }

    /** @param component and subcomponent count from 1 */
    ComponentKind kind(String type, int component, int subcomponent) {
        List<String> components = components(type);
        if (component > components.size()) {
            return ComponentKind.UNKNOWN;
        }
        String word = components.get(component - 1);
        if (isKind(word)) {
            return kind(word);
        }
        List<String> subcomponents = components(word);
        return subcomponent > subcomponents.size()
                ? ComponentKind.UNKNOWN
                : firstLeaf(subcomponents.get(subcomponent - 1));
    }

    /** Nothing stands below a subcomponent: of a composite there, only its first component can be meant. */
    private ComponentKind firstLeaf(String word) {
        String leaf = word;
        while (!isKind(leaf)) {
            List<String> components = components(leaf);
            if (components.isEmpty()) {
                return ComponentKind.UNKNOWN;
            }
            leaf = components.get(0);
        }
        return kind(leaf);
    }

    private List<String> components(String type) {
        List<String> known = table.get(type);
        return known != null ? known : Definitions.instance().components(type);
    }

    private static boolean isKind(String word) {
        return Character.isLowerCase(word.charAt(0));
    }

    private static ComponentKind kind(String word) {
        return ComponentKind.valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}

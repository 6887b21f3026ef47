package org.symbolon.record.internal.fhir;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A place in the tree to read from; what is not there is a view of nothing, whose texts are empty.
 *
 * @param node null where there is nothing
 */
record FhirView(FhirSource source, @Nullable FhirNode node) {
    String resourceType() {
        return node == null ? "" : node.resourceType;
    }

    boolean isPresent() {
        return node != null;
    }

    boolean is(String type) {
        return resourceType().equals(type);
    }

    /** The value, decoded. */
    String text() {
        return node == null || !node.hasValue() ? "" : source.text(node);
    }

    /** The value of the first element of that name. */
    String text(String name) {
        FhirNode found = node == null ? null : first(node, name);
        return found == null || !found.hasValue() ? "" : source.text(found);
    }

    /** The first element of that name. */
    FhirView first(String name) {
        return new FhirView(source, node == null ? null : first(node, name));
    }

    /** The value of the first element of that path. */
    String text(String... path) {
        return first(path).text();
    }

    /** The first that has a value. */
    String firstText(String... names) {
        for (String name : names) {
            String text = text(name);
            if (!text.isEmpty()) {
                return text;
            }
        }
        return "";
    }

    /** The first element of that path. */
    FhirView first(String... path) {
        FhirNode at = node;
        for (String name : path) {
            at = at == null ? null : first(at, name);
        }
        return new FhirView(source, at);
    }

    private static @Nullable FhirNode first(FhirNode around, String name) {
        List<FhirMember> members = around.members;
        for (int i = 0; i < members.size(); i++) {
            FhirMember member = members.get(i);
            if (!member.sibling() && member.name().equals(name)) {
                List<FhirNode> items = member.items();
                for (int j = 0; j < items.size(); j++) {
                    if (items.get(j).kind != FhirNode.Kind.NULL) {
                        return items.get(j);
                    }
                }
            }
        }
        return null;
    }

    /** All elements of that name. */
    List<FhirView> all(String name) {
        if (node == null) {
            return List.of();
        }
        List<FhirView> found = null;
        List<FhirMember> members = node.members;
        for (int i = 0; i < members.size(); i++) {
            FhirMember member = members.get(i);
            if (!member.sibling() && member.name().equals(name)) {
                List<FhirNode> items = member.items();
                for (int j = 0; j < items.size(); j++) {
                    if (items.get(j).kind != FhirNode.Kind.NULL) {
                        found = found == null ? new ArrayList<>(items.size()) : found;
                        found.add(new FhirView(source, items.get(j)));
                    }
                }
            }
        }
        return found == null ? List.of() : found;
    }

    /** All elements of that path, whichever of the elements on the way they stand in. */
    List<FhirView> all(String first, String second) {
        List<FhirView> found = new ArrayList<>();
        for (FhirView outer : all(first)) {
            found.addAll(outer.all(second));
        }
        return found;
    }

    /** Of a narrative element: its text without tags. */
    String narrative() {
        FhirNode div = first("div").node();
        return div == null ? "" : source.plainNarrative(div);
    }

    /** Shows no value. */
    @Override
    public String toString() {
        return "view of " + node;
    }
}

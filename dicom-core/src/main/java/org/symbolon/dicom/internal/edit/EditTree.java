package org.symbolon.dicom.internal.edit;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.symbolon.dicom.DataSet;
import org.symbolon.dicom.TagPath;

/** The edits of a data set or item, by tag, and below them those of the items of its sequences. */
public final class EditTree {
    private final NavigableMap<Integer, Node> nodes = new TreeMap<>(Integer::compareUnsigned);

    /** What becomes of one element: a new one, or none, or other items. */
    static final class Node {
        @Nullable
        Edit edit;

        final NavigableMap<Integer, EditTree> items = new TreeMap<>();
    }

    public boolean isEmpty() {
        return nodes.isEmpty();
    }

    /** Adds an edit, in place of those of the same element and of what lies in it. */
    public void add(TagPath path, Edit edit) {
        EditTree tree = this;
        for (TagPath.Step step : path.items()) {
            tree = tree.item(step.sequence(), step.item());
        }
        Node node = tree.node(path.tag());
        node.edit = edit;
        node.items.clear();
    }

    /** The edits of an item. A new sequence of which the item is to be a part, is no longer put as a whole. */
    EditTree item(int sequence, int item) {
        Node node = node(sequence);
        if (node.edit != null) {
            throw new IllegalArgumentException("An item of a sequence that is put or removed as a whole");
        }
        return node.items.computeIfAbsent(item, number -> new EditTree());
    }

    NavigableMap<Integer, Node> nodes() {
        return nodes;
    }

    /** Puts everything that is new into a data set, for an item that does not exist yet. */
    void fill(DataSet target) {
        nodes.forEach((tag, node) -> {
            Edit edit = node.edit;
            if (edit != null) {
                edit.applyTo(target);
            } else if (!isRemovalOnly(node)) {
                target.putSequence(tag, newItems(node, 0, target));
            }
        });
    }

    /** The items from that number on, which do not exist yet. */
    static List<DataSet> newItems(Node node, int first, DataSet context) {
        List<DataSet> items = new ArrayList<>();
        for (var entry : node.items.tailMap(first, true).entrySet()) {
            EditTree tree = entry.getValue();
            if (tree.removesOnly()) {
                continue;
            }
            if (entry.getKey() != first + items.size()) {
                throw new IllegalArgumentException("An item is added behind the last one only");
            }
            DataSet item = Contexts.of(context);
            tree.fill(item);
            items.add(Contexts.without(item, context, tree));
        }
        return items;
    }

    static boolean isRemovalOnly(Node node) {
        return node.edit == Edit.REMOVE
                || (node.edit == null && node.items.values().stream().allMatch(EditTree::removesOnly));
    }

    private boolean removesOnly() {
        return !nodes.isEmpty() && nodes.values().stream().allMatch(EditTree::isRemovalOnly);
    }

    private Node node(int tag) {
        return nodes.computeIfAbsent(tag, key -> new Node());
    }
}

package org.symbolon.dicom.internal.edit;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;
import org.symbolon.dicom.DataSet;
import org.symbolon.dicom.DataSetReader;
import org.symbolon.dicom.DataSetReader.Token;
import org.symbolon.dicom.Element;
import org.symbolon.dicom.Tag;
import org.symbolon.dicom.Tags;
import org.symbolon.dicom.Vr;
import org.symbolon.dicom.internal.Encoding;
import org.symbolon.dicom.internal.Numbers;

/** Walks through a data set once and finds where its edits take place. Used once. */
public final class EditScan {
    private static final int MAX_CHARACTER_SET_BYTES = 1024;

    private final DataSetReader reader;
    private final IntPredicate removed;
    private final List<Splice> splices = new ArrayList<>();
    private final List<LengthField> lengths = new ArrayList<>();

    private EditScan(DataSetReader reader, IntPredicate removed) {
        this.reader = reader;
        this.removed = removed;
    }

    /**
     * The splices in the order of their places.
     *
     * @param removed tags whose elements go at every depth, unless the tree says otherwise
     */
    public static List<Splice> scan(DataSetReader reader, EditTree tree, IntPredicate removed) throws IOException {
        EditScan scan = new EditScan(reader, removed);
        scan.level(tree, new Level(null, -1, null, null, scan.contentEncoding()));
        for (LengthField length : scan.lengths) {
            if (length.hasChanged()) {
                scan.splices.add(length.splice());
            }
        }
        // What is inserted at a place comes before what is replaced there; otherwise in the order of the scan.
        scan.splices.sort(
                Comparator.comparingLong(Splice::start).thenComparing(splice -> splice.end() > splice.start()));
        return scan.splices;
    }

    private void level(EditTree tree, Level level) throws IOException {
        Deque<Integer> pending = new ArrayDeque<>(tree.nodes().keySet());
        Map<Integer, Long> places = new HashMap<>();
        Set<Integer> met = new HashSet<>();
        EditTree.Node ownCharacterSet = tree.nodes().get(Tags.SpecificCharacterSet);
        if (ownCharacterSet != null && ownCharacterSet.edit != null) {
            level.characterSet = put(level, Tags.SpecificCharacterSet, ownCharacterSet.edit);
        }
        for (Token token = reader.next(); token != null && token != Token.ITEM_END; token = reader.next()) {
            int tag = reader.tag();
            while (!pending.isEmpty() && Integer.compareUnsigned(pending.peek(), tag) < 0) {
                places.put(pending.remove(), reader.headerOffset());
            }
            EditTree.Node node = tree.nodes().get(tag);
            boolean repeated = !met.add(tag);
            if (node != null && node.edit != null && (!repeated || node.edit == Edit.REMOVE)) {
                replace(token, level, node.edit);
            } else if (node == null && removed.test(tag)) {
                replace(token, level, Edit.REMOVE);
            } else if (token == Token.SEQUENCE_START) {
                sequence(repeated ? null : node, level);
            } else if (node != null && node.edit == null) {
                throw new IllegalArgumentException("The path leads through an element that is no sequence");
            } else {
                pass(token, level);
            }
        }
        long end = reader.token() == Token.ITEM_END ? reader.headerOffset() : reader.position();
        tree.nodes().forEach((tag, node) -> {
            if (!met.contains(tag) && !EditTree.isRemovalOnly(node)) {
                insert(tag, node, places.getOrDefault(tag, end), level);
            }
        });
    }

    private void replace(Token token, Level level, Edit edit) throws IOException {
        int tag = reader.tag();
        long start = reader.headerOffset();
        Encoding encoding = Encoding.of(reader.explicitVr(), reader.bigEndian());
        if (token != Token.ELEMENT) {
            skipContent();
        }
        long end = reader.endOffset();
        Element element = edit == Edit.REMOVE ? null : put(level, tag, edit);
        add(element == null ? Splice.nothing(start, end) : Splice.element(start, end, element, encoding), level, tag);
    }

    private void insert(int tag, EditTree.Node node, long at, Level level) {
        DataSet context = Contexts.of(level.characterSet);
        Edit edit = node.edit;
        Element element =
                edit == null ? new Element.Sequence(tag, EditTree.newItems(node, 0, context)) : put(level, tag, edit);
        if (element != null) {
            add(Splice.element(at, at, element, level.encoding), level, tag);
        }
    }

    private void sequence(EditTree.@Nullable Node node, Level level) throws IOException {
        int tag = reader.tag();
        LengthField length = lengthField();
        Encoding encoding = contentEncoding();
        int items = 0;
        for (Token token = reader.next(); token == Token.ITEM_START; token = reader.next()) {
            EditTree tree = node == null ? null : node.items.get(items);
            items++;
            level(
                    tree == null ? new EditTree() : tree,
                    new Level(level, tag, lengthField(), length, contentEncoding()));
        }
        List<DataSet> added =
                node == null ? List.of() : EditTree.newItems(node, items, Contexts.of(level.characterSet));
        if (!added.isEmpty()) {
            Splice splice = Splice.items(reader.headerOffset(), new Element.Sequence(tag, added), encoding);
            splices.add(splice);
            level.grow(tag, splice.delta());
            if (length != null) {
                length.grow(splice.delta());
            }
        }
    }

    private void pass(Token token, Level level) throws IOException {
        int tag = reader.tag();
        if (token == Token.FRAGMENTS_START) {
            skipContent();
        } else if (Tag.isGroupLength(tag) && reader.length() == Integer.BYTES) {
            DataSet value = new DataSet().putBytes(tag, Vr.UL, ordered(reader.value()));
            LengthField group =
                    new LengthField(reader.valueOffset(), value.longNumber(tag).orElse(0), reader.bigEndian());
            level.groups.put(Tag.group(tag), group);
            lengths.add(group);
        } else if (tag == Tags.SpecificCharacterSet && reader.length() <= MAX_CHARACTER_SET_BYTES) {
            level.characterSet = new Element.Value(tag, Vr.CS, reader.value());
        }
    }

    private byte[] ordered(byte[] value) {
        if (reader.bigEndian()) {
            Numbers.swap(value, value.length);
        }
        return value;
    }

    private void add(Splice splice, Level level, int tag) {
        splices.add(splice);
        level.grow(tag, splice.delta());
    }

    private static @Nullable Element put(Level level, int tag, Edit edit) {
        DataSet target = Contexts.of(level.characterSet);
        edit.applyTo(target);
        return target.element(tag);
    }

    private @Nullable LengthField lengthField() {
        if (!reader.lengthIsDefined()) {
            return null;
        }
        LengthField field = new LengthField(reader.lengthFieldOffset(), reader.length(), reader.bigEndian());
        lengths.add(field);
        return field;
    }

    private Encoding contentEncoding() {
        return Encoding.of(reader.contentHasExplicitVr(), reader.contentIsBigEndian());
    }

    private void skipContent() throws IOException {
        int open = 1;
        while (open > 0) {
            Token token = reader.next();
            if (token == Token.SEQUENCE_START || token == Token.FRAGMENTS_START) {
                open++;
            } else if (token == Token.SEQUENCE_END || token == Token.FRAGMENTS_END) {
                open--;
            } else if (token == null) {
                return;
            }
        }
    }
}

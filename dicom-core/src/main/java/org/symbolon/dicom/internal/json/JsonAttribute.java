package org.symbolon.dicom.internal.json;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.symbolon.dicom.DataSet;
import org.symbolon.dicom.Dictionary;
import org.symbolon.dicom.Vr;
import org.symbolon.dicom.internal.model.DataSetBuilder;
import org.symbolon.dicom.internal.model.ModelProblem;

/**
 * What is known of an attribute while its object is read, in whatever order its members come. Values are kept as one text
 * with backslashes between them: it takes about the room that they take in JSON, however many they are.
 */
final class JsonAttribute {
    private final int tag;
    private final StringBuilder text = new StringBuilder();
    private final List<DataSet> items = new ArrayList<>();
    private @Nullable Vr vr;
    private @Nullable String inline;
    private @Nullable String uri;
    private boolean values;
    private int count;
    private boolean numbers;
    private boolean names;

    JsonAttribute(int tag) {
        this.tag = tag;
    }

    int tag() {
        return tag;
    }

    void vr(String letters, long offset) {
        Vr found = letters.length() == 2 && letters.charAt(0) < 0x80 && letters.charAt(1) < 0x80
                ? Vr.of(letters.charAt(0) << 8 | letters.charAt(1))
                : null;
        if (found == null || vr != null) {
            throw problem(found == null ? "A VR that the standard does not have" : "A VR that comes twice", offset);
        }
        vr = found;
    }

    void values(long offset) {
        requireFirst(offset);
        values = true;
    }

    void inlineBinary(String base64, long offset) {
        requireFirst(offset);
        inline = base64;
    }

    void bulkDataUri(String reference, long offset) {
        requireFirst(offset);
        uri = reference;
    }

    void string(String value, long offset) {
        append(value, offset);
    }

    void number(String value, long offset) {
        numbers = true;
        append(value, offset);
    }

    void empty(long offset) {
        append("", offset);
    }

    void name(@Nullable String[] groups, long offset) {
        names = true;
        int last = groups.length - 1;
        while (last > 0 && groups[last] == null) {
            last--;
        }
        StringBuilder name = new StringBuilder();
        for (int i = 0; i <= last; i++) {
            name.append(i == 0 ? "" : "=").append(groups[i] == null ? "" : groups[i]);
        }
        append(name.toString(), offset);
    }

    /** An object without members may also be a name without component groups: what is around it tells. */
    void item(DataSet item, long offset) {
        if (count > 0 && item.isEmpty()) {
            append("", offset);
        } else if (count > 0) {
            throw problem("Items among values", offset);
        } else {
            items.add(item);
        }
    }

    /** Puts what has been read. Without a VR the dictionary's is taken. */
    void put(DataSet dataSet, DataSetBuilder builder, long offset) throws IOException {
        Vr known = vr == null ? Dictionary.standard().vr(tag) : vr;
        if (inline != null) {
            builder.base64(dataSet, tag, known, inline, offset);
        } else if (uri != null) {
            builder.reference(dataSet, tag, known, uri, offset);
        } else if (count > 0) {
            requireKinds(known, offset);
            builder.values(dataSet, tag, known, text, offset);
        } else if (known == Vr.SQ) {
            builder.items(dataSet, tag, items);
        } else if (known == Vr.PN && !items.isEmpty()) {
            emptyNames(dataSet, builder, offset);
        } else if (!items.isEmpty()) {
            throw problem("Items in a VR that has none", offset);
        } else {
            builder.empty(dataSet, tag, known);
        }
    }

    /** An object without members is a name without component groups. */
    private void emptyNames(DataSet dataSet, DataSetBuilder builder, long offset) {
        if (items.stream().anyMatch(item -> !item.isEmpty())) {
            throw problem("Items in a VR that has none", offset);
        }
        builder.values(dataSet, tag, Vr.PN, "\\".repeat(items.size() - 1), offset);
    }

    private void requireKinds(Vr known, long offset) {
        boolean numeric = !known.isText() || known == Vr.DS || known == Vr.IS;
        boolean wrong = known == Vr.SQ || (numbers && !numeric) || (names && known != Vr.PN) || !items.isEmpty();
        if (wrong || (known == Vr.AT && numbers)) {
            throw problem("A value of a kind that the VR does not have", offset);
        }
    }

    private void append(String value, long offset) {
        if (items.stream().anyMatch(item -> !item.isEmpty())) {
            throw problem("Values among items", offset);
        }
        for (; !items.isEmpty(); items.remove(items.size() - 1)) {
            names = true;
            text.append(count++ > 0 ? "\\" : "");
        }
        if (count++ > 0) {
            text.append('\\');
        }
        text.append(value);
    }

    private void requireFirst(long offset) {
        if (values || inline != null || uri != null) {
            throw problem("More than one value, inline value and reference", offset);
        }
    }

    private RuntimeException problem(String rule, long offset) {
        return ModelProblem.corrupt(rule, tag, offset);
    }
}

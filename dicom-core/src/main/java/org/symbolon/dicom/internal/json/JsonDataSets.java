package org.symbolon.dicom.internal.json;

import java.io.Closeable;
import java.io.IOException;
import java.io.Reader;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.symbolon.dicom.BulkDataResolver;
import org.symbolon.dicom.DataSet;
import org.symbolon.dicom.ModelLimits;
import org.symbolon.dicom.Tag;
import org.symbolon.dicom.Tags;
import org.symbolon.dicom.internal.json.JsonTokens.Kind;
import org.symbolon.dicom.internal.model.AttributeText;
import org.symbolon.dicom.internal.model.DataSetBuilder;
import org.symbolon.dicom.internal.model.ModelProblem;

/** Data sets of a JSON text that is one object or an array of objects. Recursion is as deep as the limit on nesting. */
public final class JsonDataSets implements Closeable {
    /** Object, value array and attribute of each sequence, and what little lies around and inside. */
    private static final int JSON_LEVELS_EACH = 3;

    private static final int JSON_LEVELS_MORE = 8;
    private static final int MAX_SKIPPED_MEMBERS = 1_000;

    private final JsonTokens json;
    private final DataSetBuilder builder;
    private boolean begun;
    private boolean inArray;
    private boolean ended;

    public JsonDataSets(Reader in, ModelLimits limits, BulkDataResolver bulkData) {
        long base64Characters = limits.maxValueBytes() / 3L * 4 + 4;
        json = new JsonTokens(
                in,
                (int) Math.min(Integer.MAX_VALUE - 16L, base64Characters),
                Math.addExact(Math.multiplyExact(JSON_LEVELS_EACH, limits.maxDepth()), JSON_LEVELS_MORE));
        builder = new DataSetBuilder(limits, bulkData);
    }

    /** The next data set, null behind the last. */
    public @Nullable DataSet next() throws IOException {
        if (ended) {
            return null;
        }
        Kind kind = json.next();
        if (!begun) {
            begun = true;
            inArray = kind == Kind.BEGIN_ARRAY;
            kind = inArray ? json.next() : kind;
        }
        if (kind == Kind.BEGIN_OBJECT) {
            DataSet dataSet = builder.begin();
            boolean hadCharacterSet = members(dataSet, 0);
            ended = !inArray;
            if (ended) {
                requireEnd();
            }
            return builder.end(dataSet, hadCharacterSet);
        }
        if (!inArray || kind != Kind.END_ARRAY) {
            throw problem("Neither an object nor an array of objects", -1);
        }
        ended = true;
        requireEnd();
        return null;
    }

    @Override
    public void close() throws IOException {
        json.close();
    }

    private void requireEnd() throws IOException {
        if (json.next() != Kind.END) {
            throw problem("Something behind the end of the JSON text", -1);
        }
    }

    /** Reads to the end of the object. Tells whether it had (0008,0005). */
    private boolean members(DataSet dataSet, int depth) throws IOException {
        Set<Integer> tags = new HashSet<>();
        while (json.next() == Kind.NAME) {
            int tag = AttributeText.parseTag(json.text());
            if (tag == -1) {
                throw problem("A name that is not a tag of eight hexadecimal digits", -1);
            }
            member(dataSet, depth, tag, tags);
        }
        return tags.contains(Tags.SpecificCharacterSet);
    }

    private void member(DataSet dataSet, int depth, int tag, Set<Integer> tags) throws IOException {
        if (!tags.add(tag)) {
            throw problem("A tag that comes twice", tag);
        }
        if (Tag.isGroupLength(tag) || Tag.group(tag) == Tag.group(Tag.Item)) {
            throw problem("A tag that has no place in the DICOM JSON model", tag);
        }
        builder.count(tag, json.offset());
        attribute(dataSet, depth, tag);
    }

    private void attribute(DataSet dataSet, int depth, int tag) throws IOException {
        if (json.next() != Kind.BEGIN_OBJECT) {
            throw problem("An attribute that is not an object", tag);
        }
        JsonAttribute attribute = new JsonAttribute(tag);
        int others = 0;
        while (json.next() == Kind.NAME) {
            switch (json.text()) {
                case "vr" -> attribute.vr(string(tag), json.offset());
                case "Value" -> {
                    attribute.values(json.offset());
                    values(attribute, depth);
                }
                case "InlineBinary" -> attribute.inlineBinary(stringOrArray(tag), json.offset());
                case "BulkDataURI" -> attribute.bulkDataUri(stringOrArray(tag), json.offset());
                default -> {
                    if (++others > MAX_SKIPPED_MEMBERS) {
                        throw ModelProblem.limit("More unknown members than the limit allows", tag, json.offset());
                    }
                    skip();
                }
            }
        }
        attribute.put(dataSet, builder, json.offset());
    }

    private void values(JsonAttribute attribute, int depth) throws IOException {
        if (json.next() != Kind.BEGIN_ARRAY) {
            throw problem("Values that are not an array", attribute.tag());
        }
        for (Kind kind = json.next(); kind != Kind.END_ARRAY; kind = json.next()) {
            switch (kind) {
                case STRING -> attribute.string(json.text(), json.offset());
                case NUMBER -> attribute.number(json.text(), json.offset());
                case NULL -> attribute.empty(json.offset());
                case BEGIN_OBJECT -> object(attribute, depth + 1);
                default -> throw problem("A value of a kind that no VR has", attribute.tag());
            }
        }
    }

    /** A name or an item: the first member tells. An object without members is an empty item or an empty name. */
    private void object(JsonAttribute attribute, int depth) throws IOException {
        DataSet item = builder.beginItem(depth, attribute.tag(), json.offset());
        Set<Integer> tags = new HashSet<>();
        String[] groups = new String[JsonAttributes.NAME_GROUPS.length];
        boolean name = false;
        while (json.next() == Kind.NAME) {
            int group = group(json.text());
            int tag = group < 0 ? AttributeText.parseTag(json.text()) : -1;
            if (group < 0 && tag == -1) {
                throw problem("A name that is neither a tag nor a component group", attribute.tag());
            }
            if (group < 0) {
                member(item, depth, tag, tags);
                continue;
            }
            if (groups[group] != null) {
                throw problem("A component group that comes twice", attribute.tag());
            }
            name = true;
            groups[group] = string(attribute.tag());
        }
        if (name && !tags.isEmpty()) {
            throw problem("Component groups and attributes in one object", attribute.tag());
        }
        if (name) {
            attribute.name(groups, json.offset());
        } else {
            attribute.item(builder.endItem(item, tags.contains(Tags.SpecificCharacterSet)), json.offset());
        }
    }

    private static int group(String name) {
        for (int i = 0; i < JsonAttributes.NAME_GROUPS.length; i++) {
            if (JsonAttributes.NAME_GROUPS[i].equals(name)) {
                return i;
            }
        }
        return -1;
    }

    private String string(int tag) throws IOException {
        Kind kind = json.next();
        if (kind != Kind.STRING) {
            throw problem("No string where one must be", tag);
        }
        return json.text();
    }

    /** The example of PS3.18 F.4 has the string in an array. */
    private String stringOrArray(int tag) throws IOException {
        Kind kind = json.next();
        if (kind == Kind.STRING) {
            return json.text();
        }
        if (kind != Kind.BEGIN_ARRAY) {
            throw problem("No string where one must be", tag);
        }
        String text = string(tag);
        if (json.next() != Kind.END_ARRAY) {
            throw problem("More than one string where one must be", tag);
        }
        return text;
    }

    /** A member that this edition of the model does not have. */
    private void skip() throws IOException {
        int open = 0;
        do {
            switch (json.next()) {
                case BEGIN_OBJECT, BEGIN_ARRAY -> open++;
                case END_OBJECT, END_ARRAY -> open--;
                default -> {
                    // What lies inside means nothing here.
                }
            }
        } while (open > 0);
    }

    private RuntimeException problem(String rule, int tag) {
        return ModelProblem.corrupt(rule, tag, json.offset());
    }
}

package org.symbolon.dicom;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.symbolon.dicom.internal.DataSetAssembly;
import org.symbolon.dicom.internal.Numbers;

/**
 * A small data set in memory, ordered by tag: file meta groups, DIMSE command sets, headers, generated samples. Text is
 * decoded and encoded with the Specific Character Set (0008,0005) that the data set holds at that moment, or else with
 * that of the data set around it; so put (0008,0005) first. Mutable, not thread-safe.
 */
public final class DataSet implements Iterable<Element> {
    private final TreeMap<Integer, Element> elements = new TreeMap<>(Integer::compareUnsigned);
    private List<String> inheritedCharacterSets = List.of();

    /** Reads to the end, or to where the reader is told to stop. Of an element that comes twice the first counts. */
    public static DataSet read(DataSetReader reader) throws IOException {
        return DataSetAssembly.read(reader);
    }

    public boolean contains(int tag) {
        return elements.containsKey(tag);
    }

    public boolean isEmpty() {
        return elements.isEmpty();
    }

    public int size() {
        return elements.size();
    }

    /** The element, null if absent. */
    public @Nullable Element element(int tag) {
        return elements.get(tag);
    }

    /** The first value as text without padding, empty if absent. */
    public String string(int tag) {
        List<String> values = strings(tag);
        return values.isEmpty() ? "" : values.get(0);
    }

    /** All values as text without padding; numbers in decimal, tags as (gggg,eeee). Empty if absent or without value. */
    public List<String> strings(int tag) {
        if (!(elements.get(tag) instanceof Element.Value value) || value.bytes().length == 0) {
            return List.of();
        }
        Vr vr = value.vr();
        if (!vr.isText() && vr != Vr.UN) {
            return Numbers.texts(vr, value.bytes());
        }
        String text = CharacterSets.decode(value.bytes(), vr, characterSets());
        List<String> values = new ArrayList<>();
        for (String part : vr.isMultiValued() || vr == Vr.UN ? text.split("\\\\", -1) : new String[] {text}) {
            values.add(vr.isMultiValued() || vr == Vr.UN ? trim(part) : trimEnd(part));
        }
        boolean blank = values.size() == 1 && values.get(0).isEmpty();
        return blank ? List.of() : values;
    }

    /** The first value as a whole number; the default if absent, empty or no number. */
    public int integer(int tag, int defaultValue) {
        String text = string(tag);
        try {
            return text.isEmpty()
                    ? defaultValue
                    : (int) Long.parseLong(text.startsWith("+") ? text.substring(1) : text);
        } catch (NumberFormatException e) {
            return defaultValue;
        }
    }

    /** The value as it stands, numbers little endian; empty if absent or a sequence. */
    public byte[] bytes(int tag) {
        return elements.get(tag) instanceof Element.Value value ? value.bytes() : new byte[0];
    }

    /** The items; empty if absent. */
    public List<DataSet> sequence(int tag) {
        return elements.get(tag) instanceof Element.Sequence sequence ? sequence.items() : List.of();
    }

    /** The Specific Character Set in force here (PS3.3 C.12.1.1.2), empty for the default repertoire. */
    public List<String> characterSets() {
        if (elements.get(Tags.SpecificCharacterSet) instanceof Element.Value value) {
            return CharacterSets.terms(value.bytes());
        }
        return inheritedCharacterSets;
    }

    /**
     * Puts text values. Numbers for binary VRs are given in decimal.
     *
     * @throws IllegalArgumentException if a character is not in the character sets in force
     */
    public DataSet put(int tag, Vr vr, String... values) {
        if (!vr.isText()) {
            return putBytes(tag, vr, Numbers.bytes(vr, values));
        }
        return putBytes(tag, vr, CharacterSets.encode(String.join("\\", values), vr, characterSets()));
    }

    /** As {@link #put} with the VR of the dictionary. */
    public DataSet putString(int tag, String... values) {
        return put(tag, Dictionary.standard().vr(tag), values);
    }

    /** Puts whole numbers in a binary or textual VR. */
    public DataSet putInts(int tag, Vr vr, int... values) {
        String[] texts = new String[values.length];
        for (int i = 0; i < values.length; i++) {
            texts[i] = Integer.toString(values[i]);
        }
        return put(tag, vr, texts);
    }

    /** Puts a value as it stands, numbers little endian; the array is not copied. */
    public DataSet putBytes(int tag, Vr vr, byte[] value) {
        elements.put(tag, new Element.Value(tag, vr, value));
        return this;
    }

    public DataSet putSequence(int tag, List<DataSet> items) {
        List<DataSet> copy = List.copyOf(items);
        copy.forEach(item -> item.inherit(characterSets()));
        elements.put(tag, new Element.Sequence(tag, copy));
        return this;
    }

    /** Puts encapsulated pixel data; the first fragment is the basic offset table and may be empty. */
    public DataSet putFragments(int tag, Vr vr, List<byte[]> fragments) {
        elements.put(tag, new Element.Fragments(tag, vr, List.copyOf(fragments)));
        return this;
    }

    public DataSet put(Element element) {
        return element.accept(new Element.Visitor<DataSet, RuntimeException>() {
            @Override
            public DataSet value(Element.Value value) {
                return putBytes(value.tag(), value.vr(), value.bytes());
            }

            @Override
            public DataSet sequence(Element.Sequence sequence) {
                return putSequence(sequence.tag(), sequence.items());
            }

            @Override
            public DataSet fragments(Element.Fragments fragments) {
                return putFragments(fragments.tag(), fragments.vr(), fragments.fragments());
            }
        });
    }

    public DataSet remove(int tag) {
        elements.remove(tag);
        return this;
    }

    @Override
    public Iterator<Element> iterator() {
        return elements.values().iterator();
    }

    /** How many elements there are; never their values. */
    @Override
    public String toString() {
        return "DataSet of " + elements.size() + " elements";
    }

    private void inherit(List<String> characterSets) {
        inheritedCharacterSets = characterSets;
        for (Element element : elements.values()) {
            if (element instanceof Element.Sequence sequence) {
                sequence.items().forEach(item -> item.inherit(characterSets()));
            }
        }
    }

    private static String trim(String text) {
        int start = 0;
        while (start < text.length() && text.charAt(start) == ' ') {
            start++;
        }
        return trimEnd(text.substring(start));
    }

    private static String trimEnd(String text) {
        int end = text.length();
        while (end > 0 && (text.charAt(end - 1) == ' ' || text.charAt(end - 1) == 0)) {
            end--;
        }
        return text.substring(0, end);
    }
}

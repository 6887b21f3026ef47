package org.symbolon.dicom;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.symbolon.dicom.internal.DataSetAssembly;
import org.symbolon.dicom.internal.ElementTable;
import org.symbolon.dicom.internal.Numbers;

/**
 * A small data set in memory, ordered by tag: file meta groups, DIMSE command sets, headers, generated samples. Text is
 * decoded and encoded with the Specific Character Set (0008,0005) that the data set holds at that moment, or else with
 * that of the data set around it; so put (0008,0005) first. Mutable, not thread-safe.
 */
public final class DataSet implements Iterable<Element> {
    private final ElementTable elements = new ElementTable();
    private List<String> inheritedCharacterSets = List.of();

    /** Reads to the end, or to where the reader is told to stop. Of an element that comes twice the first counts. */
    public static DataSet read(DataSetReader reader) throws IOException {
        return DataSetAssembly.read(reader);
    }

    public boolean contains(int tag) {
        return elements.get(tag) != null;
    }

    public boolean isEmpty() {
        return elements.size() == 0;
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

    /** The first value as a whole number of up to 64 bits, UV as its two's complement; empty if absent or no number. */
    public OptionalLong longNumber(int tag) {
        return Numbers.longNumber(string(tag));
    }

    /** All values as whole numbers, as {@link #longNumber}; empty if one of them is no number. */
    public long[] longs(int tag) {
        return Numbers.longs(strings(tag));
    }

    /** The first value as a number; empty if absent or no number. */
    public OptionalDouble number(int tag) {
        return Numbers.number(string(tag));
    }

    /** All values as numbers; empty if one of them is no number. */
    public double[] numbers(int tag) {
        return Numbers.numbers(strings(tag));
    }

    /**
     * The value as it stands, numbers little endian; empty if absent, a sequence or encapsulated.
     *
     * @throws IllegalStateException if it stayed on disk ({@link #largeValue})
     */
    public byte[] bytes(int tag) {
        Element element = elements.get(tag);
        if (element instanceof Element.Large) {
            throw new IllegalStateException("The value of " + Tag.format(tag) + " stayed on disk");
        }
        return element instanceof Element.Value value ? value.bytes() : new byte[0];
    }

    /** The value that stayed on disk, null if absent or in memory. */
    public @Nullable LargeValue largeValue(int tag) {
        return elements.get(tag) instanceof Element.Large large ? large.value() : null;
    }

    /** The private elements of a creator: {@code dataSet.privateBlock(0x0029, "SIEMENS CSA HEADER")}; its group is odd. */
    public PrivateBlock privateBlock(int group, String creator) {
        return new PrivateBlock(this, group, creator);
    }

    /** The creator of a private element, null if its block is not reserved. */
    public @Nullable String privateCreator(int tag) {
        if (!Tag.isPrivate(tag) || Tag.isPrivateCreator(tag)) {
            return null;
        }
        String creator = string(Tag.creatorOf(tag));
        return creator.isEmpty() ? null : creator;
    }

    /** The element at the end of a path through sequences, null if there is none. */
    public @Nullable Element element(TagPath path) {
        DataSet holder = path.holderIn(this);
        return holder == null ? null : holder.element(path.tag());
    }

    /** Visits every element at every depth, a sequence before its items, with the path to it. */
    public void walk(Consumer<ElementAt> visitor) {
        walk(TagPath.ROOT, visitor);
    }

    private void walk(TagPath.Items holder, Consumer<ElementAt> visitor) {
        for (Element element : elements) {
            visitor.accept(new ElementAt(holder.tag(element.tag()), element, this));
            if (element instanceof Element.Sequence sequence) {
                for (int i = 0; i < sequence.items().size(); i++) {
                    sequence.items().get(i).walk(holder.item(element.tag(), i), visitor);
                }
            }
        }
    }

    /** An element, the way to it, and the data set or item that holds it. */
    public record ElementAt(TagPath path, Element element, DataSet holder) {}

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

    /**
     * Puts text values with the VR of the dictionary, or that of the private block if its creator is known.
     *
     * @throws IllegalArgumentException if a character is not in the character sets in force
     */
    public DataSet putText(int tag, String... values) {
        return put(tag, Dictionary.standard().vr(tag, privateCreator(tag)), values);
    }

    /** Puts whole numbers in a binary or textual VR; negative ones are the upper half of UV. */
    public DataSet putLongs(int tag, Vr vr, long... values) {
        String[] texts = new String[values.length];
        for (int i = 0; i < values.length; i++) {
            texts[i] = vr == Vr.UV || vr == Vr.OV ? Long.toUnsignedString(values[i]) : Long.toString(values[i]);
        }
        return put(tag, vr, texts);
    }

    /** Puts numbers in FL, FD, OF, OD or a textual VR. */
    public DataSet putNumbers(int tag, Vr vr, double... values) {
        String[] texts = new String[values.length];
        for (int i = 0; i < values.length; i++) {
            texts[i] = vr == Vr.DS ? Numbers.decimalString(values[i]) : Double.toString(values[i]);
        }
        return put(tag, vr, texts);
    }

    /** Puts a value that lies on disk; its file must stay as it is until the data set has been written. */
    public DataSet putLarge(int tag, Vr vr, LargeValue value) {
        elements.put(new Element.Large(tag, vr, value));
        return this;
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
        elements.put(new Element.Value(tag, vr, value));
        return this;
    }

    public DataSet putSequence(int tag, List<DataSet> items) {
        List<DataSet> copy = List.copyOf(items);
        copy.forEach(item -> item.inherit(characterSets()));
        elements.put(new Element.Sequence(tag, copy));
        return this;
    }

    /** Puts encapsulated pixel data; the first fragment is the basic offset table and may be empty. */
    public DataSet putFragments(int tag, Vr vr, List<byte[]> fragments) {
        elements.put(new Element.Fragments(tag, vr, List.copyOf(fragments)));
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

            @Override
            public DataSet large(Element.Large large) {
                elements.put(large);
                return DataSet.this;
            }

            @Override
            public DataSet largeFragments(Element.LargeFragments fragments) {
                elements.put(fragments);
                return DataSet.this;
            }
        });
    }

    public DataSet remove(int tag) {
        elements.remove(tag);
        return this;
    }

    @Override
    public Iterator<Element> iterator() {
        return elements.iterator();
    }

    /** How many elements there are; never their values. */
    @Override
    public String toString() {
        return "DataSet of " + elements.size() + " elements";
    }

    private void inherit(List<String> characterSets) {
        inheritedCharacterSets = characterSets;
        for (Element element : elements) {
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

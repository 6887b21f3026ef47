package org.symbolon.dicom.internal;

import java.util.Arrays;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;
import org.symbolon.dicom.Element;

/** Elements in ascending order of their tags, quick to fill in that order. Not thread-safe. */
public final class ElementTable implements Iterable<Element> {
    private static final int INITIAL_SIZE = 16;

    /** The tags, with the sign bit turned so that they sort as ints. */
    private int[] keys = new int[INITIAL_SIZE];

    private @Nullable Element[] elements = new Element[INITIAL_SIZE];
    private int size;

    public int size() {
        return size;
    }

    public @Nullable Element get(int tag) {
        int at = find(tag ^ Integer.MIN_VALUE);
        return at < 0 ? null : elements[at];
    }

    /** Replaces the element of the same tag, if there is one. */
    public void put(Element element) {
        int key = element.tag() ^ Integer.MIN_VALUE;
        int at = find(key);
        if (at >= 0) {
            elements[at] = element;
            return;
        }
        at = -1 - at;
        if (size == keys.length) {
            keys = Arrays.copyOf(keys, 2 * size);
            elements = Arrays.copyOf(elements, 2 * size);
        }
        System.arraycopy(keys, at, keys, at + 1, size - at);
        System.arraycopy(elements, at, elements, at + 1, size - at);
        keys[at] = key;
        elements[at] = element;
        size++;
    }

    public void remove(int tag) {
        int at = find(tag ^ Integer.MIN_VALUE);
        if (at >= 0) {
            size--;
            System.arraycopy(keys, at + 1, keys, at, size - at);
            System.arraycopy(elements, at + 1, elements, at, size - at);
            elements[size] = null;
        }
    }

    /** Shows changes that are made meanwhile only in part. */
    @Override
    public Iterator<Element> iterator() {
        return new Iterator<>() {
            private int next;

            @Override
            public boolean hasNext() {
                return next < size;
            }

            @Override
            public Element next() {
                Element element = next < size ? elements[next++] : null;
                if (element == null) {
                    throw new NoSuchElementException();
                }
                return element;
            }
        };
    }

    private int find(int key) {
        if (size == 0 || keys[size - 1] < key) {
            return -1 - size;
        }
        return Arrays.binarySearch(keys, 0, size, key);
    }
}

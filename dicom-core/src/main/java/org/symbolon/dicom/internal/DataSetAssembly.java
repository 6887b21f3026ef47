package org.symbolon.dicom.internal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.symbolon.dicom.DataSet;
import org.symbolon.dicom.DataSetReader;
import org.symbolon.dicom.DataSetReader.Token;
import org.symbolon.dicom.Element;
import org.symbolon.dicom.LargeValue;
import org.symbolon.dicom.Tag;

/** Makes a {@link DataSet} of tokens. Recursion is as deep as the reader's limit on nesting. */
public final class DataSetAssembly {
    private DataSetAssembly() {}

    public static DataSet read(DataSetReader reader) throws IOException {
        DataSet dataSet = new DataSet();
        readInto(dataSet, reader);
        return dataSet;
    }

    private static void readInto(DataSet dataSet, DataSetReader reader) throws IOException {
        for (Token token = reader.next(); token != null && token != Token.ITEM_END; token = reader.next()) {
            int tag = reader.tag();
            boolean first = !dataSet.contains(tag);
            if (token == Token.SEQUENCE_START) {
                List<DataSet> items = readItems(reader);
                if (first) {
                    dataSet.putSequence(tag, items);
                }
            } else if (token == Token.FRAGMENTS_START) {
                Element fragments = FragmentAssembly.read(reader);
                if (first) {
                    dataSet.put(fragments);
                }
            } else if (first && !isFiller(reader)) {
                dataSet.put(value(reader));
            }
        }
    }

    /** A stray delimiter, or zeroes at the end. */
    private static boolean isFiller(DataSetReader reader) {
        return Tag.group(reader.tag()) == Tag.group(Tag.Item) || (reader.tag() == 0 && reader.length() == 0);
    }

    /** The element on which the reader stands, on disk if it is large. */
    public static Element value(DataSetReader reader) throws IOException {
        if (reader.length() > reader.options().largeValuesAbove()) {
            LargeValue range = reader.valueRange();
            if (range != null) {
                return new Element.Large(reader.tag(), reader.vr(), range);
            }
        }
        byte[] value = reader.value();
        if (reader.bigEndian()) {
            Numbers.swap(value, reader.vr().unitBytes());
        }
        return new Element.Value(reader.tag(), reader.vr(), value);
    }

    private static List<DataSet> readItems(DataSetReader reader) throws IOException {
        List<DataSet> items = new ArrayList<>();
        while (reader.next() == Token.ITEM_START) {
            items.add(read(reader));
        }
        return items;
    }
}

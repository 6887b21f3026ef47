package org.symbolon.dicom.internal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.symbolon.dicom.DataSet;
import org.symbolon.dicom.DataSetReader;
import org.symbolon.dicom.DataSetReader.Token;
import org.symbolon.dicom.Tag;
import org.symbolon.dicom.Vr;

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
            Vr vr = reader.vr();
            boolean first = !dataSet.contains(tag);
            if (token == Token.SEQUENCE_START) {
                List<DataSet> items = readItems(reader);
                if (first) {
                    dataSet.putSequence(tag, items);
                }
            } else if (token == Token.FRAGMENTS_START) {
                List<byte[]> fragments = readFragments(reader);
                if (first) {
                    dataSet.putFragments(tag, vr, fragments);
                }
            } else if (first && Tag.group(tag) != Tag.group(Tag.Item)) {
                byte[] value = reader.value();
                if (reader.bigEndian()) {
                    Numbers.swap(value, vr.unitBytes());
                }
                dataSet.putBytes(tag, vr, value);
            }
        }
    }

    private static List<DataSet> readItems(DataSetReader reader) throws IOException {
        List<DataSet> items = new ArrayList<>();
        while (reader.next() == Token.ITEM_START) {
            items.add(read(reader));
        }
        return items;
    }

    private static List<byte[]> readFragments(DataSetReader reader) throws IOException {
        List<byte[]> fragments = new ArrayList<>();
        while (reader.next() == Token.FRAGMENT) {
            fragments.add(reader.value());
        }
        return fragments;
    }
}

package org.symbolon.dicom.image.internal.jpegls;

import java.io.ByteArrayOutputStream;
import java.util.HashMap;
import java.util.Map;

/** Mapping tables (T.87 C.2.4.1.2): what decoded samples stand for, if a scan says that they are indices. */
final class MappingTables {
    private static final int MAX_TABLE_BYTES = 1 << 17;

    private record Table(int entryBytes, ByteArrayOutputStream bytes) {}

    private final Map<Integer, Table> tables = new HashMap<>();

    /** LSE of kind 2, a table, or 3, its continuation. */
    void read(byte[] bytes, int start, int end) {
        if (end - start < 3) {
            throw JpegLsCodestream.truncated();
        }
        int id = bytes[start + 1] & 0xFF;
        int entryBytes = bytes[start + 2] & 0xFF;
        if (bytes[start] == 2) {
            tables.put(id, new Table(entryBytes, new ByteArrayOutputStream()));
        }
        Table table = tables.get(id);
        if (table == null || table.bytes().size() + end - start > MAX_TABLE_BYTES) {
            throw JpegLsCodestream.corrupt("A mapping table too long or without beginning (C.2.4.1.3)");
        }
        table.bytes().write(bytes, start + 3, end - start - 3);
    }

    /** Replaces the samples of components that have a table of one or two bytes an entry. */
    void apply(ScanHeader scan, JpegLsHeader frame, short[] samples) {
        for (int i = 0; i < scan.components().size(); i++) {
            int id = scan.mappingTables().get(i);
            if (id != 0) {
                apply(id, scan.components().get(i), frame.components().size(), samples);
            }
        }
    }

    private void apply(int id, int component, int step, short[] samples) {
        Table table = tables.get(id);
        if (table == null || table.entryBytes() < 1) {
            throw JpegLsCodestream.corrupt("A scan without its mapping table (C.2.3)");
        }
        if (table.entryBytes() > 2) {
            throw JpegLsCodestream.unsupported("JPEG-LS with mapping tables of more than 16 bits is not decoded");
        }
        byte[] entries = table.bytes().toByteArray();
        int width = table.entryBytes();
        for (int at = component; at < samples.length; at += step) {
            int from = (samples[at] & 0xFFFF) * width;
            if (from + width > entries.length) {
                throw JpegLsCodestream.corrupt("A sample beyond its mapping table");
            }
            int value = entries[from] & 0xFF;
            samples[at] = (short) (width == 1 ? value : value << 8 | (entries[from + 1] & 0xFF));
        }
    }
}

package org.symbolon.launcher.demo;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipException;
import org.symbolon.archive.ArchiveScan;
import org.symbolon.dicom.TransferSyntax;
import org.symbolon.testkit.ByteStringScanner;

/**
 * Looks for identities where none may be: every file in HDFS, every HBase cell, every log, every page. A leak is one sought value in one place, however
 * often it stands there. Deflated data sets are searched inflated as well. Not thread-safe.
 */
final class LeakScan {
    /** Leaks told to the user one by one; the count goes on. */
    static final int MAX_TOLD = 20;

    private static final int HEAD_BYTES = 1024;
    private static final int PREAMBLE_AND_PREFIX = 132;
    private static final int GROUP_LENGTH_ELEMENT = 12;

    private final List<SoughtValue> sought;
    private final ByteStringScanner scanner;
    private final Map<String, Long> leaksByKind = new TreeMap<>();
    private final List<String> told = new ArrayList<>();
    private long leaks;

    LeakScan(List<SoughtValue> sought) {
        this.sought = List.copyOf(sought);
        this.scanner =
                new ByteStringScanner(sought.stream().map(SoughtValue::bytes).toList());
    }

    void archive(ArchiveScan scan) throws IOException {
        scan.forEachFile((path, length, content) -> file("HDFS file " + path, content));
        scan.forEachCell((table, row, family, qualifier, value) -> {
            Set<Integer> found = new HashSet<>();
            for (byte[] part : new byte[][] {row, qualifier, value}) {
                found.addAll(scanner.scan(part));
            }
            count("HBase table " + table, found);
        });
    }

    /** One answer of a web server; the stream is read to its end. */
    void page(String place, InputStream content) throws IOException {
        count(place, scanner.scan(content));
    }

    void folder(Path folder) throws IOException {
        List<Path> files;
        try (var walk = Files.walk(folder)) {
            files = walk.filter(Files::isRegularFile).toList();
        }
        for (Path file : files) {
            try (InputStream in = Files.newInputStream(file)) {
                count("log " + file.getFileName(), scanner.scan(in));
            }
        }
    }

    long leaks() {
        return leaks;
    }

    int values() {
        return sought.size();
    }

    /** Kinds of values and where they were found (names in the data centre are anonymous); never the values. */
    List<String> told() {
        return told;
    }

    Map<String, Long> leaksByKind() {
        return leaksByKind;
    }

    private void file(String place, InputStream content) throws IOException {
        byte[] head = content.readNBytes(HEAD_BYTES);
        Set<Integer> found = new HashSet<>();
        int dataSet = deflatedDataSet(head);
        if (dataSet > 0) {
            found.addAll(scanner.scan(head));
            InputStream deflated =
                    new SequenceInputStream(new ByteArrayInputStream(head, dataSet, head.length - dataSet), content);
            Inflater inflater = new Inflater(true);
            try (InflaterInputStream inflated = new InflaterInputStream(deflated, inflater)) {
                found.addAll(scanner.scan(inflated));
            } catch (ZipException e) {
                throw new IOException("A deflated object in HDFS does not inflate", e);
            } finally {
                inflater.end();
            }
        } else {
            found.addAll(scanner.scan(new SequenceInputStream(new ByteArrayInputStream(head), content)));
        }
        count(place, found);
    }

    /** Offset of a deflated data set in a Part 10 file that the data centre wrote, or 0 for any other file. */
    private static int deflatedDataSet(byte[] head) {
        if (head.length < PREAMBLE_AND_PREFIX + GROUP_LENGTH_ELEMENT
                || !new String(head, 128, 4, StandardCharsets.US_ASCII).equals("DICM")) {
            return 0;
        }
        int groupLength = ByteBuffer.wrap(head)
                .order(ByteOrder.LITTLE_ENDIAN)
                .getInt(PREAMBLE_AND_PREFIX + GROUP_LENGTH_ELEMENT - 4);
        int dataSet = PREAMBLE_AND_PREFIX + GROUP_LENGTH_ELEMENT + groupLength;
        if (groupLength < 0 || dataSet > head.length) {
            return 0;
        }
        String meta = new String(head, 0, dataSet, StandardCharsets.ISO_8859_1);
        return meta.contains(TransferSyntax.DEFLATED_EXPLICIT_VR_LITTLE_ENDIAN.uid()) ? dataSet : 0;
    }

    private void count(String place, Set<Integer> found) {
        found.forEach(index -> {
            String kind = sought.get(index).kind();
            leaks++;
            leaksByKind.merge(kind, 1L, Long::sum);
            if (told.size() < MAX_TOLD) {
                told.add(kind + " in " + place);
            }
        });
    }
}

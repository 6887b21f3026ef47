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

    /** Tables whose rows are about textual records. */
    private static final Set<String> DOCUMENT_TABLES = Set.of("documents");

    private final Sought sought;
    private final int values;
    private final ValueScanner everywhere;
    private final ValueScanner images;
    private final ValueScanner logs;
    private final Map<String, Long> leaksByKind = new TreeMap<>();
    private final List<String> told = new ArrayList<>();
    private long leaks;

    LeakScan(Sought sought) {
        this.sought = sought;
        List<SoughtValue> all = sought.all();
        List<SoughtValue> ofImages = new ArrayList<>(sought.anywhere());
        ofImages.addAll(sought.inImages());
        this.values = all.size();
        this.everywhere = new ValueScanner(sought.anywhere());
        this.images = new ValueScanner(ofImages);
        this.logs = new ValueScanner(all);
    }

    void archive(ArchiveScan scan) throws IOException {
        scan.forEachFile((path, length, content) -> file("HDFS file " + path, content, scanner(path)));
        scan.forEachCell((table, row, family, qualifier, value) -> {
            ValueScanner scanner = DOCUMENT_TABLES.contains(table) ? ofDocument(row) : images;
            Set<SoughtValue> found = new HashSet<>();
            for (byte[] part : new byte[][] {row, qualifier, value}) {
                found.addAll(scanner.scan(part));
            }
            count("HBase table " + table, found);
        });
    }

    /** HBase's own files mix rows of images and records: what stands in them is searched cell by cell. */
    private ValueScanner scanner(String path) {
        int documents = path.indexOf("/hl7/");
        if (documents >= 0) {
            return ofDocument(path.substring(documents).getBytes(StandardCharsets.UTF_8));
        }
        return path.startsWith("/hbase/") ? everywhere : images;
    }

    /** By the document identifier that stands in the row key or path. */
    private ValueScanner ofDocument(byte[] place) {
        if (sought.inDocuments().isEmpty()) {
            return everywhere;
        }
        List<SoughtValue> own = new ArrayList<>(sought.anywhere());
        for (String part : new String(place, StandardCharsets.UTF_8).split("[\0/~]")) {
            own.addAll(sought.inDocuments().getOrDefault(part, List.of()));
        }
        return new ValueScanner(own);
    }

    /** One answer of a web server; the stream is read to its end. */
    void page(String place, InputStream content) throws IOException {
        count(place, everywhere.scan(content));
    }

    void folder(Path folder) throws IOException {
        List<Path> files;
        try (var walk = Files.walk(folder)) {
            files = walk.filter(Files::isRegularFile).toList();
        }
        for (Path file : files) {
            try (InputStream in = Files.newInputStream(file)) {
                count("log " + file.getFileName(), logs.scan(in));
            }
        }
    }

    long leaks() {
        return leaks;
    }

    int values() {
        return values;
    }

    /** Kinds of values and where they were found (names in the data centre are anonymous); never the values. */
    List<String> told() {
        return told;
    }

    Map<String, Long> leaksByKind() {
        return leaksByKind;
    }

    private void file(String place, InputStream content, ValueScanner scanner) throws IOException {
        byte[] head = content.readNBytes(HEAD_BYTES);
        Set<SoughtValue> found = new HashSet<>();
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

    private void count(String place, Set<SoughtValue> found) {
        found.forEach(value -> {
            String kind = value.kind();
            leaks++;
            leaksByKind.merge(kind, 1L, Long::sum);
            if (told.size() < MAX_TOLD) {
                told.add(kind + " in " + place);
            }
        });
    }
}

package org.symbolon.dicom.internal.directory;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.symbolon.dicom.DataSet;
import org.symbolon.dicom.DataSetReader;
import org.symbolon.dicom.DataSetReader.Token;
import org.symbolon.dicom.DicomDirectory;
import org.symbolon.dicom.DicomFile;
import org.symbolon.dicom.DicomFormatException;
import org.symbolon.dicom.DicomProblem;
import org.symbolon.dicom.Findings;
import org.symbolon.dicom.ReaderOptions;
import org.symbolon.dicom.Tags;
import org.symbolon.dicom.internal.DataSetAssembly;

/** Reads the records of a DICOMDIR with the places where they lie. */
public final class DirectoryReader {
    /** The deepest tree of the standard has five levels (PS3.3 F.4). */
    public static final int MAX_LEVELS = 64;

    private DirectoryReader() {}

    public static DicomDirectory read(DicomFile file, ReaderOptions options) throws IOException {
        Findings findings = new Findings(options.maxFindings());
        file.findings().forEach(findings::add);
        List<RecordItem> items = new ArrayList<>();
        DataSet head = new DataSet();
        boolean found = false;
        try (DataSetReader reader = file.reader(options)) {
            for (Token token = reader.next(); token != null; token = reader.next()) {
                if (token == Token.SEQUENCE_START
                        && reader.depth() == 0
                        && reader.tag() == Tags.DirectoryRecordSequence) {
                    found = true;
                    readItems(reader, file.dataSetOffset(), items);
                } else if (token == Token.ELEMENT && reader.depth() == 0 && reader.tag() >>> 16 == 4) {
                    head.put(DataSetAssembly.value(reader));
                }
            }
            findings.addAll(reader.findings());
        }
        if (!found && head.isEmpty()) {
            throw new DicomFormatException(
                    DicomProblem.NOT_DICOM,
                    "A DICOMDIR has a Directory Record Sequence (PS3.3 F.3.2.2)",
                    Tags.DirectoryRecordSequence,
                    -1);
        }
        RecordTree tree = new RecordTree(items, findings);
        tree.build(offset(head, Tags.OffsetOfTheFirstDirectoryRecordOfTheRootDirectoryEntity));
        return new DicomDirectory(
                file,
                head.string(Tags.FileSetID),
                tree.roots(),
                tree.records(),
                tree.orphans(),
                List.copyOf(findings.list()));
    }

    /** An offset of a record, 0 if there is none (PS3.3 F.3.2.2). */
    static long offset(DataSet dataSet, int tag) {
        return dataSet.longNumber(tag).orElse(0);
    }

    private static void readItems(DataSetReader reader, long dataSetOffset, List<RecordItem> items) throws IOException {
        for (Token token = reader.next(); token == Token.ITEM_START; token = reader.next()) {
            long offset = dataSetOffset + reader.headerOffset();
            items.add(new RecordItem(offset, DataSet.read(reader)));
        }
    }
}

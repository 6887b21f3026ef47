package org.symbolon.dicom;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.symbolon.dicom.internal.directory.DirectoryReader;
import org.symbolon.dicom.internal.directory.FileIds;

/**
 * The directory of a file-set (PS3.3 F, PS3.10 8), with the tree that the offsets of its records make. What is wrong with
 * it is a finding: offsets that meet no record, records that are linked twice or in a ring, and those that nothing
 * links. Where no link leads to any record, the tree is made of the order and the types of the records. Immutable.
 *
 * @param roots the records of the root directory entity
 * @param records all records in the order in which they lie in the file, whether or not they are in the tree
 * @param orphans records that no link leads to; they are heads of trees of their own
 */
public record DicomDirectory(
        DicomFile file,
        String fileSetId,
        List<DirectoryRecord> roots,
        List<DirectoryRecord> records,
        List<DirectoryRecord> orphans,
        List<Finding> findings) {
    /**
     * Reads the directory of an opened DICOMDIR.
     *
     * @throws DicomFormatException NOT_DICOM if it has no Directory Record Sequence (0004,1220), or what reading suffers
     *     from; LIMIT_EXCEEDED if records lie in one another more than {@value DirectoryReader#MAX_LEVELS} deep
     */
    public static DicomDirectory read(DicomFile file) throws IOException {
        return read(file, ReaderOptions.defaults());
    }

    /** As {@link #read(DicomFile)} with other limits and leniency. */
    public static DicomDirectory read(DicomFile file, ReaderOptions options) throws IOException {
        return DirectoryReader.read(file, options);
    }

    /**
     * The file to which a record refers; empty if it refers to none, or to one outside of the file-set. Where the names
     * differ only in case, as on media that do not tell them apart, the file that exists is found.
     *
     * @param root the folder in which the DICOMDIR lies
     */
    public static Optional<Path> file(Path root, DirectoryRecord record) throws IOException {
        return FileIds.resolve(root, record.referencedFileId());
    }

    /** How many records there are; never their values. */
    @Override
    public String toString() {
        return "DicomDirectory of " + records.size() + " records";
    }
}

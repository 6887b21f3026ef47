package org.symbolon.dicom;

import java.util.List;

/**
 * A record of a {@link DicomDirectory} (PS3.3 F.3.2.2).
 *
 * @param offset where its item begins in the file
 * @param attributes everything that the record holds
 * @param children the records of the lower-level directory entity, in their order
 */
public record DirectoryRecord(long offset, DataSet attributes, List<DirectoryRecord> children) {
    private static final int IN_USE = 0xFFFF;

    /** Directory Record Type (0004,1430), {@code PATIENT}, {@code STUDY}, {@code SERIES}, {@code IMAGE} and so on. */
    public String type() {
        return attributes.string(Tags.DirectoryRecordType);
    }

    /** The components of Referenced File ID (0004,1500), empty if the record refers to no file. */
    public List<String> referencedFileId() {
        return attributes.strings(Tags.ReferencedFileID);
    }

    /** Whether Record In-use Flag (0004,1410) says so; without one it is. */
    public boolean isInUse() {
        return attributes.integer(Tags.RecordInUseFlag, IN_USE) != 0;
    }

    /** Its type and the number of its children; never its values. */
    @Override
    public String toString() {
        return "DirectoryRecord at " + offset + " with " + children.size() + " children";
    }
}

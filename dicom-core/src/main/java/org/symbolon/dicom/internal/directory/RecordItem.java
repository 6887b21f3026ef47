package org.symbolon.dicom.internal.directory;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.symbolon.dicom.DataSet;
import org.symbolon.dicom.DirectoryRecord;
import org.symbolon.dicom.Tags;

/** A record while the tree is made. */
final class RecordItem {
    final long offset;
    final DataSet attributes;
    final List<DirectoryRecord> children = new ArrayList<>();
    final DirectoryRecord record;
    boolean linked;

    RecordItem(long offset, DataSet attributes) {
        this.offset = offset;
        this.attributes = attributes;
        this.record = new DirectoryRecord(offset, attributes, Collections.unmodifiableList(children));
    }

    long next() {
        return DirectoryReader.offset(attributes, Tags.OffsetOfTheNextDirectoryRecord);
    }

    long lower() {
        return DirectoryReader.offset(attributes, Tags.OffsetOfReferencedLowerLevelDirectoryEntity);
    }

    String type() {
        return attributes.string(Tags.DirectoryRecordType);
    }
}

package org.symbolon.dicom.internal.directory;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.symbolon.dicom.DicomFormatException;
import org.symbolon.dicom.DicomProblem;
import org.symbolon.dicom.DirectoryRecord;
import org.symbolon.dicom.Finding;
import org.symbolon.dicom.Findings;
import org.symbolon.dicom.Tag;
import org.symbolon.dicom.Tags;

/** Follows the offsets from record to record (PS3.3 F.3.2.2). Every record is taken once. */
final class RecordTree {
    private static final List<String> HIERARCHY = List.of("PATIENT", "STUDY", "SERIES");
    private static final int FIRST_RECORD = Tags.OffsetOfTheFirstDirectoryRecordOfTheRootDirectoryEntity;
    private static final int NEXT_RECORD = Tags.OffsetOfTheNextDirectoryRecord;
    private static final int LOWER_RECORD = Tags.OffsetOfReferencedLowerLevelDirectoryEntity;

    private final List<RecordItem> items;
    private final Findings findings;
    private final Map<Long, RecordItem> itemsByOffset = new HashMap<>();
    private final List<DirectoryRecord> roots = new ArrayList<>();
    private final List<DirectoryRecord> orphans = new ArrayList<>();

    RecordTree(List<RecordItem> items, Findings findings) {
        this.items = items;
        this.findings = findings;
        items.forEach(item -> itemsByOffset.put(item.offset, item));
    }

    void build(long firstOffset) {
        follow(firstOffset, FIRST_RECORD, -1, roots, 0);
        if (roots.isEmpty() && !items.isEmpty()) {
            note("No link leads to a record: the tree is made of their order and types", FIRST_RECORD, -1);
            nestByType();
            return;
        }
        for (RecordItem item : items) {
            if (!item.linked) {
                note("A record to which no link leads (PS3.3 F.3.2.2)", Tags.DirectoryRecordSequence, item.offset);
                item.linked = true;
                orphans.add(item.record);
                follow(item.lower(), LOWER_RECORD, item.offset, item.children, 1);
            }
        }
    }

    List<DirectoryRecord> roots() {
        return List.copyOf(roots);
    }

    List<DirectoryRecord> orphans() {
        return List.copyOf(orphans);
    }

    List<DirectoryRecord> records() {
        return items.stream().map(item -> item.record).toList();
    }

    private void follow(long firstOffset, int linkTag, long from, List<DirectoryRecord> entity, int level) {
        long offset = firstOffset;
        int tag = linkTag;
        long source = from;
        while (offset != 0) {
            RecordItem item = itemsByOffset.get(offset);
            if (item == null) {
                note("A link leads to no record (PS3.3 F.3.2.2)", tag, source);
                return;
            }
            if (item.linked) {
                note("Two links lead to one record, or a link leads back (PS3.3 F.3.2.2)", tag, source);
                return;
            }
            if (level >= DirectoryReader.MAX_LEVELS) {
                throw new DicomFormatException(
                        DicomProblem.LIMIT_EXCEEDED, "Directory records nested deeper than the limit allows");
            }
            item.linked = true;
            entity.add(item.record);
            follow(item.lower(), LOWER_RECORD, offset, item.children, level + 1);
            tag = NEXT_RECORD;
            source = offset;
            offset = item.next();
        }
    }

    private void nestByType() {
        List<List<DirectoryRecord>> open = new ArrayList<>();
        open.add(roots);
        for (RecordItem item : items) {
            int level = HIERARCHY.indexOf(item.type());
            boolean leaf = level < 0;
            int depth = Math.min(leaf ? open.size() - 1 : level, open.size() - 1);
            open.subList(depth + 1, open.size()).clear();
            open.get(depth).add(item.record);
            if (!leaf) {
                open.add(item.children);
            }
        }
    }

    private void note(String rule, int tag, long offset) {
        findings.add(new Finding(DicomProblem.CORRUPT, Tag.format(tag), tag, offset, rule));
    }
}

package org.symbolon.agent.internal.intake;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.symbolon.agent.ArchiveProgress;
import org.symbolon.agent.ArchiveSummary;
import org.symbolon.agent.FileCounts;
import org.symbolon.agent.RejectedFile;
import org.symbolon.agent.internal.parting.FileKind;
import org.symbolon.crosswalk.ObjectKey;
import org.symbolon.model.ErrorCode;

/** Counts the files of one archive command. Owned by the thread that runs the command. */
final class ArchiveTally {
    private final Part instances = new Part();
    private final Part documents = new Part();
    private long found;
    private long bytesFound;
    private long bytesDone;

    /** Counts of one sort of files. */
    private static final class Part {
        private final List<RejectedFile> rejected = new ArrayList<>();
        private long archived;
        private long confirmed;

        long decided() {
            return archived + rejected.size();
        }
    }

    private Part part(ObjectKey key) {
        return key.isDocument() ? documents : instances;
    }

    void found(long bytes) {
        found++;
        bytesFound += bytes;
    }

    void archived(ObjectKey key, long bytes) {
        part(key).archived++;
        bytesDone += bytes;
    }

    void confirmed(ObjectKey key) {
        part(key).confirmed++;
    }

    void rejected(FileKind kind, Path file, ErrorCode code, long bytes) {
        boolean instance = kind == FileKind.PERHAPS_DICOM && code != ErrorCode.NOT_DICOM;
        (instance ? instances : documents).rejected.add(new RejectedFile(file, code));
        bytesDone += bytes;
    }

    /** The data centre refused for good what had been archived here. */
    void refused(ObjectKey key, Path file, ErrorCode code) {
        part(key).archived--;
        part(key).rejected.add(new RejectedFile(file, code));
    }

    long undecided() {
        return found - instances.decided() - documents.decided();
    }

    long unconfirmed() {
        return instances.archived - instances.confirmed + documents.archived - documents.confirmed;
    }

    ArchiveProgress progress() {
        return new ArchiveProgress(found, found - undecided(), instances.confirmed + documents.confirmed, bytesDone);
    }

    ArchiveSummary summary() {
        return new ArchiveSummary(
                new FileCounts(
                        found - documents.decided(), instances.archived, instances.confirmed, instances.rejected),
                new FileCounts(documents.decided(), documents.archived, documents.confirmed, documents.rejected),
                bytesFound);
    }
}

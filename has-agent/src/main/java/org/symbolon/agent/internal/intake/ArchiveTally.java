package org.symbolon.agent.internal.intake;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.symbolon.agent.ArchiveProgress;
import org.symbolon.agent.ArchiveSummary;
import org.symbolon.agent.FileCounts;
import org.symbolon.agent.RejectedFile;
import org.symbolon.model.ErrorCode;

/** Counts the files of one archive command. Owned by the thread that runs the command. */
final class ArchiveTally {
    private static final Set<ErrorCode> NOT_AN_INSTANCE =
            Set.of(ErrorCode.UNSUPPORTED_FORMAT, ErrorCode.NOT_DICOM, ErrorCode.EMPTY_FILE);

    private final List<RejectedFile> rejectedInstances = new ArrayList<>();
    private final List<RejectedFile> rejectedDocuments = new ArrayList<>();
    private long found;
    private long bytesFound;
    private long bytesDone;
    private long archived;
    private long confirmed;

    void found(long bytes) {
        found++;
        bytesFound += bytes;
    }

    void archived(long bytes) {
        archived++;
        bytesDone += bytes;
    }

    void confirmed() {
        confirmed++;
    }

    void rejected(Path file, ErrorCode code, long bytes) {
        (NOT_AN_INSTANCE.contains(code) ? rejectedDocuments : rejectedInstances).add(new RejectedFile(file, code));
        bytesDone += bytes;
    }

    /** The data centre refused for good what had been archived here. */
    void refused(Path file, ErrorCode code) {
        archived--;
        rejectedInstances.add(new RejectedFile(file, code));
    }

    long undecided() {
        return found - archived - rejectedInstances.size() - rejectedDocuments.size();
    }

    long unconfirmed() {
        return archived - confirmed;
    }

    ArchiveProgress progress() {
        return new ArchiveProgress(found, found - undecided(), confirmed, bytesDone);
    }

    ArchiveSummary summary() {
        long documents = rejectedDocuments.size();
        return new ArchiveSummary(
                new FileCounts(found - documents, archived, confirmed, rejectedInstances),
                new FileCounts(documents, 0, 0, rejectedDocuments),
                bytesFound);
    }
}

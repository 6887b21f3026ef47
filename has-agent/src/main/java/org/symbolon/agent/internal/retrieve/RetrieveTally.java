package org.symbolon.agent.internal.retrieve;

import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import org.symbolon.agent.RetrieveListener;
import org.symbolon.agent.RetrieveProgress;
import org.symbolon.agent.RetrieveSummary;
import org.symbolon.model.ErrorCode;

/** Counts the originals of one retrieve command and tells its listener. Thread-safe. */
final class RetrieveTally {
    private static final long PROGRESS_NANOS = Duration.ofMillis(100).toNanos();

    private final RetrieveListener listener;
    private final Map<ErrorCode, Long> failed = new EnumMap<>(ErrorCode.class);
    private long expected;
    private long restored;
    private long expectedDocuments;
    private long restoredDocuments;
    private long bytes;
    private long reportedNanos;

    RetrieveTally(RetrieveListener listener) {
        this.listener = listener;
    }

    synchronized void expected(long originals) {
        expected += originals;
    }

    synchronized void expectedDocuments(long originals) {
        expected += originals;
        expectedDocuments += originals;
    }

    synchronized void restoredDocument(Path file, String originalSha256, long length) {
        restoredDocuments++;
        restored(file, originalSha256, length);
    }

    synchronized void restored(Path file, String originalSha256, long length) {
        restored++;
        bytes += length;
        listener.restored(file, originalSha256);
        long now = System.nanoTime();
        if (now - reportedNanos > PROGRESS_NANOS) {
            reportedNanos = now;
            listener.progress(new RetrieveProgress(expected, restored, bytes));
        }
    }

    synchronized void failed(ErrorCode code, long originals) {
        failed.merge(code, originals, Long::sum);
    }

    synchronized RetrieveSummary finish() {
        listener.progress(new RetrieveProgress(expected, restored, bytes));
        return new RetrieveSummary(expected, restored, expectedDocuments, restoredDocuments, bytes, failed);
    }
}

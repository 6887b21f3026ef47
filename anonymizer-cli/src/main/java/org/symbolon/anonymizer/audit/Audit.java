package org.symbolon.anonymizer.audit;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.symbolon.anonymizer.internal.FileRun;
import org.symbolon.anonymizer.internal.Rejected;
import org.symbolon.anonymizer.internal.Summary;
import org.symbolon.crosswalk.Crosswalk;
import org.symbolon.dicom.Dictionary;
import org.symbolon.dicom.Tag;
import org.symbolon.model.ProgressLine;

/** Audits files: counts their values, and with a crosswalk looks for what should be gone. Used once. */
final class Audit {
    /** More images than this are audited, but what was done to further ones is not told. */
    static final int MAX_OBJECTS = 5_000_000;

    private final List<Path> files;
    private final int threads;
    private final ProgressLine progress;
    private final Tally tally = new Tally();
    private final Set<String> sopInstanceUids = Collections.synchronizedSet(new HashSet<>());
    private final AtomicLong images = new AtomicLong();
    private final AtomicLong records = new AtomicLong();

    Audit(List<Path> files, int threads, ProgressLine progress) {
        this.files = files;
        this.threads = threads;
        this.progress = progress;
    }

    AuditReport run(@Nullable Crosswalk crosswalk, Clock clock) throws IOException {
        Summary summary = over("Reading", this::count);
        AuditReport.Removed removed = null;
        List<String> limits = new ArrayList<>();
        SoughtValues sought = new SoughtValues();
        if (crosswalk != null) {
            progress.step("Reading identity halves");
            sought.fill(crosswalk, sopInstanceUids);
            Residuals residuals = new Residuals(sought);
            over("Looking for removed values", file -> AuditFiles.read(file, residuals.scan(file)));
            removed = new AuditReport.Removed(sought.halves(), gone(sought), residuals.values(), residuals.findings());
            limit(limits, sought.unreadable(), "identity halves are damaged: what they hold was not sought");
            limit(limits, sought.notKept(), "removed values were not sought");
            limit(limits, residuals.notKept(), "findings are not listed");
        }
        limit(limits, tally.attributesNotKept(), "elements of further attributes are not listed");
        boolean known = crosswalk != null;
        long objects = images.get() + records.get();
        List<AuditReport.Row> rows = tally.all().stream()
                .map(values -> new AuditReport.Row(values, Risk.of(values, objects), changedIn(known, sought, values)))
                .toList();
        return new AuditReport(
                clock.instant(),
                files.size(),
                images.get(),
                records.get(),
                summary.rejected().stream().map(Audit::unread).toList(),
                rows,
                removed,
                limits);
    }

    private Summary over(String step, FileTask task) throws IOException {
        progress.step(step);
        return new FileRun(files, threads, progress).run(() -> task);
    }

    /** One file after the other, keeping nothing. */
    private interface FileTask extends FileRun.Worker {
        @Override
        default void finish() {}

        @Override
        default void close() {}
    }

    private void count(Path file) throws IOException {
        AuditFiles.read(file, new AuditFiles.Visitor() {
            @Override
            public void object(String sopInstanceUid, String patientId) {
                if (sopInstanceUid.isEmpty()) {
                    records.incrementAndGet();
                } else {
                    images.incrementAndGet();
                    if (sopInstanceUids.size() < MAX_OBJECTS) {
                        sopInstanceUids.add(sopInstanceUid);
                    }
                }
            }

            @Override
            public void head(byte[] bytes) {
                // no attribute of the data set
            }

            @Override
            public void value(Attribute attribute, String text, byte[] bytes) {
                tally.count(attribute, text);
            }
        });
    }

    private static long changedIn(boolean known, SoughtValues sought, Tally.Values values) {
        int tag = values.attribute().tag();
        return known && tag != 0 ? sought.objects(tag) : -1;
    }

    private static List<AuditReport.Gone> gone(SoughtValues sought) {
        return sought.objectsByTag().entrySet().stream()
                .sorted(Map.Entry.<Integer, Long>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(entry -> new AuditReport.Gone(
                        Tag.format(entry.getKey()), Dictionary.standard().keyword(entry.getKey()), entry.getValue()))
                .toList();
    }

    private static AuditReport.Unread unread(Rejected rejected) {
        return new AuditReport.Unread(rejected.file(), rejected.code().name());
    }

    private static void limit(List<String> limits, long number, String what) {
        if (number > 0) {
            limits.add(number + " " + what);
        }
    }
}

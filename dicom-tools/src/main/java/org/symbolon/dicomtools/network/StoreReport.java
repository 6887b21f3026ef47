package org.symbolon.dicomtools.network;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.symbolon.dicom.net.OutgoingObject;
import org.symbolon.dicom.net.Status;
import org.symbolon.dicom.net.StoreResponse;
import org.symbolon.model.ProgressLine;

/** What became of the files of one {@code store}. Thread-safe. */
final class StoreReport {
    private final PrintWriter out;
    private final OutputForm form;
    private final ProgressLine progress;
    private final int total;
    private final long start = System.nanoTime();
    private final List<OutgoingObject> stored = new ArrayList<>();
    private int failed;
    private int warnings;
    private int skipped;

    StoreReport(PrintWriter out, OutputForm form, ProgressLine progress, int total) {
        this.out = out;
        this.form = form;
        this.progress = progress;
        this.total = total;
    }

    synchronized void answered(Path file, OutgoingObject object, StoreResponse response) {
        if (response.isStored()) {
            stored.add(object.withoutRecoding());
            warnings += Status.isWarning(response.status()) ? 1 : 0;
        } else {
            failed++;
        }
        if (form == OutputForm.JSON) {
            String comment = response.errorComment();
            line(
                    file,
                    object,
                    response.isStored() ? "stored" : "refused",
                    response,
                    comment.isEmpty() ? null : comment);
        } else if (!response.isStored()) {
            progress.end();
            out.printf("Refused, %s%s: %s%n", Status.meaning(response.status()), comment(response), file);
        }
        progress.count("sent", done(), total);
    }

    private static String comment(StoreResponse response) {
        return response.errorComment().isEmpty() ? "" : " (" + response.errorComment() + ")";
    }

    /** @param object null: the file could not be read */
    synchronized void failed(Path file, @Nullable OutgoingObject object, String reason) {
        failed++;
        if (form == OutputForm.JSON) {
            line(file, object, "failed", null, reason);
        } else {
            progress.end();
            out.printf("Not stored, %s: %s%n", reason, file);
        }
        progress.count("sent", done(), total);
    }

    private void line(
            Path file,
            @Nullable OutgoingObject object,
            String outcome,
            @Nullable StoreResponse response,
            @Nullable String reason) {
        JsonLines.print(
                out,
                "file",
                file.toString(),
                "sopInstanceUid",
                object == null ? null : object.sopInstanceUid(),
                "transferSyntax",
                object == null ? null : object.transferSyntax(),
                "outcome",
                outcome,
                "status",
                response == null ? null : String.format("%04X", response.status()),
                "reason",
                reason);
    }

    /** A DICOMDIR is no object. */
    synchronized void skipped() {
        skipped++;
        progress.count("sent", done(), total);
    }

    private int done() {
        return stored.size() + failed + skipped;
    }

    synchronized List<OutgoingObject> stored() {
        return List.copyOf(stored);
    }

    /** Prints the sum; returns the exit code. */
    synchronized int end() {
        progress.end();
        double seconds = (System.nanoTime() - start) / 1e9;
        if (form == OutputForm.JSON) {
            JsonLines.print(out, "stored", stored.size(), "warnings", warnings, "failed", failed);
        } else {
            out.printf(
                    Locale.ROOT,
                    "%,d stored (%,d with a warning), %,d not, in %.1f s%n",
                    stored.size(),
                    warnings,
                    failed,
                    seconds);
        }
        out.flush();
        return failed == 0 ? 0 : 1;
    }
}

package org.symbolon.dicomtools.file.internal;

import java.io.PrintWriter;
import org.symbolon.model.ProgressLine;

/** What a person sees of a run while it goes on, on the error stream. Thread-safe. */
public final class RunReport {
    private final PrintWriter err;
    private final ProgressLine progress;
    private final boolean showsProgress;

    private RunReport(PrintWriter err, boolean showsProgress) {
        this.err = err;
        this.progress = new ProgressLine(err);
        this.showsProgress = showsProgress;
    }

    /** For runs whose standard output is what was asked for: failures alone. */
    public static RunReport quiet(PrintWriter err) {
        return new RunReport(err, false);
    }

    /** Failures and how far it is. */
    public static RunReport withProgress(PrintWriter err) {
        return new RunReport(err, true);
    }

    synchronized void failure(Failure failure) {
        progress.end();
        err.println(failure.line());
        err.flush();
    }

    synchronized void progress(int done, int total) {
        if (showsProgress && total > 1) {
            progress.count("files", done, total);
        }
    }

    synchronized void end() {
        progress.end();
    }
}

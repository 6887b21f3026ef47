package org.symbolon.dicomtools.file.internal;

import picocli.CommandLine.Option;

/** Options of every command that writes files. */
public final class RunOptions {
    private static final int MAX_THREADS = 64;
    private static final int DEFAULT_THREADS = 2;

    @Option(
            names = "--threads",
            paramLabel = "N",
            defaultValue = "" + DEFAULT_THREADS,
            description = "Files at a time, at most " + MAX_THREADS + "; default: ${DEFAULT-VALUE}.")
    private int threads = DEFAULT_THREADS;

    @Option(names = "--json", description = "The last line of the output is one JSON object that sums up the run.")
    private boolean json;

    @Option(names = "--skip-other", description = "Files that are no DICOM are passed over and are no failure.")
    private boolean skipOther;

    int threads() {
        return Math.max(1, Math.min(threads, MAX_THREADS));
    }

    public boolean json() {
        return json;
    }

    boolean passesOverOthers() {
        return skipOther;
    }

    /** One file after the other, in order. */
    public RunOptions inOrder() {
        threads = 1;
        return this;
    }
}

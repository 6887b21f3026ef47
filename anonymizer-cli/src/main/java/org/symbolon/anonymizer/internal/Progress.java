package org.symbolon.anonymizer.internal;

import java.io.PrintWriter;

/** Says how far a run is: a bar that is redrawn on a terminal, nothing elsewhere. Thread-safe. */
public final class Progress {
    private static final int WIDTH = 30;
    private static final long REDRAW_NANOS = 100_000_000;

    private final PrintWriter terminal;
    private final boolean shown;
    private final long total;
    private long done;
    private long lastDrawn;

    /** @param total steps there will be */
    @SuppressWarnings("SystemConsoleNull") // on JDK 17 there is no console without a terminal
    public Progress(PrintWriter terminal, long total) {
        this.terminal = terminal;
        this.total = total;
        this.shown = System.console() != null && total > 0;
    }

    public synchronized void step() {
        done++;
        long now = System.nanoTime();
        if (shown && (done == total || now - lastDrawn > REDRAW_NANOS)) {
            lastDrawn = now;
            int filled = (int) (WIDTH * done / total);
            terminal.print("\r[" + "#".repeat(filled) + "-".repeat(WIDTH - filled) + "] " + done + "/" + total);
            terminal.flush();
        }
    }

    /** Leaves the line of the bar. */
    public synchronized void end() {
        if (shown) {
            terminal.println();
            terminal.flush();
        }
    }
}

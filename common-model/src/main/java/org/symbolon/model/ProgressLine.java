package org.symbolon.model;

import java.io.PrintWriter;
import java.util.Locale;

/** How far long work is: a bar that redraws itself on a terminal, a plain line every few seconds elsewhere. Thread-safe. */
public final class ProgressLine {
    private static final int WIDTH = 30;
    private static final long TERMINAL_NANOS = 100_000_000L;
    private static final long PLAIN_NANOS = 5_000_000_000L;

    private final PrintWriter out;

    @SuppressWarnings("SystemConsoleNull") // Java 17; on a later one a plain line is a fair answer too
    private final boolean terminal = System.console() != null;

    private long last;
    private boolean open;

    public ProgressLine(PrintWriter out) {
        this.out = out;
    }

    /** Begins a step that has no count. */
    public synchronized void step(String what) {
        end();
        out.println(what + " ...");
        out.flush();
        last = 0;
    }

    public synchronized void count(String what, long done, long total) {
        long now = System.nanoTime();
        if (now - last < (terminal ? TERMINAL_NANOS : PLAIN_NANOS) && done < total) {
            return;
        }
        last = now;
        long shown = Math.max(total, 1);
        if (terminal) {
            int filled = (int) (WIDTH * Math.min(done, shown) / shown);
            out.printf(
                    Locale.ROOT,
                    "\r  %-12s [%s%s] %,d of %,d ",
                    what,
                    "#".repeat(filled),
                    " ".repeat(WIDTH - filled),
                    done,
                    total);
            open = true;
            if (done >= total) {
                end();
            }
        } else {
            out.printf(Locale.ROOT, "  %s %,d of %,d%n", what, done, total);
        }
        out.flush();
    }

    /** Leaves the line of the bar, if one is shown. */
    public synchronized void end() {
        if (open) {
            out.println();
            out.flush();
            open = false;
        }
    }
}

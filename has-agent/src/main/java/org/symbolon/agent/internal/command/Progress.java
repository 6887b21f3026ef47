package org.symbolon.agent.internal.command;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;

/** A bar that redraws itself on a terminal, a plain line now and then elsewhere. Used by one thread at a time. */
final class Progress {
    private static final int WIDTH = 30;
    private static final long PLAIN_NANOS = Duration.ofSeconds(5).toNanos();

    private final PrintWriter out;

    @SuppressWarnings("SystemConsoleNull")
    private final boolean terminal = System.console() != null;

    private long printedNanos = System.nanoTime();
    private boolean open;

    Progress(PrintWriter out) {
        this.out = out;
    }

    void show(String what, long done, long total) {
        if (terminal) {
            long shown = Math.max(1, total);
            int filled = (int) (WIDTH * Math.min(done, shown) / shown);
            out.printf(
                    Locale.ROOT,
                    "\r%s [%s%s] %,d of %,d ",
                    what,
                    "#".repeat(filled),
                    " ".repeat(WIDTH - filled),
                    done,
                    total);
            open = true;
        } else if (System.nanoTime() - printedNanos > PLAIN_NANOS) {
            out.printf(Locale.ROOT, "%s %,d of %,d%n", what, done, total);
            printedNanos = System.nanoTime();
        }
        out.flush();
    }

    /** Ends the bar's line. */
    void end() {
        if (open) {
            out.println();
            out.flush();
            open = false;
        }
    }
}

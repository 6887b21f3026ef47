package org.symbolon.anonymizer.internal;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Options of every command that runs over files, and how it reports. */
public final class RunOptions {
    private static final int MAX_THREADS = 256;

    @Parameters(arity = "1..*", paramLabel = "PATH", description = "Files, and folders with all that is below them.")
    private List<Path> paths = List.of();

    @Option(names = "--threads", paramLabel = "N", description = "Files at a time; default: the processors there are.")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Option(names = "--json", description = "The last line is one JSON object.")
    private boolean json;

    public List<Path> paths() {
        return paths;
    }

    public int threads() {
        return Math.max(1, Math.min(threads, MAX_THREADS));
    }

    public boolean json() {
        return json;
    }

    /** Says how the run ended: the rejected files to the error stream, then what was done by which rule, then the summary. */
    public int report(Summary summary, RunTally tally, String verb, PrintWriter out, PrintWriter err) {
        for (Rejected one : summary.rejected()) {
            err.println("rejected " + one.code() + " " + one.file() + ": " + one.rule());
        }
        err.flush();
        if (json) {
            out.println(summary.json(tally));
        } else {
            tally(tally, out);
            out.printf(
                    Locale.ROOT,
                    "%d found, %d %s, %s%d rejected, %.1f s%n",
                    summary.found(),
                    summary.written(),
                    verb,
                    summary.doneBefore() == 0 ? "" : summary.doneBefore() + " done before, ",
                    summary.rejected().size(),
                    summary.seconds());
        }
        out.flush();
        return summary.exitCode();
    }

    private static void tally(RunTally tally, PrintWriter out) {
        for (RunTally.Line line : tally.lines()) {
            out.printf(Locale.ROOT, "%,12d  %-20s %s%n", line.count(), line.action(), line.rule());
        }
        if (tally.wordsSeen() > 0) {
            out.printf(
                    Locale.ROOT, "%,12d  of %,d words of cleaned text stayed%n", tally.wordsKept(), tally.wordsSeen());
        }
    }
}

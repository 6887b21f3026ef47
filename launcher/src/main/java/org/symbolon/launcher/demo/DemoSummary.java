package org.symbolon.launcher.demo;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** The short table at the end of a demo, and what to try next. */
record DemoSummary(DemoReport report, Demo demo) {
    private static final double MEGABYTE = 1e6;

    void print(PrintWriter out) {
        row(out, "", "found", "archived", "confirmed", "indexed", "identical", "rejected");
        counts(out, "instances", report.instances());
        counts(out, "documents", report.documents());
        out.println();
        double archive = Math.max(report.seconds().archive(), 0.001);
        double restore = Math.max(report.seconds().restore(), 0.001);
        out.printf(
                Locale.ROOT,
                "%,.1f MB archived in %.1f s (%.0f files/s, %.1f MB/s), brought home in %.1f s; both sides started in %.1f s%n",
                demo.archivedBytes() / MEGABYTE,
                archive,
                (report.instances().archived() + report.documents().archived()) / archive,
                demo.archivedBytes() / MEGABYTE / archive,
                restore,
                report.seconds().start());
        out.printf(
                Locale.ROOT,
                "identity leaks: %d (%,d values sought in every HDFS file, HBase cell, log, and %,d pages and DICOMweb answers)%n",
                report.identityLeaks(),
                demo.soughtValues(),
                demo.pages());
        demo.toldLeaks().forEach(leak -> out.println("  LEAK: " + leak));
        Map<String, Integer> codes = new TreeMap<>();
        report.instances().rejected().forEach(rejection -> codes.merge(rejection.code(), 1, Integer::sum));
        report.documents().rejected().forEach(rejection -> codes.merge(rejection.code(), 1, Integer::sum));
        if (!codes.isEmpty()) {
            out.println("rejected: " + codes);
        }
        out.println();
        out.println("Try next (the demo still running, in another terminal):");
        String options = " --config " + demo.folder().configuration().resolve("agent.properties");
        out.println("  ./symbolon agent status" + options);
        out.println("  ./symbolon agent quarantine" + options);
        demo.someAccession()
                .ifPresent(accession -> out.println(
                        "  ./symbolon agent retrieve --accession '" + accession + "' --out /tmp/home" + options));
        report.urls().forEach((name, url) -> out.println("  " + name + ": " + url));
        out.flush();
    }

    private static void counts(PrintWriter out, String name, DemoReport.Counts counts) {
        row(
                out,
                name,
                counts.found(),
                counts.archived(),
                counts.confirmed(),
                counts.indexed(),
                counts.restoredIdentical(),
                counts.rejected().size());
    }

    private static void row(PrintWriter out, Object... cells) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < cells.length; i++) {
            line.append(String.format(Locale.ROOT, i == 0 ? "%-10s" : "%11s", cells[i]));
        }
        out.println(line.toString().stripTrailing());
    }
}

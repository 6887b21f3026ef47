package org.symbolon.dicomtools.network;

import java.io.PrintWriter;
import java.util.Locale;
import org.symbolon.dicom.net.RetrieveResult;
import org.symbolon.dicom.net.Status;

/** What a C-GET or C-MOVE came to, for people and scripts. */
final class RetrieveReport {
    private RetrieveReport() {}

    /** The exit code. */
    static int print(PrintWriter out, RetrieveResult result, OutputForm form) {
        if (form == OutputForm.JSON) {
            JsonLines.print(
                    out,
                    "status",
                    String.format("%04X", result.status()),
                    "completed",
                    result.completed(),
                    "warnings",
                    result.warnings(),
                    "failed",
                    result.failed(),
                    "failedSopInstanceUids",
                    result.failedSopInstanceUids());
        } else {
            out.printf(
                    Locale.ROOT,
                    "%,d objects, %,d with a warning, %,d failed: %s%n",
                    result.completed() + result.warnings(),
                    result.warnings(),
                    result.failed(),
                    Status.meaning(result.status()));
            result.failedSopInstanceUids().forEach(uid -> out.println("  failed " + uid));
        }
        out.flush();
        return Status.isDone(result.status()) && result.failed() == 0 ? 0 : 1;
    }
}

package org.symbolon.dicomtools.network;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.symbolon.dicom.Uids;
import org.symbolon.dicom.net.AssociationRequester;
import org.symbolon.dicom.net.ProposedContext;
import org.symbolon.dicom.net.Status;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code symbolon dicom echo}: whether a peer answers. */
@Command(
        name = "echo",
        mixinStandardHelpOptions = true,
        description = "Asks a peer whether it is there (C-ECHO).",
        footer = {
            "",
            "Example: symbolon dicom echo ARCHIVE@pacs.example:11112",
            "Exit code 0 if it answers with success."
        })
final class EchoCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin
    private PeerOptions peer = new PeerOptions();

    @Option(names = "--repeat", paramLabel = "N", defaultValue = "1", description = "Ask N times on one association.")
    private int repeat;

    @Option(names = "--json", description = "One JSON object for each answer.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        ProposedContext context =
                ProposedContext.asScu(Uids.Verification, Uids.ImplicitVRLittleEndian, Uids.ExplicitVRLittleEndian);
        int failures = 0;
        try (AssociationRequester association = peer.connect(List.of(context))) {
            for (int i = 0; i < Math.max(1, repeat); i++) {
                long start = System.nanoTime();
                int status = NetworkFailure.explaining(association::echo);
                double millis = (System.nanoTime() - start) / 1e6;
                failures += status == Status.SUCCESS ? 0 : 1;
                if (json) {
                    JsonLines.print(out, "status", String.format("%04X", status), "milliseconds", round(millis));
                } else {
                    out.printf(Locale.ROOT, "%s, %.1f ms%n", Status.meaning(status), millis);
                }
            }
            NetworkFailure.explaining(() -> {
                association.release();
                return 0;
            });
        }
        out.flush();
        return failures == 0 ? 0 : 1;
    }

    private static double round(double millis) {
        return Math.round(millis * 10) / 10.0;
    }
}

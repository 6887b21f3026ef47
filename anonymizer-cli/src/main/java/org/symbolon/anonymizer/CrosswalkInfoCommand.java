package org.symbolon.anonymizer;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.symbolon.anonymizer.internal.CrosswalkOptions;
import org.symbolon.crosswalk.Crosswalk;
import org.symbolon.crosswalk.CrosswalkInfo;
import org.symbolon.model.CommandFailure;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code symbolon crosswalk info}. */
@Command(
        name = "info",
        mixinStandardHelpOptions = true,
        description = "Tells how much a crosswalk holds, and how large it is.")
public final class CrosswalkInfoCommand implements Callable<Integer> {
    @Mixin
    private CrosswalkOptions options = new CrosswalkOptions();

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        return CommandFailure.guard(
                spec.commandLine().getErr(), () -> options.with(Crosswalk::openForReading, this::print));
    }

    private void print(Crosswalk crosswalk) {
        PrintWriter out = spec.commandLine().getOut();
        CrosswalkInfo info = crosswalk.info();
        long halves = Math.max(1, info.counts().halves());
        out.printf(
                "patients %d, possible matches %d%n",
                info.counts().patients(), info.counts().possibleMatches());
        out.printf(
                "series %d, halves %d, of them %d packed in %d blocks%n",
                info.counts().series(), info.counts().halves(), info.packedHalves(), info.blocks());
        out.printf(
                "sealed bytes: patients %d, series %d, halves %d, blocks %d%n",
                info.sealedPatientBytes(), info.sealedSeriesBytes(), info.sealedHalfBytes(), info.sealedBlockBytes());
        out.printf(
                "bytes an instance: %.1f sealed, %.1f with all indexes; database %d, of it free %d%n",
                info.sealedBytesAnInstance(),
                (double) (info.databaseBytes() - info.freeBytes()) / halves,
                info.databaseBytes(),
                info.freeBytes());
    }
}

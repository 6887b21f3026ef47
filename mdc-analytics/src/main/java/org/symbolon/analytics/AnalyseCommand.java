package org.symbolon.analytics;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.symbolon.analytics.internal.BarChart;
import org.symbolon.analytics.internal.ClusterOptions;
import org.symbolon.analytics.internal.OutputOptions;
import org.symbolon.analytics.internal.ResultTable;
import org.symbolon.model.ErrorCode;
import org.symbolon.model.ProgressLine;
import org.symbolon.model.SymbolonException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code symbolon analyse}: MapReduce over the textual records. Results go to standard output, progress to standard error. */
@Command(
        name = "analyse",
        description = "Counts over the textual records of the data centre, by MapReduce (docs/analytics.md).",
        mixinStandardHelpOptions = true)
public final class AnalyseCommand implements Runnable {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(), "Say what to analyse: icd10-frequency or laboratory-statistics");
    }

    @Command(
            name = "icd10-frequency",
            description = "In how many visits each ICD-10 code was a diagnosis.",
            mixinStandardHelpOptions = true)
    int icd10Frequency(
            @Mixin ClusterOptions cluster,
            @Mixin OutputOptions output,
            @Option(
                            names = "--by",
                            split = ",",
                            paramLabel = "COLUMN",
                            description = "Parts the counts by year, sex, age-band.")
                    @Nullable
                    List<String> by)
            throws IOException {
        List<Breakdown> breakdown = by == null
                ? List.of()
                : by.stream().map(AnalyseCommand::breakdown).toList();
        Icd10Frequency analysis = new Icd10Frequency(breakdown, output.maskBelow());
        List<FrequencyRow> rows = analysis.run(cluster.configuration(), progress());
        output.write(
                ResultTable.of(analysis, rows),
                BarChart.of(rows),
                spec.commandLine().getOut());
        return 0;
    }

    @Command(
            name = "laboratory-statistics",
            description = "Numeric results by test, unit and diagnosis group (three characters of ICD-10).",
            mixinStandardHelpOptions = true)
    int laboratoryStatistics(@Mixin ClusterOptions cluster, @Mixin OutputOptions output) throws IOException {
        LaboratoryStatistics analysis = new LaboratoryStatistics(output.maskBelow());
        List<LaboratoryRow> rows = analysis.run(cluster.configuration(), progress());
        output.write(ResultTable.of(analysis, rows), null, spec.commandLine().getOut());
        return 0;
    }

    private ProgressLine progress() {
        return new ProgressLine(spec.commandLine().getErr());
    }

    private static Breakdown breakdown(String name) {
        for (Breakdown each : Breakdown.values()) {
            if (each.label().equals(name.strip().toLowerCase(Locale.ROOT))) {
                return each;
            }
        }
        throw new SymbolonException(ErrorCode.USAGE, "--by takes year, sex and age-band");
    }
}

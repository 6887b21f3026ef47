package org.symbolon.analytics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.symbolon.archive.ArchiveOptions;
import org.symbolon.archive.EmbeddedCluster;
import org.symbolon.archive.EmbeddedOptions;
import org.symbolon.archive.PlainRecordArchive;
import org.symbolon.archive.RecordArchive;
import org.symbolon.model.ProgressLine;
import picocli.CommandLine;

/** Both analyses over one embedded cluster, locally and on YARN, against a count in memory. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AnalysesIT {
    private final List<SampleDocuments.Document> documents = new SampleDocuments().documents();

    @SuppressWarnings("NullAway.Init")
    private EmbeddedCluster cluster;

    @BeforeAll
    void start(@TempDir Path folder) throws IOException {
        cluster = EmbeddedCluster.start(folder, EmbeddedOptions.defaults());
        try (RecordArchive archive = PlainRecordArchive.open(cluster, ArchiveOptions.embedded())) {
            SampleDocuments.store(documents, archive);
        }
    }

    @AfterAll
    void stop() throws IOException {
        cluster.close();
    }

    @Test
    void frequenciesAreThoseOfACountInMemory() throws IOException {
        assertFrequencies(cluster.configuration());
    }

    @Test
    void statisticsAreThoseOfACountInMemory() throws IOException {
        assertStatistics(cluster.configuration());
    }

    /** The jobs' containers have none of our jars but those that the jobs ship. */
    @Test
    void bothRunOnYarn(@TempDir(cleanup = CleanupMode.NEVER) Path folder) throws IOException, InterruptedException {
        Path jars = Path.of("yarn-testbed/target/class-path");
        String hdfs = cluster.configuration().get("fs.defaultFS", "");
        try (YarnProcess yarn = YarnProcess.start(folder, jars, hdfs)) {
            Configuration configuration = yarn.configuration(cluster.configuration());
            assertFrequencies(configuration);
            assertStatistics(configuration);
        }
    }

    @Test
    void commandWritesTheSameFilesEachTimeAndLeavesNothingBehind(@TempDir Path folder) throws IOException {
        Path ready = folder.resolve("ready.json");
        Files.writeString(
                ready,
                "{\"pid\":1,\"hdfs\":\"" + cluster.configuration().get("fs.defaultFS") + "\",\"zookeeper\":\""
                        + cluster.configuration().get("hbase.zookeeper.quorum") + ":"
                        + cluster.configuration().get("hbase.zookeeper.property.clientPort") + "\"}");
        for (String run : List.of("one", "two")) {
            String out = folder.resolve(run).toString();
            assertThat(analyse("icd10-frequency", "--by", "sex", "--ready-file", ready.toString(), "--out", out))
                    .contains("rows in");
            assertThat(analyse("laboratory-statistics", "--ready-file", ready.toString(), "--out", out, "--json"))
                    .startsWith("{");
        }
        for (String file : List.of(
                "icd10-frequency.csv",
                "icd10-frequency.json",
                "icd10-frequency.svg",
                "laboratory-statistics.csv",
                "laboratory-statistics.json")) {
            assertThat(folder.resolve("one").resolve(file))
                    .hasSameBinaryContentAs(folder.resolve("two").resolve(file));
        }
        assertThat(folder.resolve("one/icd10-frequency.csv")).content().contains("*");
        try (FileSystem files = FileSystem.newInstance(cluster.configuration())) {
            org.apache.hadoop.fs.Path work = new org.apache.hadoop.fs.Path("/tmp/symbolon-analytics");
            assertThat(Arrays.stream(files.listStatus(work))
                            .map(status -> status.getPath().getName()))
                    .isSubsetOf("staging");
        }
    }

    private static String analyse(String... arguments) {
        StringWriter out = new StringWriter();
        CommandLine command = new CommandLine(new AnalyseCommand()).setOut(new PrintWriter(out));
        assertThat(command.execute(arguments)).isZero();
        return out.toString();
    }

    private void assertFrequencies(Configuration configuration) throws IOException {
        List<FrequencyRow> rows = new Icd10Frequency(List.of(Breakdown.values()), 0).run(configuration, progress());
        Map<List<String>, Long> counts = new HashMap<>();
        for (FrequencyRow row : rows) {
            assertThat(row.masked()).isFalse();
            counts.put(
                    List.of(
                            row.code(),
                            row.cell().get(0),
                            row.cell().get(1),
                            row.cell().get(2)),
                    row.visits());
        }
        assertThat(counts).hasSize(rows.size()).isEqualTo(InMemoryCount.frequencies(documents));
    }

    private void assertStatistics(Configuration configuration) throws IOException {
        Map<List<String>, List<Double>> expected = InMemoryCount.laboratory(documents);
        List<LaboratoryRow> rows = new LaboratoryStatistics(0).run(configuration, progress());
        assertThat(rows).hasSize(expected.size());
        for (LaboratoryRow row : rows) {
            List<Double> values = expected.getOrDefault(List.of(row.test(), row.unit(), row.group()), List.of(0.0));
            double[] sorted = values.stream()
                    .skip(1)
                    .mapToDouble(Double::doubleValue)
                    .sorted()
                    .toArray();
            assertThat(row.visits()).isEqualTo(values.get(0).longValue());
            assertThat(row.count()).isEqualTo(sorted.length);
            assertThat(row.mean()).isCloseTo(Arrays.stream(sorted).average().orElseThrow(), within(1e-9));
            assertThat(row.percentile5()).isCloseTo(percentile(sorted, 0.05), within(1e-9));
            assertThat(row.percentile25()).isCloseTo(percentile(sorted, 0.25), within(1e-9));
            assertThat(row.median()).isCloseTo(percentile(sorted, 0.5), within(1e-9));
            assertThat(row.percentile75()).isCloseTo(percentile(sorted, 0.75), within(1e-9));
            assertThat(row.percentile95()).isCloseTo(percentile(sorted, 0.95), within(1e-9));
        }
    }

    private static double percentile(double[] sorted, double share) {
        double position = (sorted.length - 1) * share;
        int below = (int) position;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (position - below) * (sorted[above] - sorted[below]);
    }

    private static ProgressLine progress() {
        return new ProgressLine(new PrintWriter(new StringWriter()));
    }
}

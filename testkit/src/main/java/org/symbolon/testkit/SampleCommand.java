package org.symbolon.testkit;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import org.symbolon.model.ProgressLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code symbolon sample}: writes a sample hospital of any size. Exit code 0 when every file is written. */
@Command(
        name = "sample",
        mixinStandardHelpOptions = true,
        description =
                "Writes a hospital of invented patients: DICOM files of several modalities and transfer syntaxes,"
                        + " visit records in HL7 v2, CDA and FHIR, the same for the same seed. About 50 files and 9 MB a patient.")
public final class SampleCommand implements Callable<Integer> {
    @Option(
            names = "--patients",
            paramLabel = "N",
            defaultValue = "12",
            description = "people to invent (default: ${DEFAULT-VALUE})")
    private int patients = SampleOptions.DEFAULT_PATIENTS;

    @Option(names = "--out", paramLabel = "DIR", required = true, description = "folder for the files; made if missing")
    private Path out = Path.of("");

    @Option(
            names = "--seed",
            paramLabel = "S",
            defaultValue = "20260401",
            description = "another number makes other people (default: ${DEFAULT-VALUE})")
    private long seed = SampleOptions.DEFAULT_SEED;

    @Option(names = "--json", description = "one JSON object as the last line")
    private boolean json;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        PrintWriter console = spec.commandLine().getOut();
        Counter counter = new Counter(new ProgressLine(spec.commandLine().getErr()));
        long start = System.nanoTime();
        SampleHospital.stream(out, new SampleOptions(seed, patients), counter);
        double seconds = (System.nanoTime() - start) / 1e9;
        String form = json
                ? "{\"patients\":%d,\"studies\":%d,\"instances\":%d,\"records\":%d,\"bytes\":%d,\"seconds\":%.3f}%n"
                : "%d patients, %d studies, %d instances, %d records, %d bytes in %.1f s%n";
        console.printf(
                Locale.ROOT, form, patients, counter.studies, counter.files, counter.records, counter.bytes, seconds);
        console.flush();
        return 0;
    }

    private final class Counter implements SampleListener {
        private final ProgressLine progress;
        private final Set<String> studiesOfPatient = new HashSet<>();
        private long studies;
        private long files;
        private long records;
        private long bytes;

        Counter(ProgressLine progress) {
            this.progress = progress;
        }

        @Override
        public void file(SampleFile file) {
            files++;
            bytes += file.bytes();
            studiesOfPatient.add(file.studyInstanceUid());
        }

        @Override
        public void record(SampleRecord record) {
            records++;
            bytes += record.bytes();
        }

        @Override
        public void patientDone(int done) {
            studies += studiesOfPatient.size();
            studiesOfPatient.clear();
            progress.count("patients", done, patients);
        }
    }
}

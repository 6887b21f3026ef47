package org.symbolon.anonymizer;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.symbolon.anonymizer.internal.FileList;
import org.symbolon.anonymizer.internal.FileRun;
import org.symbolon.anonymizer.internal.OutputNames;
import org.symbolon.anonymizer.internal.PasswordOptions;
import org.symbolon.anonymizer.internal.PersonalizeWorker;
import org.symbolon.anonymizer.internal.RunOptions;
import org.symbolon.anonymizer.internal.RunTally;
import org.symbolon.anonymizer.internal.Summary;
import org.symbolon.crosswalk.Crosswalk;
import org.symbolon.crosswalk.Keystore;
import org.symbolon.deidentification.digest.DigestKey;
import org.symbolon.model.CommandFailure;
import org.symbolon.model.ProgressLine;
import org.symbolon.model.Secret;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code symbolon personalize}: the way back from {@code symbolon anonymize}. */
@Command(
        name = "personalize",
        mixinStandardHelpOptions = true,
        description =
                "Puts anonymous DICOM files and textual records together with their identity: the originals, byte for byte.",
        footer = {"", "Exit code 0: every file has its original; 1: some were rejected, and listed."})
public final class PersonalizeCommand implements Callable<Integer> {
    @Mixin
    private RunOptions run = new RunOptions();

    @Option(
            names = "--out",
            required = true,
            paramLabel = "DIR",
            description = "Gets study/series/instance.dcm, records/.")
    @SuppressWarnings("NullAway.Init")
    private Path out;

    @Option(names = "--keystore", required = true, paramLabel = "K", description = "The one they were anonymised with.")
    @SuppressWarnings("NullAway.Init")
    private Path keystore;

    @Option(names = "--identity", required = true, paramLabel = "DIR", description = "The crosswalk.")
    @SuppressWarnings("NullAway.Init")
    private Path identity;

    @Mixin
    private PasswordOptions password = new PasswordOptions();

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        return CommandFailure.guard(spec.commandLine().getErr(), this::personalize);
    }

    private int personalize() throws Exception {
        List<Path> files = FileList.of(run.paths(), out, identity);
        try (Secret secret = password.read();
                Keystore keys = Keystore.open(keystore, secret);
                Crosswalk crosswalk = Crosswalk.openForReading(identity, keys)) {
            OutputNames names = new OutputNames(out);
            ProgressLine progress = new ProgressLine(spec.commandLine().getErr());
            FileRun fileRun = new FileRun(files, run.threads(), progress);
            DigestKey digestKey = DigestKey.of(crosswalk.pseudonyms().digestKey());
            Summary summary = fileRun.run(() -> new PersonalizeWorker(fileRun, crosswalk, names, digestKey));
            return run.report(
                    summary,
                    new RunTally(),
                    "personalised",
                    spec.commandLine().getOut(),
                    spec.commandLine().getErr());
        }
    }
}

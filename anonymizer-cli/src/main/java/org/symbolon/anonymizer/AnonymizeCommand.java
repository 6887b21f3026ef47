package org.symbolon.anonymizer;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.symbolon.anonymizer.internal.AnonymizeWorker;
import org.symbolon.anonymizer.internal.CommandFailure;
import org.symbolon.anonymizer.internal.FileList;
import org.symbolon.anonymizer.internal.FileRun;
import org.symbolon.anonymizer.internal.OutputNames;
import org.symbolon.anonymizer.internal.PasswordOptions;
import org.symbolon.anonymizer.internal.RunOptions;
import org.symbolon.anonymizer.internal.Summary;
import org.symbolon.crosswalk.Crosswalk;
import org.symbolon.crosswalk.Keystore;
import org.symbolon.deidentification.Deidentifier;
import org.symbolon.deidentification.DeidentifierOptions;
import org.symbolon.deidentification.profile.Profile;
import org.symbolon.deidentification.profile.Profiles;
import org.symbolon.model.ProgressLine;
import org.symbolon.model.Secret;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code symbolon anonymize}: anonymous files into one folder, identity halves into another, which is a crosswalk. */
@Command(
        name = "anonymize",
        mixinStandardHelpOptions = true,
        description = "De-identifies DICOM files; what they lose goes, sealed, into the identity folder.",
        footer = {"", "Exit code 0: every file was written; 1: some were rejected, and listed."})
public final class AnonymizeCommand implements Callable<Integer> {
    @Mixin
    private RunOptions run = new RunOptions();

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "Gets study/series/instance.dcm.")
    @SuppressWarnings("NullAway.Init")
    private Path out;

    @Option(
            names = "--profile",
            paramLabel = "P",
            defaultValue = "archive",
            description = "archive, basic, sup55, wcpt, or a file of lines Name(gggg,eeee)=0|1;"
                    + " default: ${DEFAULT-VALUE}.")
    @SuppressWarnings("NullAway.Init")
    private String profile;

    @Option(names = "--keystore", required = true, paramLabel = "K", description = "From symbolon keystore create.")
    @SuppressWarnings("NullAway.Init")
    private Path keystore;

    @Option(
            names = "--identity-out",
            required = true,
            paramLabel = "DIR",
            description = "The crosswalk, made if it is not there; later runs agree with earlier ones.")
    @SuppressWarnings("NullAway.Init")
    private Path identity;

    @Option(
            names = "--source",
            paramLabel = "NAME",
            defaultValue = "local",
            description = "The clinic whose numbers the files carry: two clinics may use one patient ID for two"
                    + " people; default: ${DEFAULT-VALUE}.")
    @SuppressWarnings("NullAway.Init")
    private String source;

    @Option(
            names = "--project",
            paramLabel = "NAME",
            defaultValue = "",
            description = "UIDs are keyed by it; default: none.")
    @SuppressWarnings("NullAway.Init")
    private String project;

    @Mixin
    private PasswordOptions password = new PasswordOptions();

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        return CommandFailure.guard(spec.commandLine().getErr(), this::anonymize);
    }

    private int anonymize() throws Exception {
        Profile rules = Profiles.names().contains(profile)
                ? Profiles.byName(profile)
                : Files.isRegularFile(Path.of(profile))
                        ? Profiles.fromProperties(Path.of(profile))
                        : Profiles.byName(profile);
        List<Path> files = FileList.of(run.paths());
        try (Secret secret = password.read();
                Keystore keys = Keystore.open(keystore, secret);
                Crosswalk crosswalk = Crosswalk.open(identity, keys)) {
            DeidentifierOptions options = DeidentifierOptions.of(source).withProject(project);
            Deidentifier deidentifier = new Deidentifier(rules, crosswalk, options);
            OutputNames names = new OutputNames(out);
            ProgressLine progress = new ProgressLine(spec.commandLine().getErr());
            FileRun fileRun = new FileRun(files, run.threads(), progress);
            Summary summary = fileRun.run(() -> new AnonymizeWorker(fileRun, deidentifier, crosswalk, names));
            return run.report(
                    summary,
                    "anonymised",
                    spec.commandLine().getOut(),
                    spec.commandLine().getErr());
        }
    }
}

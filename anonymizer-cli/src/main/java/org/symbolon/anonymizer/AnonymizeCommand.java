package org.symbolon.anonymizer;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.symbolon.anonymizer.internal.AnonymizeWorker;
import org.symbolon.anonymizer.internal.AnonymousFiles;
import org.symbolon.anonymizer.internal.DoneJournal;
import org.symbolon.anonymizer.internal.FileList;
import org.symbolon.anonymizer.internal.FileRun;
import org.symbolon.anonymizer.internal.FilesBelowFolder;
import org.symbolon.anonymizer.internal.FilesInPlace;
import org.symbolon.anonymizer.internal.OutputNames;
import org.symbolon.anonymizer.internal.PartingOptions;
import org.symbolon.anonymizer.internal.PasswordOptions;
import org.symbolon.anonymizer.internal.PreviewWorker;
import org.symbolon.anonymizer.internal.QuarantineFolder;
import org.symbolon.anonymizer.internal.RunOptions;
import org.symbolon.anonymizer.internal.RunTally;
import org.symbolon.anonymizer.internal.ScratchFolder;
import org.symbolon.anonymizer.internal.StagingFolder;
import org.symbolon.anonymizer.internal.Summary;
import org.symbolon.crosswalk.Crosswalk;
import org.symbolon.crosswalk.Keystore;
import org.symbolon.deidentification.digest.DigestKey;
import org.symbolon.deidentification.profile.Profile;
import org.symbolon.model.CommandFailure;
import org.symbolon.model.ErrorCode;
import org.symbolon.model.ProgressLine;
import org.symbolon.model.Secret;
import org.symbolon.model.SymbolonException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code symbolon anonymize}: anonymous files into one folder, identity halves into another, which is a crosswalk. */
@Command(
        name = "anonymize",
        mixinStandardHelpOptions = true,
        description = {
            "De-identifies DICOM files and textual records (HL7 v2, CDA, HL7 v3, FHIR); what they lose goes, sealed, into the"
                    + " identity folder.",
            "A run that was ended, with the same options, goes on where it was."
        },
        footer = {"", "Exit code 0: every file was written; 1: some were rejected, and listed."})
public final class AnonymizeCommand implements Callable<Integer> {
    @Mixin
    private RunOptions run = new RunOptions();

    @Mixin
    private PartingOptions parting = new PartingOptions();

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Gets study/series/instance.dcm, records/, directories/.")
    private @Nullable Path out;

    @Option(
            names = "--in-place",
            description = "Anonymous files take the originals' places, and their names: names must tell nothing.")
    private boolean inPlace;

    @Option(
            names = "--dry-run",
            description = "Says what would be done, with --json for each file, and writes nothing.")
    private boolean dryRun;

    @Option(names = "--again", description = "Also files that an earlier run has done.")
    private boolean again;

    @Option(
            names = "--quarantine",
            paramLabel = "DIR",
            description = "Gets copies of rejected files for a person to look at; holds identity.")
    private @Nullable Path quarantine;

    @Option(names = "--keystore", required = true, paramLabel = "K", description = "From symbolon keystore create.")
    @SuppressWarnings("NullAway.Init")
    private Path keystore;

    @Option(
            names = "--identity-out",
            paramLabel = "DIR",
            description = "The crosswalk, made if it is not there; later runs agree with earlier ones.")
    private @Nullable Path identity;

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
        Profile profile = parting.profile();
        if (dryRun) {
            return preview(profile);
        }
        if (identity == null || inPlace == (out != null)) {
            throw new SymbolonException(
                    ErrorCode.USAGE, "Give --identity-out, and either --out or --in-place, or --dry-run");
        }
        List<Path> files = FileList.of(run.paths(), out, identity, quarantine);
        try (Secret secret = password.read();
                Keystore keys = Keystore.open(keystore, secret);
                Crosswalk crosswalk = Crosswalk.open(identity, keys)) {
            RunTally tally = new RunTally();
            Summary summary = out == null
                    ? run(files, profile, crosswalk, tally, new FilesInPlace(crosswalk, digestKey(crosswalk)))
                    : below(out, identity, files, profile, crosswalk, tally);
            int exit = report(summary, tally, "anonymised");
            crosswalk.compact(List.of(parting.project()));
            return exit;
        }
    }

    private Summary below(
            Path folder, Path identityFolder, List<Path> files, Profile profile, Crosswalk crosswalk, RunTally tally)
            throws IOException {
        String options =
                parting.fingerprint(profile) + "|" + folder.toAbsolutePath().normalize();
        try (DoneJournal journal = DoneJournal.open(identityFolder, crosswalk.pseudonyms(), options);
                StagingFolder staging = StagingFolder.in(folder)) {
            AnonymousFiles target = new FilesBelowFolder(new OutputNames(folder), journal, again, staging.path());
            return run(files, profile, crosswalk, tally, target);
        }
    }

    private Summary run(List<Path> files, Profile profile, Crosswalk crosswalk, RunTally tally, AnonymousFiles target)
            throws IOException {
        FileRun fileRun = fileRun(files);
        if (quarantine != null) {
            fileRun.onRefusal(QuarantineFolder.open(quarantine, crosswalk.pseudonyms()));
        }
        ExecutorService commits = Executors.newFixedThreadPool(run.threads());
        try (ScratchFolder scratch = ScratchFolder.make()) {
            var parted = parting.parting(profile, crosswalk, digestKey(crosswalk), scratch.path());
            return fileRun.run(() -> new AnonymizeWorker(fileRun, parted, crosswalk, target, tally, commits));
        } finally {
            commits.shutdown();
        }
    }

    /** With a crosswalk that is thrown away: nobody becomes a patient by being looked at. */
    private int preview(Profile profile) throws Exception {
        List<Path> files = FileList.of(run.paths());
        RunTally tally = new RunTally();
        try (ScratchFolder scratch = ScratchFolder.make();
                Secret secret = password.read();
                Keystore keys = Keystore.open(keystore, secret);
                Crosswalk crosswalk = Crosswalk.open(scratch.path().resolve("crosswalk"), keys)) {
            FileRun fileRun = fileRun(files);
            var parted = parting.parting(profile, crosswalk, digestKey(crosswalk), scratch.path());
            Summary summary = fileRun.run(() ->
                    new PreviewWorker(fileRun, parted, tally, spec.commandLine().getOut(), run.json()));
            return report(summary, tally, "would be anonymised");
        }
    }

    private FileRun fileRun(List<Path> files) {
        return new FileRun(
                files, run.threads(), new ProgressLine(spec.commandLine().getErr()));
    }

    private static DigestKey digestKey(Crosswalk crosswalk) {
        return DigestKey.of(crosswalk.pseudonyms().digestKey());
    }

    private int report(Summary summary, RunTally tally, String verb) {
        return run.report(
                summary,
                tally,
                verb,
                spec.commandLine().getOut(),
                spec.commandLine().getErr());
    }
}

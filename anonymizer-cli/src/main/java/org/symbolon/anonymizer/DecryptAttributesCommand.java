package org.symbolon.anonymizer;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.symbolon.anonymizer.internal.DecryptWorker;
import org.symbolon.anonymizer.internal.FileList;
import org.symbolon.anonymizer.internal.FileRun;
import org.symbolon.anonymizer.internal.OutputNames;
import org.symbolon.anonymizer.internal.RunOptions;
import org.symbolon.anonymizer.internal.RunTally;
import org.symbolon.anonymizer.internal.Summary;
import org.symbolon.deidentification.encryption.RecipientKey;
import org.symbolon.model.CommandFailure;
import org.symbolon.model.ProgressLine;
import org.symbolon.model.Secret;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code symbolon decrypt-attributes}: the way back from {@code symbolon anonymize --encrypt-to}, without keystore or crosswalk. */
@Command(
        name = "decrypt-attributes",
        mixinStandardHelpOptions = true,
        description = {
            "Writes copies of DICOM files with the originals that travel in them, encrypted (PS3.15 E.1.2).",
            "The copies carry identity. What was changed and not encrypted, such as pixels, stays changed."
        },
        footer = {"", "Exit code 0: every file was written; 1: some were rejected, and listed."})
public final class DecryptAttributesCommand implements Callable<Integer> {
    @Mixin
    private RunOptions run = new RunOptions();

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "Gets study/series/instance.dcm.")
    @SuppressWarnings("NullAway.Init")
    private Path out;

    @Option(
            names = "--key",
            required = true,
            paramLabel = "KEY.pem",
            description = "The recipient's private key, RSA or of an elliptic curve.")
    @SuppressWarnings("NullAway.Init")
    private Path key;

    @Option(
            names = "--cert",
            required = true,
            paramLabel = "CERT.pem",
            description = "The recipient's certificate, as given to anonymize --encrypt-to.")
    @SuppressWarnings("NullAway.Init")
    private Path certificate;

    @Option(
            names = "--key-password-file",
            paramLabel = "FILE",
            description = "Holds the password of the private key in its first line, if it has one.")
    private @Nullable Path keyPassword;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        return CommandFailure.guard(spec.commandLine().getErr(), this::decrypt);
    }

    private int decrypt() throws Exception {
        List<Path> files = FileList.of(run.paths());
        RecipientKey recipient = recipient();
        OutputNames names = new OutputNames(out);
        FileRun fileRun = new FileRun(
                files, run.threads(), new ProgressLine(spec.commandLine().getErr()));
        Summary summary = fileRun.run(() -> new DecryptWorker(fileRun, recipient, names));
        return run.report(
                summary,
                new RunTally(),
                "decrypted",
                spec.commandLine().getOut(),
                spec.commandLine().getErr());
    }

    private RecipientKey recipient() throws Exception {
        if (keyPassword == null) {
            return RecipientKey.read(key, null, certificate);
        }
        try (Secret secret = Secret.readFile(keyPassword)) {
            return RecipientKey.read(key, secret, certificate);
        }
    }
}

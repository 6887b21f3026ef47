package org.symbolon.launcher.score;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.symbolon.anonymizer.AnonymizeCommand;
import org.symbolon.anonymizer.KeystoreCommand;
import org.symbolon.crosswalk.Crosswalk;
import org.symbolon.crosswalk.Keystore;
import org.symbolon.model.Secret;
import picocli.CommandLine;

/** Runs the product's commands in a folder of its own, with one keystore and one crosswalk. */
final class FrontDoor {
    private static final String PASSWORD = "correct horse battery";

    private final Path folder;

    FrontDoor(Path folder) throws IOException {
        this.folder = folder;
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("password"), PASSWORD + "\n");
        if (!Files.exists(keystore())) {
            run("keystore", "create", keystore().toString(), "--organisation", "exam");
        }
    }

    @CommandLine.Command(
            name = "symbolon",
            subcommands = {KeystoreCommand.class, AnonymizeCommand.class})
    private static final class Root {}

    /** {@code symbolon anonymize}; what it refuses is no failure. Returns what it printed. */
    String anonymize(Path in, Path out, String profile, String... more) {
        List<String> arguments = new ArrayList<>(List.of(
                "anonymize",
                in.toString(),
                "--out",
                out.toString(),
                "--profile",
                profile,
                "--keystore",
                keystore().toString(),
                "--identity-out",
                identity().toString()));
        arguments.addAll(List.of(more));
        return run(arguments.toArray(String[]::new));
    }

    Path identity() {
        return folder.resolve("identity");
    }

    Path keystore() {
        return folder.resolve("k.p12");
    }

    /** What to do with the crosswalk. */
    interface CrosswalkTask<T> {
        T with(Crosswalk crosswalk) throws IOException;
    }

    <T> T crosswalk(CrosswalkTask<T> task) throws IOException {
        try (Secret secret = Secret.of(PASSWORD);
                Keystore keys = Keystore.open(keystore(), secret);
                Crosswalk crosswalk = Crosswalk.open(identity(), keys)) {
            return task.with(crosswalk);
        }
    }

    private String run(String... arguments) {
        StringWriter out = new StringWriter();
        String[] all = new String[arguments.length + 2];
        System.arraycopy(arguments, 0, all, 0, arguments.length);
        all[arguments.length] = "--password-file";
        all[arguments.length + 1] = folder.resolve("password").toString();
        int exit = new CommandLine(new Root())
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(out, true))
                .execute(all);
        if (exit != 0 && exit != 1) {
            throw new IllegalStateException("symbolon " + arguments[0] + " ended with " + exit + ": " + out);
        }
        return out.toString();
    }
}

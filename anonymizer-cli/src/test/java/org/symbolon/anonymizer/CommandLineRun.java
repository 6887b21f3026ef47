package org.symbolon.anonymizer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine;

/** The commands with a keystore in a folder, and what they said last. */
final class CommandLineRun {
    private final Path folder;
    private StringWriter out = new StringWriter();
    private StringWriter err = new StringWriter();

    @CommandLine.Command(
            name = "symbolon",
            subcommands = {
                KeystoreCommand.class,
                AnonymizeCommand.class,
                PersonalizeCommand.class,
                DecryptAttributesCommand.class
            })
    private static final class Root {}

    CommandLineRun(Path folder) throws IOException {
        this.folder = folder;
        Files.writeString(folder.resolve("password"), "correct horse\n");
        int exit =
                run("keystore", "create", path("k.p12"), "--organisation", "wcpt", "--password-file", path("password"));
        if (exit != 0) {
            throw new IllegalStateException(err.toString());
        }
    }

    /** With keystore, identity folder, password and JSON. */
    int anonymize(Path in, String... more) {
        return run(arguments("anonymize", "--identity-out", in, more));
    }

    /** Into the folder {@code back}. */
    int personalize(Path in) {
        return run(arguments("personalize", "--identity", in, "--out", path("back")));
    }

    String[] arguments(String command, String identityOption, Path in, String... more) {
        List<String> arguments = new ArrayList<>(List.of(
                command,
                in.toString(),
                "--keystore",
                path("k.p12"),
                identityOption,
                path("identity"),
                "--password-file",
                path("password"),
                "--json"));
        arguments.addAll(List.of(more));
        return arguments.toArray(new String[0]);
    }

    int run(String... arguments) {
        out = new StringWriter();
        err = new StringWriter();
        return new CommandLine(new Root())
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }

    JsonNode lastLine() throws IOException {
        List<JsonNode> lines = lines();
        return lines.get(lines.size() - 1);
    }

    List<JsonNode> lines() throws IOException {
        List<JsonNode> lines = new ArrayList<>();
        for (String line : out.toString().lines().toList()) {
            lines.add(new ObjectMapper().readTree(line));
        }
        return lines;
    }

    String errors() {
        return err.toString();
    }

    String path(String name) {
        return folder.resolve(name).toString();
    }

    /** All files below a folder; none if it is not there. */
    static List<Path> files(Path folder) {
        if (!Files.exists(folder)) {
            return List.of();
        }
        try (Stream<Path> walk = Files.walk(folder)) {
            return walk.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

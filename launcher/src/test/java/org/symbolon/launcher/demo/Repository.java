package org.symbolon.launcher.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The front door of this checkout, as a user would use it; the launcher's libraries were packaged before integration tests run. */
final class Repository {
    static final Path ROOT = Path.of(System.getProperty("symbolon.repository.root"))
            .toAbsolutePath()
            .normalize();

    private static final int MINUTES = 9;

    private Repository() {}

    /** Runs {@code ./symbolon ARGUMENTS} and returns its standard output; fails with what it said where the exit code is not 0. */
    static String symbolon(Path folder, String... arguments) throws IOException, InterruptedException {
        Path out = folder.resolve("stdout");
        Path err = folder.resolve("stderr");
        List<String> command = new ArrayList<>(List.of(ROOT.resolve("symbolon").toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile());
        builder.environment().put("SYMBOLON_BUILD", "never");
        Process process = builder.start();
        if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
            process.destroy();
            assertThat(process.waitFor(1, TimeUnit.MINUTES))
                    .as("ends on SIGTERM")
                    .isTrue();
        }
        assertThat(process.exitValue())
                .as(() -> command + "\n" + tail(out) + "\n" + tail(err))
                .isZero();
        return Files.readString(out);
    }

    /** The JSON object in the last line of a command's output. */
    static JsonNode lastLine(String output) throws IOException {
        String[] lines = output.strip().split("\n", -1);
        return new ObjectMapper().readTree(lines[lines.length - 1]);
    }

    private static String tail(Path file) {
        try {
            String text = Files.readString(file);
            return text.substring(Math.max(0, text.length() - 3000));
        } catch (IOException e) {
            return e.toString();
        }
    }
}

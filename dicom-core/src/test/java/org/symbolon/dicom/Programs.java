package org.symbolon.dicom;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Other people's programs that we are compared with. */
final class Programs {
    private static final int PATIENCE_SECONDS = 120;

    private Programs() {}

    record Result(int exitCode, String output) {}

    /** Runs a program, its standard output and nothing else collected as ISO 8859-1, in which every byte is a character. */
    static Result run(Path folder, List<String> command) throws IOException {
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        try {
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError(command.get(0) + " does not end");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
        return new Result(process.exitValue(), output);
    }

    /** Skips the test if the command does not run. */
    static void assumeRuns(String what, List<String> command) {
        boolean runs;
        try {
            runs = run(Path.of("."), command).exitCode() == 0;
        } catch (IOException e) {
            runs = false;
        }
        assumeTrue(runs, what + " is not installed");
    }
}

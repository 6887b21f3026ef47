package org.symbolon.launcher.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.symbolon.model.ErrorCode;
import org.symbolon.model.SymbolonException;

/**
 * One side of the system as a process of its own, started through the {@code symbolon} script. Its output goes to a log
 * file. Ends with {@link #close} by SIGTERM, after a grace period by SIGKILL, always by its own process id.
 */
final class ChildProcess implements AutoCloseable {
    private static final Duration GRACE = Duration.ofSeconds(40);

    private final String name;
    private final Process process;
    private final Path readyFile;
    private final Path log;

    private ChildProcess(String name, Process process, Path readyFile, Path log) {
        this.name = name;
        this.process = process;
        this.readyFile = readyFile;
        this.log = log;
    }

    static ChildProcess dataCentre(Path root, DemoFolder folder, Path configuration) throws IOException {
        return side("data-centre", "mdc", root, folder, configuration);
    }

    static ChildProcess agent(Path root, DemoFolder folder, Path configuration) throws IOException {
        return side("agent", "agent", root, folder, configuration);
    }

    private static ChildProcess side(String name, String command, Path root, DemoFolder folder, Path configuration)
            throws IOException {
        return start(
                name,
                root,
                List.of(command, "start", "--config", configuration.toString()),
                folder.root().resolve(name + ".ready"),
                folder.logs().resolve(name + ".log"));
    }

    /** Starts {@code symbolon ARGUMENTS --ready-file FILE}; the file is deleted first, its coming means readiness. */
    private static ChildProcess start(String name, Path root, List<String> arguments, Path readyFile, Path log)
            throws IOException {
        Path pidFile = readyFile.resolveSibling(name + ".pid");
        endOrphan(pidFile, arguments);
        Files.deleteIfExists(readyFile);
        List<String> command = new ArrayList<>();
        command.add(root.resolve("symbolon").toString());
        command.addAll(arguments);
        command.add("--ready-file");
        command.add(readyFile.toString());
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("SYMBOLON_BUILD", "never");
        builder.redirectErrorStream(true);
        builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
        Process process = builder.start();
        Files.writeString(pidFile, process.pid() + "\n");
        return new ChildProcess(name, process, readyFile, log);
    }

    /** A demo that was killed could not end its children: the one that its pid file names is ended, if it still runs with our configuration. */
    private static void endOrphan(Path pidFile, List<String> arguments) throws IOException {
        if (!Files.exists(pidFile)) {
            return;
        }
        String text = Files.readString(pidFile).strip();
        if (!text.matches("\\d{1,9}")) {
            return;
        }
        Optional<ProcessHandle> orphan = ProcessHandle.of(Long.parseLong(text))
                .filter(handle -> handle.info()
                        .arguments()
                        .map(List::of)
                        .filter(found -> found.containsAll(arguments))
                        .isPresent());
        if (orphan.isPresent()) {
            orphan.get().destroy();
            orphan.get().onExit().orTimeout(GRACE.toSeconds(), TimeUnit.SECONDS).join();
        }
    }

    /** Waits until the process says that it serves, and returns what it wrote. */
    JsonNode awaitReady(Duration timeout) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + timeout.toNanos();
        while (!Files.exists(readyFile)) {
            if (!process.isAlive()) {
                throw problem("ended with exit code " + process.exitValue() + " before it was ready");
            }
            if (System.nanoTime() > deadline) {
                throw problem("was not ready after " + timeout.toSeconds() + " s");
            }
            TimeUnit.MILLISECONDS.sleep(50);
        }
        return new ObjectMapper().readTree(readyFile.toFile());
    }

    /** Fails when the process has ended by itself. */
    void requireAlive() {
        if (!process.isAlive()) {
            throw problem("ended with exit code " + process.exitValue());
        }
    }

    /** Ends the process as a power cut would (SIGKILL), for tests; returns when it is gone. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(GRACE.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private SymbolonException problem(String what) {
        return new SymbolonException(
                ErrorCode.OUT_OF_RESOURCES, "The " + name + " " + what + ". Its log tells why: " + log);
    }
}

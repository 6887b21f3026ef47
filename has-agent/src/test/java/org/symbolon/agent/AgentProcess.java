package org.symbolon.agent;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/** {@code agent start} in a process of its own, to be killed. */
final class AgentProcess implements AutoCloseable {
    private static final Pattern PORTS =
            Pattern.compile("DICOM 127\\.0\\.0\\.1:(\\d+),.* MLLP 127\\.0\\.0\\.1:(\\d+),");

    private final Process process;
    private final int intakePort;
    private final int mllpPort;

    private AgentProcess(Process process, int intakePort, int mllpPort) {
        this.process = process;
        this.intakePort = intakePort;
        this.mllpPort = mllpPort;
    }

    int intakePort() {
        return intakePort;
    }

    int mllpPort() {
        return mllpPort;
    }

    /** What runs in the other process. */
    static final class Main {
        private Main() {}

        public static void main(String[] arguments) {
            System.exit(new CommandLine(new AgentCommand()).execute(arguments));
        }
    }

    /** Returns when it says that it is ready. */
    static AgentProcess start(Path folder, Path passwordFile, int dataCentrePort, int recordsPort) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "start",
                "--data-dir",
                folder.toString(),
                "--password-file",
                passwordFile.toString()));
        for (String setting : List.of(
                "source=clinic",
                "intake.port=0",
                "intake.mllp.port=0",
                "data-centre.tls=false",
                "data-centre.port=" + dataCentrePort,
                "data-centre.records.port=" + recordsPort,
                "sender.first-pause=100ms",
                "sender.longest-pause=500ms",
                "sender.batch=5")) {
            command.add("-D");
            command.add(setting);
        }
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        @Nullable String line = lines.readLine();
        Matcher ready = PORTS.matcher(line == null ? "" : line);
        if (!ready.find()) {
            process.destroyForcibly();
            throw new IOException("The agent did not start");
        }
        return new AgentProcess(process, Integer.parseInt(ready.group(1)), Integer.parseInt(ready.group(2)));
    }

    /** SIGKILL. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** SIGTERM; the exit code, which Java makes 143. */
    int stop() throws InterruptedException {
        process.destroy();
        return process.waitFor();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}

package org.symbolon.dicom.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/** Runs DCMTK's command line tools. Where they are missing, tests are skipped, but fail on a build server (CI=true). */
final class Dcmtk implements AutoCloseable {
    private final Process process;
    private final Path log;

    private Dcmtk(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    static void require(String tool) {
        boolean there = Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, tool)));
        if (!there && "true".equals(System.getenv("CI"))) {
            fail(tool + " of DCMTK is not installed");
        }
        Assumptions.assumeTrue(there, tool + " of DCMTK is not installed");
    }

    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** Runs a tool to its end; returns its exit code. */
    static int run(Path folder, String... command) throws IOException, InterruptedException {
        try (Dcmtk tool = begin(folder, command)) {
            assertThat(tool.process.waitFor(60, TimeUnit.SECONDS)).isTrue();
            return tool.process.exitValue();
        }
    }

    /** Starts a server and waits until it listens. */
    static Dcmtk serve(Path folder, int port, String... command) throws IOException, InterruptedException {
        Dcmtk tool = begin(folder, command);
        for (int i = 0; i < 200; i++) {
            try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
                assertThat(socket.isConnected()).isTrue();
                return tool;
            } catch (IOException e) {
                assertThat(tool.process.isAlive()).as(tool.log()).isTrue();
                Thread.sleep(50);
            }
        }
        tool.close();
        return fail(command[0] + " does not listen: " + tool.log());
    }

    private static Dcmtk begin(Path folder, String... command) throws IOException {
        require(command[0]);
        List<String> line = new ArrayList<>(Arrays.asList(command));
        Path log = Files.createTempFile(folder, command[0], ".log");
        ProcessBuilder builder = new ProcessBuilder(line)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().put("TCP_NODELAY", "1");
        return new Dcmtk(builder.start(), log);
    }

    String log() throws IOException {
        return Files.readString(log);
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(5, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
        }
    }
}

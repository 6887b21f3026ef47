package org.symbolon.dicomtools.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.symbolon.dicom.DataSet;
import org.symbolon.dicom.Part10Writer;
import org.symbolon.dicom.Tags;
import org.symbolon.dicom.TransferSyntax;
import org.symbolon.dicom.Uids;
import org.symbolon.dicom.Vr;
import org.symbolon.dicomtools.DicomCommand;
import org.symbolon.model.SymbolonException;
import picocli.CommandLine;

/** The commands as a user calls them, against each other. */
@Timeout(60)
class NetworkCommandsTest {
    @TempDir
    Path folder;

    private int port;

    private record Run(int exitCode, String out, String err) {}

    @BeforeEach
    void choosePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
    }

    private static Run run(String... arguments) {
        CommandLine command = DicomCommand.commandLine();
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        command.setOut(new PrintWriter(out, true));
        command.setErr(new PrintWriter(err, true));
        command.setExecutionExceptionHandler((e, line, result) -> {
            line.getErr().println(e.getMessage());
            return e instanceof SymbolonException known ? known.code().exitCode() : 1;
        });
        return new Run(command.execute(arguments), out.toString(), err.toString());
    }

    private CompletableFuture<Run> receive(String... more) throws Exception {
        String[] arguments = Stream.concat(
                        Stream.of("receive", "--port", String.valueOf(port), "--out", out().toString()),
                        Stream.of(more))
                .toArray(String[]::new);
        CompletableFuture<Run> receiver = CompletableFuture.supplyAsync(() -> run(arguments));
        for (int i = 0; i < 200; i++) {
            try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
                assertThat(socket.isConnected()).isTrue();
                return receiver;
            } catch (IOException e) {
                TimeUnit.MILLISECONDS.sleep(50);
            }
        }
        throw new IllegalStateException("It does not listen");
    }

    private Path out() {
        return folder.resolve("out");
    }

    private String peer() {
        return "ARCHIVE@127.0.0.1:" + port;
    }

    private Path write(String name, String uid, int value) throws IOException {
        DataSet dataSet = new DataSet()
                .putString(Tags.SOPClassUID, Uids.CTImageStorage)
                .putString(Tags.SOPInstanceUID, uid)
                .putString(Tags.StudyInstanceUID, "1.2.8")
                .putString(Tags.SeriesInstanceUID, "1.2.9")
                .putBytes(Tags.PixelData, Vr.OW, new byte[] {(byte) value, 0});
        Path file = Files.createDirectories(folder.resolve("in")).resolve(name);
        Part10Writer.write(file, dataSet, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN);
        return file;
    }

    private List<String> received() throws IOException {
        try (Stream<Path> files = Files.walk(out())) {
            return files.filter(Files::isRegularFile)
                    .map(file -> out().relativize(file).toString())
                    .sorted()
                    .toList();
        }
    }

    @Test
    void storesAFolderAndHasItCommitted() throws Exception {
        for (int i = 1; i <= 5; i++) {
            write("file" + i, "1.2.3." + i, i);
        }
        CompletableFuture<Run> receiver = receive("--count", "6", "--commit", "--layout", "study", "--no-fsync");
        assertThat(run("echo", peer()).exitCode()).isZero();
        Run stored = run("store", peer(), folder.resolve("in").toString(), "--commit", "--associations", "2");
        assertThat(stored.exitCode()).isZero();
        assertThat(stored.out()).contains("5 stored").contains("5 committed, 0 not, 0 unanswered");
        assertThat(received()).contains("1.2.8/1.2.9/1.2.3.1.dcm").hasSize(5);
        Path other = write("other", "1.2.3.1", 77);
        assertThat(run("store", peer(), other.toString()).exitCode()).isZero();
        assertThat(receiver.get(20, TimeUnit.SECONDS).exitCode()).isZero();
        assertThat(received()).contains("1.2.8/1.2.9/1.2.3.1-1.dcm").hasSize(6);
    }

    @Test
    void sameObjectAgainChangesNothingAndJsonNamesEach() throws Exception {
        Path file = write("file", "1.2.3", 1);
        CompletableFuture<Run> receiver = receive("--count", "2", "--json");
        Run twice = run("store", peer(), file.toString(), file.toString(), "--json");
        assertThat(twice.exitCode()).isZero();
        assertThat(twice.out().lines().toList()).hasSize(3).last().asString().contains("\"stored\":2");
        assertThat(receiver.get(20, TimeUnit.SECONDS).out()).contains("\"sopInstanceUid\":\"1.2.3\"");
        assertThat(received()).containsExactly("1.2.3.dcm");
        assertThat(Files.mismatch(file, out().resolve("1.2.3.dcm"))).isNegative();
    }

    @Test
    void whatIsNotDicomFailsAndTheRestIsSent() throws Exception {
        write("good", "1.2.3", 1);
        Files.writeString(folder.resolve("in").resolve("bad"), "This is a letter and no image");
        CompletableFuture<Run> receiver = receive("--count", "1");
        Run run = run("store", peer(), folder.resolve("in").toString());
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out()).contains("1 stored").contains("1 not").contains("NOT_DICOM");
        assertThat(receiver.get(20, TimeUnit.SECONDS).exitCode()).isZero();
    }

    @Test
    void peerThatIsNotThere() throws Exception {
        Path file = write("file", "1.2.3", 1);
        assertThat(run("echo", "127.0.0.1:" + port).exitCode()).isEqualTo(69);
        Run store = run("store", "127.0.0.1:" + port, file.toString(), "--associations", "3");
        assertThat(store.exitCode()).isEqualTo(69);
        assertThat(store.err()).contains("1 files were not sent");
    }

    @Test
    void wrongUsageSaysWhatIsWrong() {
        assertThat(run("find", "127.0.0.1:1", "--key", "NoSuchKeyword").err()).contains("--key takes keywords");
        assertThat(run("echo", "@").exitCode()).isEqualTo(2);
        assertThat(run("echo", "127.0.0.1:1", "--tls").err()).contains("--tls needs");
        assertThat(run("get", "127.0.0.1:1", "--out", "x").err()).contains("Say what to retrieve");
        assertThat(run("get", "127.0.0.1:1", "--model", "worklist", "--key", "PatientID=1", "--out", "x")
                        .exitCode())
                .isEqualTo(2);
    }

    @Test
    void everyCommandExplainsItself() {
        for (String command : List.of("echo", "store", "find", "get", "move", "receive")) {
            Run help = run(command, "--help");
            assertThat(help.exitCode()).isZero();
            assertThat(help.out()).contains("Exit code 0").contains("--timeout").contains("--tls");
        }
    }

    @Test
    void aReceiverTakesAtLeastOneAssociation() {
        Run refused =
                run("receive", "--port", "0", "--out", out().toString(), "--max-associations", "0", "--count", "1");

        assertThat(refused.exitCode()).isEqualTo(2);
        assertThat(refused.err()).contains("--max-associations");
    }
}

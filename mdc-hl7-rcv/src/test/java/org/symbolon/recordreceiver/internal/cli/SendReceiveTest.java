package org.symbolon.recordreceiver.internal.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.symbolon.model.SymbolonException;
import org.symbolon.recordreceiver.TestStores;

class SendReceiveTest {
    private static final Map<String, String> PASSWORDS = Map.of(
            "SYMBOLON_TLS_KEYSTORE_PASSWORD", TestStores.PASSWORD,
            "SYMBOLON_TLS_TRUSTSTORE_PASSWORD", TestStores.PASSWORD);

    @TempDir
    static Path shared = Path.of("");

    @TempDir
    Path folder = Path.of("");

    private static TestStores stores;

    private final ByteArrayOutputStream output = new ByteArrayOutputStream();

    @BeforeAll
    static void makeStores() throws Exception {
        stores = TestStores.create(shared.resolve("tls"));
    }

    private static String[] arguments(String who, String... own) {
        List<String> arguments = new ArrayList<>(List.of(own));
        arguments.addAll(List.of(
                "-keystore",
                stores.keyStore(who).toString(),
                "-truststore",
                stores.trustStore().toString()));
        return arguments.toArray(new String[0]);
    }

    private ReceiveServer receive() throws IOException {
        return ReceiveServer.start(Objects.requireNonNull(ReceiveArguments.parse(
                arguments(
                        "server",
                        "-port",
                        "127.0.0.1:0",
                        "-dest",
                        folder.resolve("in").toString()),
                PASSWORDS)));
    }

    private boolean send(int port) throws IOException {
        SendArguments parsed = Objects.requireNonNull(SendArguments.parse(
                arguments(
                        "client",
                        "-url",
                        "127.0.0.1:" + port,
                        "-file",
                        folder.resolve("out").toString()),
                PASSWORDS));
        return new Sender(parsed, new PrintStream(output, true, StandardCharsets.UTF_8)).send();
    }

    @Test
    void whatArrivesIsWhatWasSentAndTheRestIsNamed() throws IOException {
        Path out = Files.createDirectories(folder.resolve("out/sub"));
        Files.writeString(out.resolve("a.hl7"), "MSH|^~\\&|A|B\rPID|1\r");
        Files.writeString(out.resolve("b.xml"), "<ClinicalDocument xmlns='urn:hl7-org:v3'/>");
        Files.writeString(out.resolve("c.txt"), "no record");
        try (ReceiveServer server = receive()) {
            assertThat(send(server.port())).isFalse();
            Files.delete(out.resolve("c.txt"));
            assertThat(send(server.port())).isTrue();
        }
        assertThat(output.toString(StandardCharsets.UTF_8))
                .contains("c.txt", "2 records stored, 1 not", "2 records stored, 0 not", "STORED");
        try (Stream<Path> files = Files.list(folder.resolve("in"))) {
            assertThat(files.map(SendReceiveTest::text))
                    .containsExactlyInAnyOrder(text(out.resolve("a.hl7")), text(out.resolve("b.xml")));
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void urlNeedsAPortAndMayHaveMore() {
        assertThat(url("mdc:9183")).isEqualTo(URI.create("https://mdc:9183/records"));
        assertThat(url("https://mdc:9183/")).isEqualTo(URI.create("https://mdc:9183/records"));
        assertThat(url("https://mdc:9183/gate/records")).isEqualTo(URI.create("https://mdc:9183/gate/records"));
        for (String wrong : new String[] {"http://mdc:9183", "https://mdc", "mdc", "a b:1"}) {
            assertThatThrownBy(() -> url(wrong)).isInstanceOf(SymbolonException.class);
        }
    }

    private static URI url(String text) {
        return Objects.requireNonNull(SendArguments.parse(arguments("client", "-url", text, "-file", "x"), PASSWORDS))
                .url();
    }

    @Test
    void passwordsOnTheCommandLineWarn() {
        SendArguments parsed = Objects.requireNonNull(SendArguments.parse(
                arguments("client", "-url", "mdc:1", "-file", "x", "-keystorepw", "p", "-truststorepw", "p"),
                Map.of()));
        assertThat(parsed.tls().warnings()).hasSize(1);
        assertThat(SendArguments.parse(new String[] {"-help"}, Map.of())).isNull();
        assertThatThrownBy(() ->
                        ReceiveArguments.parse(arguments("server", "-port", "1", "-dest", "hdfs://host:1"), PASSWORDS))
                .isInstanceOf(SymbolonException.class)
                .hasMessageContaining("-organisation");
    }
}

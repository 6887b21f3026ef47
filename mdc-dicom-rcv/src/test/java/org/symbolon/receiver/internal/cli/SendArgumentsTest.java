package org.symbolon.receiver.internal.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.symbolon.model.ErrorCode;
import org.symbolon.model.SymbolonException;
import org.symbolon.model.TlsSettings;

class SendArgumentsTest {
    private static SendArguments parse(String line) {
        return Objects.requireNonNull(SendArguments.parse(line.split(" "), Map.of()));
    }

    @ParameterizedTest
    @CsvSource({
        "STORE, STORE, 127.0.0.1, 104",
        "STORE@pacs, STORE, pacs, 104",
        "STORE@pacs:11112, STORE, pacs, 11112",
        "STORE@[::1]:11112, STORE, ::1, 11112",
        "STORE@[::1], STORE, ::1, 104",
    })
    void readsWhomToSendTo(String text, String aeTitle, String host, int port) {
        assertThat(AeAddress.parse(text)).isEqualTo(new AeAddress(aeTitle, host, port));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "@host", "A@", "A@:1", "A@h:", "A@h:x", "A@h:65536", "SEVENTEEN_LETTERS", "A\\B"})
    void refusesAnAddressThatIsNone(String text) {
        assertThatThrownBy(() -> AeAddress.parse(text))
                .isInstanceOfSatisfying(
                        SymbolonException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.USAGE));
    }

    @Test
    void isPlainWithoutTls() {
        SendArguments arguments = parse("STORE@h:1 a b");
        assertThat(arguments.tls().tls()).isNull();
        assertThat(arguments.tls().warnings()).isEmpty();
        assertThat(arguments.inputs()).containsExactly(Path.of("a"), Path.of("b"));
    }

    @Test
    void takesOptionsAnywhereAndWarnsOfVisiblePasswords() {
        SendArguments arguments = parse(
                "-tls AES STORE@h:1 -keystore k.p12 -keystorepw hunter2 a -truststore file:t.jks -truststorepw p2");
        TlsSettings tls = Objects.requireNonNull(arguments.tls().tls());
        assertThat(tls.keyStore()).isEqualTo(Path.of("k.p12"));
        assertThat(tls.trustStore()).isEqualTo(Path.of("t.jks"));
        assertThat(tls.keyStorePassword().copy()).containsExactly("hunter2".toCharArray());
        assertThat(arguments.tls().warnings()).singleElement().asString().contains("can be seen");
        assertThat(arguments.toString()).doesNotContain("hunter2");
    }

    @Test
    void takesPasswordsFromTheEnvironment() {
        String[] line = "STORE@h:1 a -tls aes -keystore k -truststore t".split(" ");
        SendArguments arguments = Objects.requireNonNull(SendArguments.parse(
                line, Map.of("SYMBOLON_TLS_KEYSTORE_PASSWORD", "x", "SYMBOLON_TLS_TRUSTSTORE_PASSWORD", "y")));
        assertThat(arguments.tls().tls()).isNotNull();
        assertThat(arguments.tls().warnings()).isEmpty();
    }

    @Test
    void saysThatStoresAreUnusedWhenPlain() {
        assertThat(parse("STORE a -keystore k").tls().warnings())
                .singleElement()
                .asString()
                .contains("plain");
    }

    @ParameterizedTest
    @ValueSource(strings = {"NULL", "3DES", "3des", "RC4"})
    void refusesWeakCiphers(String cipher) {
        assertThatThrownBy(
                        () -> parse("STORE a -keystore k -keystorepw p -truststore t -truststorepw p -tls " + cipher))
                .hasMessageContaining("AES");
    }

    @ParameterizedTest
    @ValueSource(strings = {"STORE", "STORE a -unknown", "STORE a -tls AES", "STORE a -tls"})
    void refusesIncompleteLines(String line) {
        assertThatThrownBy(() -> parse(line))
                .isInstanceOfSatisfying(
                        SymbolonException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.USAGE));
    }

    @Test
    void helpNeedsNothingElse() {
        assertThat(SendArguments.parse(new String[] {"-help"}, Map.of())).isNull();
        assertThat(SendArguments.HELP).contains("-keystorepw", "-truststorepw", "-tls", "<aet>[@<host>[:<port>]]");
    }
}

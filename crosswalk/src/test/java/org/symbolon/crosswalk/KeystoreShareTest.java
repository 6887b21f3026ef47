package org.symbolon.crosswalk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.symbolon.model.ErrorCode;
import org.symbolon.model.Secret;
import org.symbolon.model.SymbolonException;

/** Two of three shares, typed in with all the care and all the mistakes of people. */
class KeystoreShareTest {
    @TempDir
    Path folder;

    private Keystore keystore;
    private List<String> texts;

    @BeforeEach
    void split() throws IOException {
        keystore = Samples.keystore(folder);
        texts = keystore.split().stream()
                .map(share -> share.text(Samples.ORGANISATION))
                .toList();
    }

    @AfterEach
    void close() {
        keystore.close();
    }

    @Test
    void anyTwoGiveTheKeystoreBack() throws IOException {
        String patient;
        try (Crosswalk crosswalk = Crosswalk.open(folder.resolve("store"), keystore)) {
            patient = crosswalk.patient(Samples.person(1)).id();
            crosswalk.commit(Samples.half(keystore.pseudonyms(), patient, 1, 1));
        }
        for (int[] pair : new int[][] {{0, 1}, {1, 0}, {0, 2}, {2, 1}}) {
            Path file = folder.resolve("restored-" + pair[0] + pair[1]);
            try (Keystore restored = Keystore.restore(
                            file,
                            Secret.of("a new one"),
                            KeystoreShare.parse(texts.get(pair[0])),
                            KeystoreShare.parse(texts.get(pair[1])));
                    Crosswalk crosswalk = Crosswalk.openForReading(folder.resolve("store"), restored)) {
                assertThat(restored.info()).isEqualTo(keystore.info());
                assertThat(restored.pseudonyms().uid("p", "1.2.3"))
                        .isEqualTo(keystore.pseudonyms().uid("p", "1.2.3"));
                crosswalk.forEachHalf(
                        half -> assertThat(half.patientPseudonym()).isEqualTo(patient));
            }
            Keystore.open(file, Secret.of("a new one")).close();
        }
    }

    @Test
    void caseBlanksAndLettersThatLookLikeDigitsDoNotMatter() throws IOException {
        String typed = texts.get(0)
                .toLowerCase(Locale.ROOT)
                .replace('0', 'o')
                .replace("\n", "  \r\n\r\n")
                .replaceAll("(?m)^( *)(\\d*)o(\\d*):", "$1$20$3:");
        Keystore.restore(
                        folder.resolve("restored"),
                        Secret.of("x"),
                        KeystoreShare.parse(typed),
                        KeystoreShare.parse(texts.get(1)))
                .close();
        assertThat(folder.resolve("restored")).exists();
    }

    @Test
    void everyMisreadSymbolIsFoundWithItsLine() {
        String text = texts.get(1);
        int line = 0;
        int found = 0;
        int named = 0;
        for (String each : text.split("\n")) {
            if (!each.matches(" *\\d+: .*")) {
                continue;
            }
            line++;
            int at = each.indexOf(':') + 2 + line % 4;
            char changed = each.charAt(at) == 'Z' ? 'Y' : 'Z';
            String bad = each.substring(0, at) + changed + each.substring(at + 1);
            SymbolonException refusal =
                    catchThrowableOfType(SymbolonException.class, () -> KeystoreShare.parse(text.replace(each, bad)));
            assertThat(refusal.code()).isEqualTo(ErrorCode.DAMAGED);
            named += String.valueOf(refusal.getMessage()).contains("Line " + line + " ") ? 1 : 0;
            String without = text.replace(each + "\n", "");
            assertFails(ErrorCode.DAMAGED, () -> KeystoreShare.parse(without));
            found++;
        }
        assertThat(found).isGreaterThan(5);
        // one line's check in 1,024 fits a misread line too: then the check of the whole share finds it, without its
        // line
        assertThat(named).isGreaterThanOrEqualTo(found - 2);
    }

    @Test
    void sharesThatDoNotBelongTogetherAreRefused() {
        KeystoreShare one = KeystoreShare.parse(texts.get(0));
        KeystoreShare ofAnotherSplitting = keystore.split().get(1);
        Path file = folder.resolve("restored");
        assertFails(ErrorCode.HALVES_DO_NOT_MATCH, () -> Keystore.restore(file, Secret.of("x"), one, one));
        assertFails(
                ErrorCode.HALVES_DO_NOT_MATCH, () -> Keystore.restore(file, Secret.of("x"), one, ofAnotherSplitting));
        assertFails(ErrorCode.DAMAGED, () -> KeystoreShare.parse("nothing of the kind"));
        assertThat(file).doesNotExist();
    }

    @Test
    void restoringReplacesNothing() throws IOException {
        Path file = Files.writeString(folder.resolve("precious"), "precious");
        assertFails(
                ErrorCode.USAGE,
                () -> Keystore.restore(
                        file, Secret.of("x"), KeystoreShare.parse(texts.get(0)), KeystoreShare.parse(texts.get(1))));
        assertThat(file).hasContent("precious");
    }

    @Test
    void noShareHoldsAKeyInPlainForm() {
        assertThat(texts.get(0)).isNotEqualTo(texts.get(1));
        assertThat(keystore.split().get(0).text(Samples.ORGANISATION)).isNotEqualTo(texts.get(0));
        assertThat(keystore.split().toString()).isEqualTo("[[share 1], [share 2], [share 3]]");
    }

    @Test
    void thePasswordChangesAndTheKeysStay() throws IOException {
        Path file = folder.resolve("keys.p12");
        byte[] before = Files.readAllBytes(file);
        assertFails(ErrorCode.WRONG_KEY, () -> Keystore.changePassword(file, Secret.of("wrong"), Secret.of("new one")));
        assertThat(Files.readAllBytes(file)).isEqualTo(before);
        Keystore.changePassword(file, Samples.password(), Secret.of("new one"));
        assertFails(ErrorCode.WRONG_KEY, () -> Keystore.open(file, Samples.password()));
        try (Keystore changed = Keystore.open(file, Secret.of("new one"))) {
            assertThat(changed.info()).isEqualTo(keystore.info());
        }
    }

    private static void assertFails(ErrorCode code, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        SymbolonException.class, e -> assertThat(e.code()).isEqualTo(code));
    }
}

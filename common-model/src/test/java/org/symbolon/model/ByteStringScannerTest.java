package org.symbolon.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ByteStringScannerTest {
    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void findsOverlappingAndNestedPatterns() {
        ByteStringScanner scanner =
                new ByteStringScanner(List.of(bytes("Thistlewood"), bytes("wood^Cor"), bytes("absent"), bytes("stle")));
        assertThat(scanner.scan(bytes("..Thistlewood^Cordelia"))).containsExactly(0, 1, 3);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 65_530, 65_536, 65_540, 65_547, 65_548, 131_072, 131_083})
    void findsAcrossBuffersAndAtBothEnds(int position) throws IOException {
        byte[] pattern = bytes("Thistlewood");
        byte[] content = new byte[position + pattern.length];
        System.arraycopy(pattern, 0, content, position, pattern.length);
        ByteStringScanner scanner = new ByteStringScanner(List.of(bytes("0123456789abcdef"), pattern));
        assertThat(scanner.scan(new ByteArrayInputStream(content))).containsExactly(1);
        assertThat(scanner.scan(content)).containsExactly(1);
    }

    @Test
    void doesNotFindWhatIsCutOff() throws IOException {
        ByteStringScanner scanner = new ByteStringScanner(List.of(bytes("Thistlewood")));
        assertThat(scanner.scan(new ByteArrayInputStream(bytes("xxxThistlewoo"))))
                .isEmpty();
        assertThat(scanner.scan(new byte[0])).isEmpty();
    }

    @Test
    void findsNothingWithoutPatterns() throws IOException {
        ByteStringScanner scanner = new ByteStringScanner(new ArrayList<>());
        assertThat(scanner.scan(new ByteArrayInputStream(new byte[200_000]))).isEmpty();
    }

    @Test
    void takesNoPatternShorterThanFourBytes() {
        assertThatThrownBy(() -> new ByteStringScanner(List.of(bytes("abc"))))
                .isInstanceOf(IllegalArgumentException.class);
    }
}

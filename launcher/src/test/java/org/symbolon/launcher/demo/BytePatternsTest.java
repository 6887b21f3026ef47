package org.symbolon.launcher.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BytePatternsTest {
    private static final List<byte[]> PATTERNS = List.of(bytes("Jonaitis"), bytes("Jonaityte"), bytes("onaiti"));

    @Test
    void findsOverlappingPatternsAndTheSamePrefix() {
        List<Integer> found = new ArrayList<>();
        new BytePatterns(PATTERNS).search(bytes("xxJonaitis, JonaityteJonaitis"), found::add);
        assertThat(found).containsExactlyInAnyOrder(0, 2, 1, 0, 2);
    }

    @Test
    void findsPatternsAcrossEveryChunkBorder() throws IOException {
        byte[] haystack = new byte[3 << 20];
        new Random(7).nextBytes(haystack);
        byte[] needle = bytes("Jonaitis");
        List<Integer> places = List.of(0, (1 << 20) - 4, (1 << 20) + 5, (2 << 20) - 1, haystack.length - needle.length);
        for (int place : places) {
            System.arraycopy(needle, 0, haystack, place, needle.length);
        }
        List<Integer> found = new ArrayList<>();
        new BytePatterns(List.of(needle)).search(new ByteArrayInputStream(haystack), found::add);
        assertThat(found).hasSize(places.size());
    }

    @Test
    void refusesPatternsThatNoiseWouldMatch() {
        assertThatThrownBy(() -> new BytePatterns(List.of(bytes("abcde"))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}

package org.symbolon.archive.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PortsTest {
    @TempDir
    private Path folder = Path.of("");

    @Test
    void portsAreChosenOnceAndDiffer() throws IOException {
        Path file = folder.resolve("ports.properties");
        List<Integer> first = all(Ports.remembered(file));
        assertThat(first).doesNotHaveDuplicates().allMatch(port -> port > 0);
        assertThat(all(Ports.remembered(file))).isEqualTo(first);
    }

    @Test
    void onlyATakenPortMoves() throws IOException {
        Path file = folder.resolve("ports.properties");
        List<Integer> first = all(Ports.remembered(file));
        int index = List.of(Ports.Service.values()).indexOf(Ports.Service.MASTER);
        try (ServerSocket taken = new ServerSocket(first.get(index), 1, InetAddress.getLoopbackAddress())) {
            List<Integer> second = all(Ports.remembered(file));
            assertThat(second.get(index)).isNotEqualTo(taken.getLocalPort());
            second.set(index, first.get(index));
            assertThat(second).isEqualTo(first);
        }
    }

    @Test
    void malformedFileIsChosenAnew() throws IOException {
        Path file = folder.resolve("ports.properties");
        Files.writeString(file, "namenode=99999\nzookeeper=x\nmaster=-1\n");
        assertThat(all(Ports.remembered(file))).doesNotHaveDuplicates().allMatch(port -> port > 0 && port <= 65_535);
    }

    private static List<Integer> all(Ports ports) {
        return Arrays.asList(
                Arrays.stream(Ports.Service.values()).map(ports::of).toArray(Integer[]::new));
    }
}

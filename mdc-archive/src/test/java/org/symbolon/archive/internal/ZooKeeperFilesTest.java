package org.symbolon.archive.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.apache.zookeeper.server.DataTree;
import org.apache.zookeeper.server.persistence.FileTxnSnapLog;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ZooKeeperFilesTest {
    @TempDir
    private Path folder = Path.of("");

    @Test
    void newestThreeSnapshotsAndTheirLogsStay() throws IOException {
        for (int snapshot : new int[] {2, 4, 6, 8, 10}) {
            snapshot(snapshot);
        }
        for (int log : new int[] {1, 3, 5, 7, 9}) {
            Files.writeString(folder.resolve("version-2/log." + Integer.toHexString(log)), "");
        }
        ZooKeeperFiles.purge(folder);
        // Snapshot 6 is the oldest kept one; the log it falls into began with 5.
        assertThat(names()).containsExactly("log.5", "log.7", "log.9", "snapshot.6", "snapshot.8", "snapshot.a");
    }

    @Test
    void fewSnapshotsAllStay() throws IOException {
        snapshot(2);
        Files.writeString(folder.resolve("version-2/log.1"), "");
        ZooKeeperFiles.purge(folder);
        assertThat(names()).isEqualTo(List.of("log.1", "snapshot.2"));
    }

    @Test
    void missingFolderIsNoError() throws IOException {
        ZooKeeperFiles.purge(folder.resolve("none"));
    }

    private void snapshot(long zxid) throws IOException {
        DataTree tree = new DataTree();
        tree.lastProcessedZxid = zxid;
        FileTxnSnapLog store = new FileTxnSnapLog(folder.toFile(), folder.toFile());
        store.save(tree, new ConcurrentHashMap<>(), true);
        store.close();
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("version-2"))) {
            return List.copyOf(files.map(file -> file.getFileName().toString())
                    .collect(TreeSet::new, TreeSet::add, TreeSet::addAll));
        }
    }
}

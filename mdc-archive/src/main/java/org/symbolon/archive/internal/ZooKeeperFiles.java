package org.symbolon.archive.internal;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.zookeeper.server.persistence.FileTxnSnapLog;
import org.apache.zookeeper.server.persistence.Util;

/**
 * Clears ZooKeeper's folder before it starts: of snapshots all but the newest few, of logs all that these do not need.
 * ZooKeeper's own tool for it prints to standard output, which belongs to our commands.
 */
final class ZooKeeperFiles {
    private static final int SNAPSHOTS_KEPT = 3;
    private static final String SNAPSHOT = "snapshot";
    private static final String LOG = "log";

    private ZooKeeperFiles() {}

    static void purge(Path folder) throws IOException {
        Path versioned = folder.resolve("version-2");
        if (!Files.isDirectory(versioned)) {
            return;
        }
        FileTxnSnapLog store = new FileTxnSnapLog(folder.toFile(), folder.toFile());
        try {
            List<File> snapshots = store.findNValidSnapshots(SNAPSHOTS_KEPT);
            if (snapshots.size() == SNAPSHOTS_KEPT) {
                long oldestKept =
                        Util.getZxidFromName(snapshots.get(SNAPSHOTS_KEPT - 1).getName(), SNAPSHOT);
                // The log that a snapshot falls into began before it.
                Set<File> needed = new HashSet<>(Arrays.asList(store.getSnapshotLogs(oldestKept)));
                deleteOlder(versioned, oldestKept, needed);
            }
        } finally {
            store.close();
        }
    }

    private static void deleteOlder(Path folder, long oldestKept, Set<File> needed) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.list(folder)) {
            files = all.toList();
        }
        for (Path file : files) {
            String name = file.getFileName().toString();
            boolean older = isOlder(name, SNAPSHOT, oldestKept) || isOlder(name, LOG, oldestKept);
            if (older && !needed.contains(file.toFile())) {
                Files.delete(file);
            }
        }
    }

    private static boolean isOlder(String name, String kind, long oldestKept) {
        return name.startsWith(kind + ".") && Util.getZxidFromName(name, kind) < oldestKept;
    }
}

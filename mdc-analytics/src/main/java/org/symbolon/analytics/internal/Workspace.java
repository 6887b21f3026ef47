package org.symbolon.analytics.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.io.SequenceFile;
import org.apache.hadoop.io.Writable;
import org.apache.hadoop.util.ReflectionUtils;
import org.symbolon.model.ErrorCode;
import org.symbolon.model.SymbolonException;

/** Folders of one analysis, in the cluster's file system and on the local disk; both are gone when it is closed. */
public final class Workspace implements AutoCloseable {
    /** No organisation has this name. */
    private static final String ROOT = "/tmp/symbolon-analytics";

    private static final int MAX_ROWS = 2_000_000;

    private final Configuration configuration;
    private final FileSystem fileSystem;
    private final org.apache.hadoop.fs.Path folder;
    private final Path localFolder;

    private Workspace(Configuration configuration, FileSystem fileSystem, Path localFolder) {
        this.configuration = configuration;
        this.fileSystem = fileSystem;
        this.folder = new org.apache.hadoop.fs.Path(ROOT + "/" + UUID.randomUUID());
        this.localFolder = localFolder;
    }

    /** @param cluster settings of HDFS, HBase and, where the job does not run in this process, of YARN */
    public static Workspace open(Configuration cluster) throws IOException {
        Configuration configuration = new Configuration(cluster);
        Path localFolder = Files.createTempDirectory("symbolon-analytics");
        if (isLocal(configuration)) {
            configuration.set("mapreduce.framework.name", "local");
            configuration.set("hadoop.tmp.dir", localFolder.toString());
            configuration.set(
                    "mapreduce.cluster.local.dir", localFolder.resolve("local").toString());
            configuration.set("mapreduce.jobtracker.staging.root.dir", ROOT + "/staging");
        }
        return new Workspace(configuration, FileSystem.newInstance(configuration), localFolder);
    }

    static boolean isLocal(Configuration configuration) {
        return configuration.get("mapreduce.framework.name", "local").equals("local");
    }

    Configuration configuration() {
        return configuration;
    }

    Path localFolder() {
        return localFolder;
    }

    org.apache.hadoop.fs.Path path(String name) {
        return new org.apache.hadoop.fs.Path(folder, name);
    }

    /** One line of a job's output. */
    interface Line<K, V, R> {
        R of(K key, V value);
    }

    /** All that a job wrote into the folder of that name, in no particular order. */
    <K extends Writable, V extends Writable, R> List<R> read(
            String name, Class<K> keyType, Class<V> valueType, Line<K, V, R> line) throws IOException {
        List<R> rows = new ArrayList<>();
        for (FileStatus file : fileSystem.globStatus(path(name + "/part-*"))) {
            try (SequenceFile.Reader reader =
                    new SequenceFile.Reader(configuration, SequenceFile.Reader.file(file.getPath()))) {
                K key = ReflectionUtils.newInstance(keyType, configuration);
                V value = ReflectionUtils.newInstance(valueType, configuration);
                while (reader.next(key, value)) {
                    if (rows.size() == MAX_ROWS) {
                        throw new SymbolonException(
                                ErrorCode.LIMIT_EXCEEDED, "A table has at most " + MAX_ROWS + " rows: part it by less");
                    }
                    rows.add(line.of(key, value));
                }
            }
        }
        return rows;
    }

    @Override
    public void close() throws IOException {
        try (FileSystem closing = fileSystem) {
            closing.delete(folder, true);
        } finally {
            try (Stream<Path> files = Files.walk(localFolder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }
}

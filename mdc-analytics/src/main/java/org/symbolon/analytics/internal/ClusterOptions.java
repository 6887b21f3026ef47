package org.symbolon.analytics.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.jspecify.annotations.Nullable;
import org.symbolon.archive.ExternalCluster;
import org.symbolon.model.ErrorCode;
import org.symbolon.model.SymbolonException;
import picocli.CommandLine.Option;

/** Options that say where the data centre's cluster is. */
public final class ClusterOptions {
    private static final String PREFIX = "cluster.hadoop.";

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "Settings of the data centre, for cluster.hadoop.*; default: conf/mdc.properties if there.")
    private @Nullable Path config;

    @Option(
            names = "--ready-file",
            paramLabel = "FILE",
            description = "What a running data centre wrote with its own --ready-file: says where its cluster is.")
    private @Nullable Path readyFile;

    @Option(
            names = "-D",
            paramLabel = "KEY=VALUE",
            description =
                    "A setting of Hadoop, such as mapreduce.framework.name=yarn; goes before all others. May be repeated.")
    private Map<String, String> overrides = new LinkedHashMap<>();

    /** Hadoop's own site files on the class path count as well. */
    public Configuration configuration() throws IOException {
        Map<String, String> settings = new LinkedHashMap<>(configured());
        if (readyFile != null) {
            settings.putAll(ready(readyFile));
        }
        settings.putAll(overrides);
        return ExternalCluster.of(settings).configuration();
    }

    private Map<String, String> configured() {
        Path standard = Path.of(System.getProperty("symbolon.root", ""), "conf", "mdc.properties");
        if (config == null && !Files.exists(standard)) {
            return Map.of();
        }
        org.symbolon.model.Configuration file =
                org.symbolon.model.Configuration.read(config == null ? standard : config, Map.of());
        boolean embedded = file.text("cluster", "embedded").equals("embedded");
        if (embedded && readyFile == null && !overrides.containsKey("fs.defaultFS")) {
            throw new SymbolonException(
                    ErrorCode.CONFIGURATION,
                    "The data centre's cluster is embedded: name the --ready-file that it was started with");
        }
        return file.group(PREFIX);
    }

    private static Map<String, String> ready(Path file) throws IOException {
        JsonNode ready = new ObjectMapper().readTree(file.toFile());
        String hdfs = ready.path("hdfs").asText("");
        String zookeeper = ready.path("zookeeper").asText("");
        int colon = zookeeper.lastIndexOf(':');
        if (hdfs.isEmpty() || colon < 1) {
            throw new SymbolonException(
                    ErrorCode.CONFIGURATION, "The ready file does not say where HDFS and ZooKeeper are");
        }
        return Map.of(
                "fs.defaultFS", hdfs,
                "hbase.zookeeper.quorum", zookeeper.substring(0, colon),
                "hbase.zookeeper.property.clientPort", zookeeper.substring(colon + 1));
    }
}

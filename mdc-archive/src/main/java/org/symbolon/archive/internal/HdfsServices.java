package org.symbolon.archive.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.hdfs.server.datanode.DataNode;
import org.apache.hadoop.hdfs.server.namenode.NameNode;
import org.apache.hadoop.metrics2.lib.DefaultMetricsSystem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.symbolon.model.ErrorCode;
import org.symbolon.model.SymbolonException;

/** The NameNode and the DataNode, as their own daemons start them: with every fsync that the test cluster leaves out. */
final class HdfsServices implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(HdfsServices.class);
    private static final String[] NO_ARGUMENTS = {};

    private final NameNode nameNode;
    private final DataNode dataNode;

    private HdfsServices(NameNode nameNode, DataNode dataNode) {
        this.nameNode = nameNode;
        this.dataNode = dataNode;
    }

    /** Returns when the NameNode takes writes. */
    static HdfsServices start(Path folder, Configuration configuration, Instant deadline) throws IOException {
        Path names = EmbeddedSettings.nameFolder(folder);
        if (!Files.exists(names.resolve("current/VERSION"))) {
            format(names, configuration);
        }
        DefaultMetricsSystem.setMiniClusterMode(true);
        NameNode nameNode = NameNode.createNameNode(NO_ARGUMENTS, new Configuration(configuration));
        try {
            DataNode dataNode = DataNode.createDataNode(NO_ARGUMENTS, new Configuration(configuration));
            HdfsServices services = new HdfsServices(nameNode, dataNode);
            services.awaitWritable(deadline);
            return services;
        } catch (IOException | RuntimeException e) {
            nameNode.stop();
            throw e;
        }
    }

    private void awaitWritable(Instant deadline) throws IOException {
        Waiting.until(deadline, "HDFS to leave safe mode", () -> {
            if (!dataNode.isDatanodeUp()) {
                throw new SymbolonException(
                        ErrorCode.OUT_OF_RESOURCES, "The embedded DataNode ended while it started; its log says why");
            }
            return dataNode.isDatanodeFullyStarted() && !nameNode.isInSafeMode();
        });
    }

    /** Formats aside and renames: a kill in the middle leaves no folder that looks formatted and is not. */
    private static void format(Path names, Configuration configuration) throws IOException {
        LOG.info("Formatting the embedded NameNode");
        Path fresh = names.resolveSibling("name.new");
        Folders.delete(fresh);
        Files.createDirectories(fresh);
        NameNode.format(EmbeddedSettings.forFormatting(configuration, fresh));
        Folders.delete(names);
        Files.move(fresh, names, StandardCopyOption.ATOMIC_MOVE);
        Folders.sync(names.getParent());
    }

    boolean isRunning() {
        return dataNode.isDatanodeUp() && !nameNode.isInSafeMode();
    }

    @Override
    public void close() {
        dataNode.shutdown();
        nameNode.stop();
        nameNode.join();
    }
}

package org.symbolon.archive.internal;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Path;
import java.time.Instant;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.hbase.LocalHBaseCluster;
import org.apache.hadoop.hbase.master.HMaster;
import org.apache.hadoop.hbase.zookeeper.MiniZooKeeperCluster;
import org.symbolon.model.ErrorCode;
import org.symbolon.model.SymbolonException;

/** ZooKeeper on a persistent folder, the master and the RegionServer. */
final class HBaseServices implements AutoCloseable {
    private final MiniZooKeeperCluster zooKeeper;
    private final LocalHBaseCluster hbase;

    private HBaseServices(MiniZooKeeperCluster zooKeeper, LocalHBaseCluster hbase) {
        this.zooKeeper = zooKeeper;
        this.hbase = hbase;
    }

    /** Returns when the master has assigned the system tables and answers. */
    static HBaseServices start(Path folder, Configuration configuration, Instant deadline) throws IOException {
        MiniZooKeeperCluster zooKeeper = startZooKeeper(folder.resolve("zookeeper"), configuration);
        try {
            LocalHBaseCluster hbase = new LocalHBaseCluster(configuration, 1, 1);
            hbase.startup();
            HBaseServices services = new HBaseServices(zooKeeper, hbase);
            services.awaitMaster(deadline);
            return services;
        } catch (IOException | RuntimeException e) {
            zooKeeper.shutdown();
            throw e;
        }
    }

    private static MiniZooKeeperCluster startZooKeeper(Path folder, Configuration configuration) throws IOException {
        // The folder of its first and only server.
        ZooKeeperFiles.purge(folder.resolve("zookeeper_0"));
        MiniZooKeeperCluster zooKeeper = new MiniZooKeeperCluster(configuration);
        zooKeeper.setDefaultClientPort(configuration.getInt("hbase.zookeeper.property.clientPort", 0));
        try {
            int port = zooKeeper.startup(folder.toFile());
            configuration.setInt("hbase.zookeeper.property.clientPort", port);
            return zooKeeper;
        } catch (InterruptedException e) {
            throw interrupted();
        }
    }

    private void awaitMaster(Instant deadline) throws IOException {
        Waiting.until(deadline, "the HBase master", () -> {
            HMaster master = hbase.getActiveMaster();
            if (!isRunning()) {
                throw new SymbolonException(
                        ErrorCode.OUT_OF_RESOURCES, "The embedded HBase ended while it started; its log says why");
            }
            return master != null && master.isInitialized();
        });
    }

    boolean isRunning() {
        return !hbase.getLiveMasters().isEmpty()
                && !hbase.getLiveRegionServers().isEmpty();
    }

    @Override
    public void close() throws IOException {
        hbase.shutdown();
        hbase.join();
        zooKeeper.shutdown();
    }

    private static InterruptedIOException interrupted() {
        Thread.currentThread().interrupt();
        return new InterruptedIOException("Interrupted while the cluster starts or stops");
    }
}

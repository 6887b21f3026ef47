package org.symbolon.archive.internal;

import java.nio.file.Path;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.hbase.HBaseConfiguration;

/**
 * The configuration of the embedded cluster: one copy of everything, durable at each acknowledgement, on the loopback
 * interface, small in memory, and quick to come back after a kill.
 */
final class EmbeddedSettings {
    /** A literal address: what a name resolves to differs from machine to machine. */
    static final String HOST = "127.0.0.1";

    private EmbeddedSettings() {}

    static Configuration of(Path folder, Ports ports, Map<String, String> overrides) {
        Configuration c = HBaseConfiguration.create();
        ClientDefaults.apply(c);
        hdfs(c, folder, ports);
        zookeeper(c, ports);
        hbase(c, folder, ports);
        overrides.forEach(c::set);
        return c;
    }

    /** Where the NameNode keeps its names. */
    static Path nameFolder(Path folder) {
        return folder.resolve("hdfs/name");
    }

    /** The same settings for formatting a NameNode in another folder. */
    static Configuration forFormatting(Configuration settings, Path nameFolder) {
        Configuration c = new Configuration(settings);
        c.set("dfs.namenode.name.dir", nameFolder.toUri().toString());
        c.set("dfs.namenode.edits.dir", nameFolder.toUri().toString());
        return c;
    }

    private static void hdfs(Configuration c, Path folder, Ports ports) {
        c.set("fs.defaultFS", "hdfs://" + HOST + ":" + ports.of(Ports.Service.NAMENODE));
        c.set("hadoop.tmp.dir", folder.resolve("hdfs/tmp").toString());
        c.set("dfs.namenode.name.dir", nameFolder(folder).toUri().toString());
        c.set("dfs.datanode.data.dir", folder.resolve("hdfs/data").toUri().toString());
        c.set("dfs.replication", "1");
        c.set("dfs.namenode.rpc-bind-host", HOST);
        c.set("dfs.namenode.http-address", HOST + ":0");
        c.set("dfs.datanode.address", HOST + ":0");
        c.set("dfs.datanode.ipc.address", HOST + ":0");
        c.set("dfs.datanode.http.address", HOST + ":0");
        c.set("dfs.datanode.hostname", HOST);
        c.setBoolean("dfs.permissions.enabled", false);
        // The owner of the process is the owner of the files: no look-up of groups in a shell.
        c.set("hadoop.security.group.mapping", "org.apache.hadoop.security.NullGroupsMapping");

        // Durable: block files are fsynced when they are closed, so a renamed file is on disk.
        c.setBoolean("dfs.datanode.synconclose", true);

        // One DataNode: a failed write is not retried elsewhere, and a missing node is not waited for.
        c.setBoolean("dfs.client.block.write.replace-datanode-on-failure.enable", false);
        c.setInt("dfs.namenode.safemode.extension", 0);
        c.setInt("dfs.namenode.safemode.min.datanodes", 1);
        c.set("dfs.heartbeat.interval", "1");
        c.set("dfs.namenode.heartbeat.recheck-interval", "15000");
        c.setInt("dfs.namenode.redundancy.interval.seconds", 1);
        c.setInt("dfs.namenode.replication.min", 1);
        c.setBoolean("fs.automatic.close", false);
        // The long log of a process that ran for weeks is folded into an image at the next start.
        c.setLong("dfs.namenode.checkpoint.txns", 100_000);

        c.setInt("dfs.namenode.handler.count", 8);
        c.setInt("dfs.datanode.handler.count", 4);
        c.setInt("dfs.datanode.max.transfer.threads", 512);
        c.setInt("hadoop.http.max.threads", 8);
        c.setBoolean("dfs.disk.balancer.enabled", false);
        c.set("dfs.datanode.directoryscan.throttle.limit.ms.per.sec", "-1");
        c.set("dfs.namenode.path.based.cache.refresh.interval.ms", "3600000");
    }

    private static void zookeeper(Configuration c, Ports ports) {
        c.set("hbase.zookeeper.quorum", HOST);
        c.setInt("hbase.zookeeper.property.clientPort", ports.of(Ports.Service.ZOOKEEPER));
        c.set("hbase.zookeeper.property.clientPortAddress", HOST);
        c.setInt("hbase.zookeeper.property.maxClientCnxns", 100);
        // Everything shares one process: a long pause hits both ends, and must not end the RegionServer.
        c.setInt("zookeeper.session.timeout", 60_000);
        c.setInt("zookeeper.session.timeout.localHBaseCluster", 60_000);
        c.setInt("hbase.zookeeper.property.maxSessionTimeout", 120_000);
    }

    private static void hbase(Configuration c, Path folder, Ports ports) {
        c.set("hbase.rootdir", c.get("fs.defaultFS") + "/hbase");
        c.set("hbase.tmp.dir", folder.resolve("hbase/tmp").toString());
        c.setBoolean("hbase.cluster.distributed", true);
        c.set("hbase.master.hostname", HOST);
        c.set("hbase.regionserver.hostname", HOST);
        c.set("hbase.master.ipc.address", HOST);
        c.set("hbase.regionserver.ipc.address", HOST);
        c.setInt("hbase.master.port", ports.of(Ports.Service.MASTER));
        c.setInt("hbase.regionserver.port", ports.of(Ports.Service.REGIONSERVER));
        c.setInt("hbase.master.info.port", -1);
        c.setInt("hbase.regionserver.info.port", -1);
        c.setBoolean("hbase.shutdown.hook", false);
        c.setBoolean("hbase.filesystem.reorder.blocks", false);

        // Durable: an acknowledged row is on disk, not only in the page cache.
        c.set("hbase.wal.provider", "filesystem");
        c.set("hbase.wal.meta_provider", "filesystem");
        c.setBoolean("hbase.wal.hsync", true);
        c.setBoolean("hbase.procedure.store.wal.use.hsync", true);

        // Quick to come back: the one RegionServer is all there is to wait for, and so is the one DataNode.
        c.setInt("hbase.master.wait.on.regionservers.mintostart", 1);
        c.setInt("hbase.master.wait.on.regionservers.maxtostart", 1);
        c.setInt("hbase.master.wait.on.regionservers.interval", 100);
        c.setInt("hbase.regionserver.msginterval", 500);
        c.setInt("hbase.server.thread.wakefrequency", 1_000);
        c.setInt("hbase.lease.recovery.first.pause", 250);
        c.setInt("hbase.lease.recovery.pause", 250);
        c.setInt("hbase.lease.recovery.dfs.timeout", 5_000);
        c.setInt("hbase.client.pause", 50);
        c.setInt("hbase.client.retries.number", 20);

        c.setFloat("hfile.block.cache.size", 0.15f);
        c.setFloat("hbase.regionserver.global.memstore.size", 0.2f);
        c.setLong("hbase.hregion.memstore.flush.size", 32L << 20);
        c.setInt("hbase.regionserver.handler.count", 16);
        c.setInt("hbase.regionserver.metahandler.count", 4);
        c.setInt("hbase.master.handler.count", 8);
        c.setInt("hbase.master.procedure.threads", 4);
        c.setInt("hbase.regionserver.executor.openregion.threads", 2);
        c.setInt("hbase.netty.worker.count", 4);
    }
}

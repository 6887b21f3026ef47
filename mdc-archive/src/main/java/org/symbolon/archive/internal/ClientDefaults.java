package org.symbolon.archive.internal;

import org.apache.hadoop.conf.Configuration;

/** Client settings without which the archive would be slow or not durable, on any cluster. */
public final class ClientDefaults {
    private ClientDefaults() {}

    /** Sets them; what the operator configured is applied afterwards and wins. */
    public static void apply(Configuration configuration) {
        // A close waits for the DataNode's report: with the default first delay of 400 ms every file would cost that
        // much.
        configuration.set("dfs.client.block.write.locateFollowingBlock.initial.delay.ms", "1");
        configuration.set("dfs.client.block.write.locateFollowingBlock.retries", "14");
        configuration.set("dfs.client.block.write.locateFollowingBlock.max.delay.ms", "2000");
        // A sender waits for its answer: an HBase that is away is an error after a minute, not after twenty.
        configuration.set("hbase.rpc.timeout", "30000");
        configuration.set("hbase.client.operation.timeout", "60000");
        configuration.set("hbase.client.meta.operation.timeout", "60000");
    }
}

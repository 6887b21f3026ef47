package org.symbolon.archive;

import java.io.IOException;
import org.apache.hadoop.conf.Configuration;

/**
 * An HDFS and an HBase that can be used now. Whether they run in this process ({@link EmbeddedCluster}) or elsewhere
 * ({@link ExternalCluster}) is the difference of one configuration setting. Thread-safe.
 */
public interface StorageCluster extends AutoCloseable {

    /** Client settings of both; a copy that the caller may change. */
    Configuration configuration();

    /** Ends what this process runs of the cluster. Archives over it are closed first, by their owner. */
    @Override
    void close() throws IOException;
}

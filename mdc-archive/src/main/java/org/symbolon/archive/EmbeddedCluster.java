package org.symbolon.archive;

import java.io.IOException;
import java.nio.file.Path;
import org.apache.hadoop.conf.Configuration;
import org.symbolon.archive.internal.EmbeddedServices;

/**
 * NameNode, DataNode, ZooKeeper, HMaster and RegionServer in this process, on 127.0.0.1 only, with everything they keep under
 * one folder. A folder is used by one process at a time. It may be killed at any moment: what was acknowledged is there after
 * the next start. Ports are chosen once, remembered in {@code ports.properties}, and chosen anew where another program has
 * taken one. One embedded cluster a process.
 */
public final class EmbeddedCluster implements StorageCluster {
    private final EmbeddedServices services;

    private EmbeddedCluster(EmbeddedServices services) {
        this.services = services;
    }

    /**
     * Returns when HDFS has left safe mode and HBase answers.
     *
     * @param folder made where missing
     * @throws org.symbolon.model.SymbolonException OUT_OF_RESOURCES where another process uses the folder or a service does
     *     not come up in time
     */
    public static EmbeddedCluster start(Path folder, EmbeddedOptions options) throws IOException {
        return new EmbeddedCluster(EmbeddedServices.start(folder, options));
    }

    @Override
    public Configuration configuration() {
        return services.configuration();
    }

    /**
     * Whether every service lives and takes writes. A service that has ended, because its disk failed or filled up, does not
     * come back in this process: the owner ends the process and starts it again.
     */
    public boolean isRunning() {
        return services.isRunning();
    }

    /** Stops all services in order; a second call does nothing. */
    @Override
    public void close() throws IOException {
        services.close();
    }
}

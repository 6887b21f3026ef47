package org.symbolon.archive;

import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.hbase.HBaseConfiguration;
import org.symbolon.archive.internal.ClientDefaults;
import org.symbolon.model.ErrorCode;
import org.symbolon.model.SymbolonException;

/**
 * A Hadoop and HBase cluster that others run. Site files ({@code core-site.xml}, {@code hdfs-site.xml}, {@code
 * hbase-site.xml}) on the class path are read first, the given settings override them. Closing it ends nothing.
 */
public final class ExternalCluster implements StorageCluster {
    private final Configuration configuration;

    private ExternalCluster(Configuration configuration) {
        this.configuration = configuration;
    }

    /**
     * Does not connect yet: the first use does.
     *
     * @param settings Hadoop and HBase properties by their own names; together with the site files they name {@code
     *     fs.defaultFS} and {@code hbase.zookeeper.quorum}
     */
    public static ExternalCluster of(Map<String, String> settings) {
        Configuration configuration = HBaseConfiguration.create();
        ClientDefaults.apply(configuration);
        settings.forEach(configuration::set);
        if (configuration.get("fs.defaultFS", "file:///").startsWith("file:")) {
            throw new SymbolonException(
                    ErrorCode.CONFIGURATION, "An external cluster needs fs.defaultFS, the address of its HDFS");
        }
        return new ExternalCluster(configuration);
    }

    @Override
    public Configuration configuration() {
        return new Configuration(configuration);
    }

    @Override
    public void close() {}
}

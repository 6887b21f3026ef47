package org.symbolon.archive.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.apache.hadoop.conf.Configuration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.symbolon.archive.EmbeddedOptions;

/** All services of the embedded cluster, started and stopped in order. */
public final class EmbeddedServices implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedServices.class);

    private final FolderLock lock;
    private final HdfsServices hdfs;
    private final HBaseServices hbase;
    private final Configuration configuration;
    private boolean closed;

    private EmbeddedServices(FolderLock lock, HdfsServices hdfs, HBaseServices hbase, Configuration configuration) {
        this.lock = lock;
        this.hdfs = hdfs;
        this.hbase = hbase;
        this.configuration = configuration;
    }

    /** Starts them; where one fails, those before it are stopped. */
    public static EmbeddedServices start(Path folder, EmbeddedOptions options) throws IOException {
        Instant begin = Instant.now();
        Instant deadline = begin.plus(options.startTimeout());
        Path absolute = Files.createDirectories(folder).toRealPath();
        FolderLock lock = FolderLock.acquire(absolute);
        try {
            Ports ports = Ports.remembered(absolute.resolve("ports.properties"));
            Configuration configuration = EmbeddedSettings.of(absolute, ports, options.settings());
            HdfsServices hdfs = HdfsServices.start(absolute, configuration, deadline);
            LOG.info("HDFS is up after {} ms", millisSince(begin));
            try {
                HBaseServices hbase = HBaseServices.start(absolute, configuration, deadline);
                LOG.info("HBase is up after {} ms", millisSince(begin));
                return new EmbeddedServices(lock, hdfs, hbase, configuration);
            } catch (IOException | RuntimeException e) {
                hdfs.close();
                throw e;
            }
        } catch (IOException | RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    public Configuration configuration() {
        return new Configuration(configuration);
    }

    /** Whether all services live and take writes. */
    public synchronized boolean isRunning() {
        return !closed && hdfs.isRunning() && hbase.isRunning();
    }

    @Override
    public synchronized void close() throws IOException {
        if (closed) {
            return;
        }
        closed = true;
        try {
            hbase.close();
        } finally {
            hdfs.close();
            lock.close();
        }
    }

    private static long millisSince(Instant begin) {
        return Duration.between(begin, Instant.now()).toMillis();
    }
}

package org.symbolon.receiver;

import java.io.IOException;
import java.net.InetSocketAddress;
import org.apache.hadoop.conf.Configuration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.symbolon.archive.EmbeddedCluster;
import org.symbolon.archive.EmbeddedOptions;
import org.symbolon.archive.ExternalCluster;
import org.symbolon.archive.ObjectArchive;
import org.symbolon.archive.PlainArchive;
import org.symbolon.archive.StorageCluster;
import org.symbolon.dicom.net.NetworkOptions;

/** A data centre in this process: the cluster (its own or a connection to another), the archive over it and the receiver. */
public final class MdcServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(MdcServer.class);

    private final StorageCluster cluster;
    private final ObjectArchive archive;
    private final DicomReceiver receiver;
    private final InetSocketAddress dicomAddress;

    private MdcServer(
            StorageCluster cluster, ObjectArchive archive, DicomReceiver receiver, InetSocketAddress dicomAddress) {
        this.cluster = cluster;
        this.archive = archive;
        this.receiver = receiver;
        this.dicomAddress = dicomAddress;
    }

    /** Returns when objects can be stored; some 15 to 20 seconds with an embedded cluster. */
    public static MdcServer start(MdcSettings settings) throws IOException {
        ReceiverOptions options = new ReceiverOptions(
                settings.listen(),
                settings.tls().sslContext(),
                settings.organisations(),
                settings.aeTitles(),
                NetworkOptions.defaults()
                        .withMaxAssociations(settings.maxAssociations())
                        .withIdleTimeout(settings.idleTimeout()));
        StorageCluster cluster = cluster(settings);
        try {
            ObjectArchive archive = PlainArchive.open(cluster, settings.archive());
            try {
                DicomReceiver receiver = DicomReceiver.start(archive, options);
                InetSocketAddress address =
                        new InetSocketAddress(settings.listen().getAddress(), receiver.port());
                return new MdcServer(cluster, archive, receiver, address);
            } catch (IOException | RuntimeException e) {
                closeAfter(e, archive);
                throw e;
            }
        } catch (IOException | RuntimeException e) {
            closeAfter(e, cluster);
            throw e;
        }
    }

    private static StorageCluster cluster(MdcSettings settings) throws IOException {
        return switch (settings.cluster()) {
            case EMBEDDED ->
                EmbeddedCluster.start(
                        settings.dataDir(), EmbeddedOptions.defaults().withSettings(settings.hadoop()));
            case EXTERNAL -> ExternalCluster.of(settings.hadoop());
        };
    }

    private static void closeAfter(Exception failure, AutoCloseable resource) {
        try {
            resource.close();
        } catch (Exception e) {
            failure.addSuppressed(e);
        }
    }

    /** Where the receiver listens. */
    public InetSocketAddress dicomAddress() {
        return dicomAddress;
    }

    /** The archive, which this server closes. */
    public ObjectArchive archive() {
        return archive;
    }

    /** Client settings of the cluster; a copy. */
    public Configuration clusterConfiguration() {
        return cluster.configuration();
    }

    /** First the receiver, so that everything acknowledged is whole, then the archive, then the cluster. */
    @Override
    public void close() throws IOException {
        LOG.info("The data centre stops");
        try (StorageCluster lastOfAll = cluster;
                ObjectArchive second = archive) {
            receiver.close();
        }
    }
}

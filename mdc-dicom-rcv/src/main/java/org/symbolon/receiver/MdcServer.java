package org.symbolon.receiver;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.symbolon.archive.DataCentreService;
import org.symbolon.archive.EmbeddedCluster;
import org.symbolon.archive.EmbeddedOptions;
import org.symbolon.archive.ExternalCluster;
import org.symbolon.archive.ObjectArchive;
import org.symbolon.archive.PlainArchive;
import org.symbolon.archive.PlainRecordArchive;
import org.symbolon.archive.RecordArchive;
import org.symbolon.archive.StorageCluster;
import org.symbolon.dicom.net.NetworkOptions;
import org.symbolon.model.ErrorCode;
import org.symbolon.model.SymbolonException;
import org.symbolon.receiver.internal.Opened;
import org.symbolon.receiver.internal.ReadyFile;

/**
 * A data centre in this process: the cluster (its own or a connection to another), the archives over it, the DICOM receiver
 * and the services beside it.
 */
public final class MdcServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(MdcServer.class);

    private final Opened opened;
    private final StorageCluster cluster;
    private final ObjectArchive archive;
    private final RecordArchive records;
    private final Map<String, InetSocketAddress> addresses = new LinkedHashMap<>();

    private MdcServer(MdcSettings settings, Opened opened) throws IOException {
        this.opened = opened;
        cluster = opened.add(cluster(settings));
        archive = opened.add(PlainArchive.open(cluster, settings.archive()));
        records = opened.add(PlainRecordArchive.open(cluster, settings.archive()));
        DicomReceiver receiver = opened.add(DicomReceiver.start(archive, options(settings)));
        addresses.put(ReadyFile.DICOM, new InetSocketAddress(settings.listen().getAddress(), receiver.port()));
        var surroundings =
                new DataCentreService.Surroundings(archive, records, settings.tls(), settings.organisations());
        for (Map.Entry<String, DataCentreService.Startable> service :
                settings.services().entrySet()) {
            DataCentreService.Running running = opened.add(service.getValue().start(surroundings));
            addresses.put(service.getKey(), running.address());
        }
    }

    /** Returns when objects and records can be stored; some 15 to 20 seconds with an embedded cluster. */
    public static MdcServer start(MdcSettings settings) throws IOException {
        Opened opened = new Opened();
        try {
            return new MdcServer(settings, opened);
        } catch (IOException | RuntimeException e) {
            opened.closeAfter(e);
            throw e;
        }
    }

    private static ReceiverOptions options(MdcSettings settings) {
        return new ReceiverOptions(
                settings.listen(),
                settings.tls().sslContext(),
                settings.organisations(),
                settings.aeTitles(),
                NetworkOptions.defaults()
                        .withMaxAssociations(settings.maxAssociations())
                        .withIdleTimeout(settings.idleTimeout()));
    }

    private static StorageCluster cluster(MdcSettings settings) throws IOException {
        return switch (settings.cluster()) {
            case EMBEDDED ->
                EmbeddedCluster.start(
                        settings.dataDir(), EmbeddedOptions.defaults().withSettings(settings.hadoop()));
            case EXTERNAL -> ExternalCluster.of(settings.hadoop());
        };
    }

    /** Where the DICOM receiver listens. */
    public InetSocketAddress dicomAddress() {
        return address(ReadyFile.DICOM);
    }

    /** Where a service listens, by its name. */
    public InetSocketAddress address(String service) {
        InetSocketAddress address = addresses.get(service);
        if (address == null) {
            throw new SymbolonException(ErrorCode.NOT_FOUND, "The data centre has no service of that name");
        }
        return address;
    }

    /** Where everything listens, by name: DICOM first, then the services in the order of starting. */
    public Map<String, InetSocketAddress> addresses() {
        return Collections.unmodifiableMap(addresses);
    }

    /** The archive of objects, which this server closes. */
    public ObjectArchive archive() {
        return archive;
    }

    /** The archive of records, which this server closes. */
    public RecordArchive records() {
        return records;
    }

    /** Client settings of the cluster; a copy. */
    public Configuration clusterConfiguration() {
        return cluster.configuration();
    }

    /** First what receives, so that everything acknowledged is whole, then the archives, then the cluster. */
    @Override
    public void close() throws IOException {
        LOG.info("The data centre stops");
        opened.close();
    }
}

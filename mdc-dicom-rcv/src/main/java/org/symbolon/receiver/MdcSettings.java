package org.symbolon.receiver;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.symbolon.archive.ArchiveOptions;
import org.symbolon.archive.DataCentreService;
import org.symbolon.model.Configuration;
import org.symbolon.model.ErrorCode;
import org.symbolon.model.Secret;
import org.symbolon.model.SymbolonException;
import org.symbolon.model.TlsSettings;

/**
 * Everything that a data centre process is told: {@code conf/mdc.properties} explains each key.
 *
 * @param dataDir where the embedded cluster keeps its files
 * @param cluster which cluster holds the archive
 * @param hadoop settings handed to Hadoop and HBase as they are; with {@link Cluster#EXTERNAL} they say where the cluster is
 * @param archive how the archive uses its cluster
 * @param listen address and port of the DICOM receiver; port 0 takes any free one
 * @param aeTitles called AE titles that are accepted; empty accepts every one
 * @param maxAssociations more at the same time are rejected as transient
 * @param idleTimeout an association without a byte for so long is aborted
 * @param services what runs beside the DICOM receiver, by name, in the order of starting; each knows its settings
 */
public record MdcSettings(
        Path dataDir,
        Cluster cluster,
        Map<String, String> hadoop,
        ArchiveOptions archive,
        InetSocketAddress listen,
        Set<String> aeTitles,
        int maxAssociations,
        Duration idleTimeout,
        TlsSettings tls,
        Organisations organisations,
        Map<String, DataCentreService.Startable> services) {

    /** Where HDFS and HBase run. */
    public enum Cluster {
        /** In this process, its files below the data folder. */
        EMBEDDED,
        /** Elsewhere. */
        EXTERNAL
    }

    public static final int DEFAULT_PORT = 7183;

    private static final int EXTERNAL_REPLICATION = 3;
    private static final int EXTERNAL_REGIONS = 16;
    private static final int MAX_ASSOCIATIONS = 10_000;
    private static final Duration DEFAULT_IDLE_TIMEOUT = Duration.ofMinutes(2);

    public MdcSettings {
        hadoop = Map.copyOf(hadoop);
        aeTitles = Set.copyOf(aeTitles);
        services = Collections.unmodifiableMap(new LinkedHashMap<>(services));
    }

    /** Settings of a data centre with the DICOM receiver alone. */
    public static MdcSettings from(Configuration configuration, Map<String, String> environment) {
        return from(configuration, environment, List.of());
    }

    /**
     * @param environment of the process: passwords may stand there
     * @param services take their own settings from the same configuration
     * @throws SymbolonException CONFIGURATION for missing, wrong and unknown keys
     */
    public static MdcSettings from(
            Configuration configuration, Map<String, String> environment, List<DataCentreService> services) {
        Cluster cluster = cluster(configuration.text("cluster", "embedded"));
        MdcSettings settings = new MdcSettings(
                Path.of(configuration.text("data.dir", "symbolon-data/mdc")),
                cluster,
                configuration.group("cluster.hadoop."),
                archive(configuration, cluster),
                new InetSocketAddress(
                        configuration.text("dicom.address", "127.0.0.1"),
                        configuration.integer("dicom.port", DEFAULT_PORT, 0, 65_535)),
                aeTitles(configuration.text("dicom.ae-titles", "")),
                configuration.integer("dicom.max-associations", 128, 1, MAX_ASSOCIATIONS),
                configuration.duration("dicom.idle-timeout", DEFAULT_IDLE_TIMEOUT),
                new TlsSettings(
                        Path.of(configuration.required("tls.keystore")),
                        password(configuration, environment, "keystore"),
                        Path.of(configuration.required("tls.truststore")),
                        password(configuration, environment, "truststore")),
                Organisations.of(configuration.group("organisation.")),
                configured(services, configuration, environment));
        configuration.requireAllKnown();
        if (settings.organisations().isEmpty()) {
            throw problem("No organisation.<name> is configured: nobody could send anything");
        }
        return settings;
    }

    private static Map<String, DataCentreService.Startable> configured(
            List<DataCentreService> services, Configuration configuration, Map<String, String> environment) {
        Map<String, DataCentreService.Startable> configured = new LinkedHashMap<>();
        services.forEach(service -> configured.put(service.name(), service.configure(configuration, environment)));
        return configured;
    }

    private static Cluster cluster(String name) {
        return switch (name) {
            case "embedded" -> Cluster.EMBEDDED;
            case "external" -> Cluster.EXTERNAL;
            default -> throw problem("cluster is either embedded or external");
        };
    }

    private static ArchiveOptions archive(Configuration configuration, Cluster cluster) {
        ArchiveOptions embedded = ArchiveOptions.embedded();
        boolean alone = cluster == Cluster.EMBEDDED;
        int copies = alone ? embedded.replication() : EXTERNAL_REPLICATION;
        int regions = alone ? embedded.regions() : EXTERNAL_REGIONS;
        return new ArchiveOptions(
                configuration.text("archive.writer", alone ? embedded.writer() : "mdc"),
                (short) configuration.integer("archive.replication", copies, 1, 16),
                configuration.integer("archive.regions", regions, 1, 16));
    }

    private static Set<String> aeTitles(String list) {
        Set<String> titles = new TreeSet<>();
        for (String title : list.split(",")) {
            if (!title.isBlank()) {
                titles.add(title.strip());
            }
        }
        return titles;
    }

    private static Secret password(Configuration configuration, Map<String, String> environment, String store) {
        String key = "tls." + store + "-password-file";
        String variable = "SYMBOLON_MDC_TLS_" + store.toUpperCase(Locale.ROOT) + "_PASSWORD";
        String file = configuration.text(key, "");
        String given = environment.get(variable);
        if (!file.isEmpty()) {
            try {
                return Secret.readFile(Path.of(file));
            } catch (IOException e) {
                throw new SymbolonException(
                        ErrorCode.CONFIGURATION, "The file that " + key + " names cannot be read", e);
            }
        }
        if (given == null) {
            throw problem("Neither " + key + " nor the environment variable " + variable + " is set");
        }
        return Secret.of(given);
    }

    private static SymbolonException problem(String message) {
        return new SymbolonException(ErrorCode.CONFIGURATION, message);
    }
}

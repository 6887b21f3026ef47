package org.symbolon.agent;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import org.symbolon.agent.internal.intake.WatchedFolderOptions;
import org.symbolon.agent.internal.sender.DataCentre;
import org.symbolon.agent.internal.sender.SenderOptions;
import org.symbolon.deidentification.SiteValues;
import org.symbolon.dicom.net.NetworkOptions;
import org.symbolon.model.Configuration;
import org.symbolon.model.ErrorCode;
import org.symbolon.model.SymbolonException;

/**
 * Everything an agent can be told; {@code conf/agent.properties} explains each key. Relative paths are below the data folder.
 *
 * @param keystore PKCS#12 file with the keys of the crosswalk
 * @param keystorePasswordFile null: the environment or a prompt
 * @param organisation that the keystore must belong to; empty: any
 * @param watchedFolder null: none
 * @param siteValues what profiles may set
 * @param packAfter how long a series must rest before its identity halves are packed; zero: never
 */
public record AgentSettings(
        Path dataFolder,
        Path keystore,
        @Nullable Path keystorePasswordFile,
        String organisation,
        String profile,
        String source,
        String project,
        int partingThreads,
        IntakeSettings intake,
        @Nullable WatchedFolderOptions watchedFolder,
        DataCentre dataCentre,
        SenderOptions sender,
        int retrieveAssociations,
        RecordSettings records,
        SiteValues siteValues,
        PixelSettings pixels,
        Duration packAfter) {

    /**
     * How objects may come in by C-STORE.
     *
     * @param plainPort null: none; 0: any free one
     * @param tls null: no TLS
     * @param aeTitles under which it answers; empty: any
     */
    public record IntakeSettings(
            String address,
            @Nullable Integer plainPort,
            int tlsPort,
            @Nullable SSLContext tls,
            Set<String> aeTitles,
            boolean clientCertificates,
            long minFreeBytes,
            NetworkOptions network) {
        public IntakeSettings {
            aeTitles = Set.copyOf(aeTitles);
        }
    }

    private static final int MAX_PORT = 65_535;

    /**
     * Reads every key and refuses unknown ones; opens the TLS stores.
     *
     * @param environment of the process: passwords of the TLS stores may stand in it
     */
    public static AgentSettings from(Configuration configuration, Map<String, String> environment) {
        Path folder =
                Path.of(configuration.required("data.dir")).toAbsolutePath().normalize();
        TlsStores stores = new TlsStores(configuration, environment, folder);
        NetworkOptions network = network(configuration);
        AgentSettings settings = new AgentSettings(
                folder,
                folder.resolve(configuration.text("keystore.file", "keystore.p12")),
                configuration
                        .text("keystore.password-file")
                        .map(folder::resolve)
                        .orElse(null),
                configuration.text("organisation", ""),
                configuration.text("profile", "archive"),
                configuration.required("source"),
                configuration.text("project", ""),
                configuration.integer("parting.threads", 2, 1, 64),
                intake(configuration, stores, network),
                watchedFolder(configuration, folder),
                dataCentre(configuration, stores, network),
                sender(configuration),
                configuration.integer("retrieve.associations", 2, 1, 32),
                RecordSettings.from(configuration, stores, network),
                new SiteValues(
                        configuration.text("site-id", ""),
                        configuration.text("site-name", ""),
                        configuration.text("body-part", "")),
                PixelSettings.from(configuration, folder),
                configuration.duration("crosswalk.pack-after", Duration.ofHours(1)));
        configuration.requireAllKnown();
        return settings;
    }

    private static NetworkOptions network(Configuration configuration) {
        NetworkOptions defaults = NetworkOptions.defaults();
        return defaults.withConnectTimeout(configuration.duration("network.connect-timeout", defaults.connectTimeout()))
                .withAssociationTimeout(
                        configuration.duration("network.association-timeout", defaults.associationTimeout()))
                .withResponseTimeout(configuration.duration("network.response-timeout", defaults.responseTimeout()))
                .withIdleTimeout(configuration.duration("network.idle-timeout", defaults.idleTimeout()))
                .withMaxPduBytes((int) configuration.bytes(
                        "network.max-pdu",
                        defaults.maxPduBytes(),
                        NetworkOptions.MIN_PDU_BYTES,
                        NetworkOptions.MAX_PDU_BYTES));
    }

    private static IntakeSettings intake(Configuration configuration, TlsStores stores, NetworkOptions network) {
        boolean plain = configuration.flag("intake.plain", true);
        int port = configuration.integer("intake.port", 11_112, 0, MAX_PORT);
        Set<String> titles = new TreeSet<>();
        for (String title : configuration.text("intake.ae-titles", "").split(",")) {
            if (!title.isBlank()) {
                titles.add(title.strip());
            }
        }
        return new IntakeSettings(
                configuration.text("intake.address", "127.0.0.1"),
                plain ? port : null,
                configuration.integer("intake.tls.port", 2_762, 0, MAX_PORT),
                stores.context("intake.tls."),
                titles,
                configuration.flag("intake.tls.client-certificates", true),
                configuration.bytes("intake.min-free", 512L << 20, 0, Long.MAX_VALUE),
                network.withMaxAssociations(configuration.integer("intake.max-associations", 64, 1, 4096)));
    }

    private static @Nullable WatchedFolderOptions watchedFolder(Configuration configuration, Path folder) {
        Optional<Path> watched = configuration.text("intake.folder").map(folder::resolve);
        @Nullable
        Path done =
                configuration.text("intake.folder.done").map(folder::resolve).orElse(null);
        Duration stable = configuration.duration("intake.folder.stable", Duration.ofSeconds(10));
        Duration poll = configuration.duration("intake.folder.poll", Duration.ofSeconds(2));
        return watched.map(path -> new WatchedFolderOptions(path, done, stable, poll))
                .orElse(null);
    }

    private static DataCentre dataCentre(Configuration configuration, TlsStores stores, NetworkOptions network) {
        boolean tls = configuration.flag("data-centre.tls", true);
        @Nullable SSLContext context = tls ? stores.context("tls.") : stores.leave("tls.");
        if (tls && context == null) {
            throw new SymbolonException(
                    ErrorCode.CONFIGURATION, "data-centre.tls is true: tls.keystore and tls.truststore are needed");
        }
        NetworkOptions options = configuration.flag("data-centre.check-host-name", false)
                ? network.withHostnameCheck(NetworkOptions.HostnameCheck.REQUIRED)
                : network;
        return new DataCentre(
                configuration.text("data-centre.host", "127.0.0.1"),
                configuration.integer("data-centre.port", 7_183, 1, MAX_PORT),
                configuration.text("ae-title", "SYMBOLON_AGENT"),
                configuration.text("data-centre.ae-title", "SYMBOLON"),
                context,
                options);
    }

    private static SenderOptions sender(Configuration configuration) {
        return new SenderOptions(
                configuration.integer("sender.associations", 4, 1, 64),
                configuration.integer("sender.batch", 32, 1, 1000),
                configuration.duration("sender.first-pause", Duration.ofSeconds(1)),
                configuration.duration("sender.longest-pause", Duration.ofMinutes(1)));
    }
}

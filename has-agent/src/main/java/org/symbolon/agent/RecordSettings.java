package org.symbolon.agent;

import java.time.Duration;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import org.symbolon.agent.internal.mllp.MllpOptions;
import org.symbolon.agent.internal.records.RecordCentre;
import org.symbolon.dicom.net.NetworkOptions;
import org.symbolon.model.Configuration;
import org.symbolon.model.ErrorCode;
import org.symbolon.model.SymbolonException;

/**
 * What concerns textual records only.
 *
 * @param maxBytes longest record that is taken in
 * @param connections that send records at the same time
 * @param mllp null: no MLLP intake
 */
public record RecordSettings(
        int maxBytes,
        RecordCentre dataCentre,
        int connections,
        @Nullable MllpOptions mllp) {
    private static final int MAX_PORT = 65_535;
    private static final int MAX_RECORD_BYTES = 512 << 20;

    static RecordSettings from(Configuration configuration, TlsStores stores, NetworkOptions network) {
        int maxBytes = (int) configuration.bytes("records.max-bytes", 16L << 20, 1024, MAX_RECORD_BYTES);
        return new RecordSettings(
                maxBytes,
                dataCentre(configuration, stores, network, maxBytes),
                configuration.integer("records.connections", 4, 1, 64),
                mllp(configuration, stores, network));
    }

    private static RecordCentre dataCentre(
            Configuration configuration, TlsStores stores, NetworkOptions network, int maxBytes) {
        boolean checkHostName = configuration.flag("data-centre.check-host-name", false);
        boolean tls = configuration.flag("data-centre.tls", true);
        @Nullable SSLContext context = null;
        if (tls) {
            context = checkHostName ? stores.context("tls.") : stores.contextForAnyHost("tls.");
        }
        String host = configuration.text("data-centre.host", "127.0.0.1");
        return new RecordCentre(
                configuration.text("data-centre.records.host", host),
                configuration.integer("data-centre.records.port", 9_183, 1, MAX_PORT),
                context,
                network.connectTimeout(),
                network.responseTimeout(),
                maxBytes);
    }

    private static @Nullable MllpOptions mllp(Configuration configuration, TlsStores stores, NetworkOptions network) {
        boolean wanted = configuration.flag("intake.mllp", true);
        boolean tls = configuration.flag("intake.mllp.tls", false);
        @Nullable
        SSLContext context = wanted && tls ? stores.context("intake.mllp.tls.") : stores.leave("intake.mllp.tls.");
        if (wanted && tls && context == null) {
            throw new SymbolonException(
                    ErrorCode.CONFIGURATION,
                    "intake.mllp.tls is true: intake.mllp.tls.keystore and intake.mllp.tls.truststore are needed");
        }
        MllpOptions options = new MllpOptions(
                configuration.text("intake.mllp.address", "127.0.0.1"),
                configuration.integer("intake.mllp.port", 2_575, 0, MAX_PORT),
                context,
                configuration.flag("intake.mllp.tls.client-certificates", true),
                configuration.integer("intake.mllp.max-connections", 64, 1, 4096),
                configuration.duration("intake.mllp.idle-timeout", Duration.ofMinutes(10)),
                configuration.duration("intake.mllp.message-timeout", Duration.ofMinutes(1)),
                network.associationTimeout());
        return wanted ? options : null;
    }
}

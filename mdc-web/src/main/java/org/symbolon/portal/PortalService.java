package org.symbolon.portal;

import java.net.InetSocketAddress;
import java.util.Map;
import org.symbolon.archive.DataCentreService;
import org.symbolon.model.Configuration;
import org.symbolon.model.ErrorCode;
import org.symbolon.model.SymbolonException;
import org.symbolon.portal.pages.Portal;
import org.symbolon.web.WebServerOptions;

/**
 * The teaching portal: pages and DICOMweb over the whole archive, without sign-in, so that it listens on loopback unless it is
 * told otherwise. Settings: {@code portal.address} (127.0.0.1), {@code portal.port} (8080; 0 is any free one).
 */
public final class PortalService implements DataCentreService {
    private static final int DEFAULT_PORT = 8080;
    private static final int MAX_PORT = 65_535;

    @Override
    public String name() {
        return "portal";
    }

    @Override
    public Startable configure(Configuration configuration, Map<String, String> environment) {
        String host = configuration.text("portal.address", "127.0.0.1");
        int port = configuration.integer("portal.port", DEFAULT_PORT, 0, MAX_PORT);
        InetSocketAddress address = new InetSocketAddress(host, port);
        if (address.isUnresolved()) {
            throw new SymbolonException(ErrorCode.CONFIGURATION, "portal.address is no address of this machine");
        }
        return surroundings ->
                Portal.start(WebServerOptions.at(address), surroundings.objects(), surroundings.records());
    }
}

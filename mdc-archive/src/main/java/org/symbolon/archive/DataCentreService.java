package org.symbolon.archive;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.Map;
import org.symbolon.model.Configuration;
import org.symbolon.model.TlsSettings;

/**
 * A server of the data centre's process beside the DICOM receiver: the receiver of textual records, the portal. The process
 * starts them when its archive is open and closes them before it. The launcher says which there are.
 */
public interface DataCentreService {
    /** One word: the key in the ready file and the prefix of the service's settings, such as {@code hl7} or {@code portal}. */
    String name();

    /**
     * Reads its settings, all of them below {@link #name} and a dot; called once, before anything starts, so that a wrong or
     * unknown key is known at once.
     *
     * @throws org.symbolon.model.SymbolonException CONFIGURATION
     */
    Startable configure(Configuration configuration, Map<String, String> environment);

    /** A service that knows its settings. */
    interface Startable {
        Running start(Surroundings surroundings) throws IOException;
    }

    /** What a service may use; all of it is the process's to close. */
    record Surroundings(
            ObjectArchive objects, RecordArchive records, TlsSettings tls, ClientOrganisations organisations) {}

    /** A service that listens. */
    interface Running extends AutoCloseable {
        InetSocketAddress address();

        @Override
        void close() throws IOException;
    }
}

package org.symbolon.portal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.symbolon.archive.DataCentreService;
import org.symbolon.model.Configuration;
import org.symbolon.model.Secret;
import org.symbolon.model.TlsSettings;

/** The portal with a filled archive in memory, for one test class. */
final class PortalTrial implements AutoCloseable {
    final MemoryObjects objects = new MemoryObjects();
    final MemoryRecords records = new MemoryRecords();
    private final DataCentreService.Running running;

    PortalTrial() throws IOException {
        SampleCases.store(records);
        SampleChest chest = new SampleChest("A-1001", "PX41", "2.25.41001");
        chest.store(objects, SampleCases.HOSPITAL, 1, 24);
        chest.store(objects, SampleCases.HOSPITAL, 2, 12);
        new SampleChest("A-2002", "PX99", "2.25.99002").store(objects, SampleCases.HOSPITAL, 1, 3);
        new SampleChest("A-3003", "PX98", "2.25.99003").storeColour(objects, SampleCases.HOSPITAL);
        Configuration configuration = Configuration.of(Map.of("portal.port", "0"));
        running = new PortalService()
                .configure(configuration, Map.of())
                .start(new DataCentreService.Surroundings(
                        objects, records, withoutTls(), certificate -> Optional.empty()));
        configuration.requireAllKnown();
    }

    /** The portal of today does not look at it. */
    private static TlsSettings withoutTls() {
        Path none = Path.of("none");
        return new TlsSettings(none, Secret.of("none"), none, Secret.of("none"));
    }

    String url(String path) {
        return "http://127.0.0.1:" + running.address().getPort() + path;
    }

    @Override
    public void close() throws IOException {
        running.close();
    }
}

package org.symbolon.recordreceiver;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.Map;
import org.symbolon.archive.DataCentreService;
import org.symbolon.model.Configuration;
import org.symbolon.record.RecordOptions;
import org.symbolon.record.RecordReader;
import org.symbolon.recordreceiver.internal.ArchiveOperations;
import org.symbolon.recordreceiver.internal.HttpListener;

/**
 * Takes textual records by HTTPS into the archive, and gives them back: {@code POST /records}, {@code GET /records/id}. A client
 * is the organisation of its certificate and sees nothing of another one's. What was answered with 200 or 201 is on disk and
 * indexed.
 */
public final class RecordReceiverService implements DataCentreService {
    @Override
    public String name() {
        return "hl7";
    }

    @Override
    public Startable configure(Configuration configuration, Map<String, String> environment) {
        RecordReceiverOptions options = RecordReceiverOptions.from(configuration);
        return surroundings -> start(options, surroundings);
    }

    /** Listens when it returns. */
    static Running start(RecordReceiverOptions options, Surroundings surroundings) throws IOException {
        RecordReader reader = new RecordReader(RecordOptions.defaults().withMaxBytes(options.maxRecordBytes()));
        HttpListener listener = HttpListener.start(
                options,
                surroundings.tls().sslContext(),
                new ArchiveOperations(surroundings.records(), surroundings.organisations(), reader));
        return new Running() {
            @Override
            public InetSocketAddress address() {
                return listener.address();
            }

            @Override
            public void close() {
                listener.close();
            }
        };
    }
}

package org.symbolon.agent.internal.records;

import java.time.Duration;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * Where the data centre takes textual records.
 *
 * @param tls null: plain HTTP, for trials on one machine
 * @param maxBytes longest record; what the data centre sends back may be twice as long
 */
public record RecordCentre(
        String host,
        int port,
        @Nullable SSLContext tls,
        Duration connectTimeout,
        Duration responseTimeout,
        int maxBytes) {}

package org.symbolon.recordreceiver.internal;

import java.io.IOException;
import java.security.cert.X509Certificate;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.symbolon.archive.StoreOutcome;
import org.symbolon.model.ErrorCode;
import org.symbolon.model.OrganisationId;
import org.symbolon.model.SymbolonException;

/** Keeps bodies in memory, whatever they are; the words in {@link #store} make it fail. */
final class MemoryOperations implements Operations {
    static final OrganisationId HOSPITAL = new OrganisationId("hospital");

    final Map<String, byte[]> stored = new ConcurrentHashMap<>();
    final AtomicInteger atOnce = new AtomicInteger();
    final AtomicInteger mostAtOnce = new AtomicInteger();
    volatile long storeMillis;

    @Override
    public Optional<OrganisationId> organisation(X509Certificate certificate) {
        return certificate.getSubjectX500Principal().getName().equals("CN=client")
                ? Optional.of(HOSPITAL)
                : Optional.empty();
    }

    @Override
    public Answer store(OrganisationId organisation, RequestHead.Post request, byte[] content) throws IOException {
        mostAtOnce.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
        try {
            Thread.sleep(storeMillis);
            switch (Objects.requireNonNullElse(request.documentId(), "")) {
                case "corrupt" -> throw new SymbolonException(ErrorCode.CORRUPT, "Broken at PID-3");
                case "away" -> throw new IOException("secret path /hospital/hl7/1");
                case "defect" -> throw new IllegalStateException("secret value");
                default -> stored.put(Objects.requireNonNullElse(request.documentId(), ""), content);
            }
            return Answer.stored(StoreOutcome.STORED, "id", Sha256.hex(content));
        } catch (InterruptedException e) {
            throw new IOException(e);
        } finally {
            atOnce.decrementAndGet();
        }
    }

    @Override
    public Answer fetch(OrganisationId organisation, RequestHead.Get request) {
        byte[] content = stored.get(request.documentId());
        if (content == null) {
            throw new SymbolonException(ErrorCode.NOT_FOUND, "There is no such record");
        }
        return Answer.of(200, "application/hl7-v2", content).with(RequestHead.SHA_256, Sha256.hex(content));
    }
}

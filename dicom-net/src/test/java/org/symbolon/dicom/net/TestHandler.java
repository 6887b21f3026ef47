package org.symbolon.dicom.net;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Accepts everything and keeps what it gets. */
class TestHandler implements AssociationHandler {
    final Queue<Stored> stored = new ConcurrentLinkedQueue<>();
    final AtomicInteger closed = new AtomicInteger();

    @SuppressWarnings("ArrayRecordComponent") // compared by its parts
    record Stored(StoreRequest request, byte[] dataSet) {}

    @Override
    public boolean accepts(String abstractSyntax) {
        return true;
    }

    @Override
    public @Nullable String choose(String abstractSyntax, List<String> proposed) {
        return proposed.get(0);
    }

    @Override
    public StoreResponse store(StoreRequest request, InputStream dataSet) throws IOException {
        stored.add(new Stored(request, dataSet.readAllBytes()));
        return StoreResponse.success();
    }

    @Override
    public void close() {
        closed.incrementAndGet();
    }
}

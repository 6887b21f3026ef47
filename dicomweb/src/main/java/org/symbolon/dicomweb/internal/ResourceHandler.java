package org.symbolon.dicomweb.internal;

import java.io.IOException;

/** Answers the requests for one kind of resource. Thread-safe. */
@FunctionalInterface
public interface ResourceHandler {
    void answer(WebRequest request) throws IOException;
}

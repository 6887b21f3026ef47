package org.symbolon.recordreceiver.internal;

import java.io.IOException;
import java.security.cert.X509Certificate;
import java.util.Optional;
import org.symbolon.model.OrganisationId;

/** What is done with requests. Thread-safe; may block, save {@link #organisation}. */
public interface Operations {
    /** Whom a client certificate stands for; empty: nobody here. */
    Optional<OrganisationId> organisation(X509Certificate certificate);

    /**
     * Takes a whole record; answered only when it is on disk.
     *
     * @throws org.symbolon.model.SymbolonException where the record is refused
     * @throws IOException where it could not be stored now
     */
    Answer store(OrganisationId organisation, RequestHead.Post request, byte[] content) throws IOException;

    /** Gives a record back. */
    Answer fetch(OrganisationId organisation, RequestHead.Get request) throws IOException;
}

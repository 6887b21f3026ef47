package org.symbolon.dicom.net;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import org.symbolon.dicom.DataSet;
import org.symbolon.dicom.net.internal.Association;
import org.symbolon.dicom.net.internal.Connector;
import org.symbolon.dicom.net.internal.Limits;
import org.symbolon.dicom.net.internal.RequesterServices;

/**
 * An association that this side asked for. Each call sends one request and waits for its answer. For one thread at a time.
 * Whoever connects releases, or closes, which aborts.
 *
 * <p>Every call may throw {@link DicomNetworkException}; see its {@link DicomNetworkException#sentSomething}. If no context
 * was accepted that the request needs, that is of kind REJECTED and the association stays usable; after any other it is gone.
 */
public final class AssociationRequester implements Closeable {
    /** Presentation contexts that one association can have. */
    public static final int MAX_CONTEXTS = Limits.MAX_CONTEXTS;

    private static final int MAX_AE_TITLE_LENGTH = 16;

    private final Association association;
    private final RequesterServices services;

    private AssociationRequester(Association association, String callingAeTitle, NetworkOptions options) {
        this.association = association;
        this.services = new RequesterServices(association, callingAeTitle, options);
    }

    /**
     * Connects and associates.
     *
     * @param callingAeTitle of this side, 1 to 16 characters
     * @param calledAeTitle of the peer, 1 to 16 characters
     * @param contexts 1 to {@link #MAX_CONTEXTS}
     * @param tls null: plain TCP
     */
    public static AssociationRequester connect(
            InetSocketAddress peer,
            String callingAeTitle,
            String calledAeTitle,
            List<ProposedContext> contexts,
            @Nullable SSLContext tls,
            NetworkOptions options)
            throws IOException {
        requireAeTitle(callingAeTitle);
        requireAeTitle(calledAeTitle);
        if (contexts.isEmpty() || contexts.size() > MAX_CONTEXTS) {
            throw new IllegalArgumentException("An association has 1 to " + MAX_CONTEXTS + " presentation contexts");
        }
        Association association = new Connector(peer, tls, options).associate(callingAeTitle, calledAeTitle, contexts);
        return new AssociationRequester(association, callingAeTitle, options);
    }

    private static void requireAeTitle(String title) {
        boolean ascii = StandardCharsets.US_ASCII.newEncoder().canEncode(title);
        if (title.isBlank() || title.length() > MAX_AE_TITLE_LENGTH || !ascii) {
            throw new IllegalArgumentException("An AE title has 1 to " + MAX_AE_TITLE_LENGTH + " ASCII characters");
        }
    }

    /** In the order of the proposals. */
    public List<AcceptedContext> accepted() {
        return association.contexts().values().stream()
                .sorted(Comparator.comparingInt(AcceptedContext::id))
                .toList();
    }

    /** The context on which this side may send objects of the class in the syntax; null: none. */
    public @Nullable AcceptedContext accepted(String abstractSyntax, String transferSyntax) {
        return services.context(abstractSyntax, transferSyntax);
    }

    /** C-ECHO; returns the status. */
    public int echo() throws IOException {
        return services.echo();
    }

    /** C-STORE. The response is the peer's, be it success or not. */
    public StoreResponse store(String sopClassUid, String sopInstanceUid, String transferSyntax, DataSetSource source)
            throws IOException {
        return services.store(sopClassUid, sopInstanceUid, transferSyntax, source);
    }

    /**
     * N-ACTION, and if that is granted, the N-EVENT-REPORT that follows on this association.
     *
     * @param eventTimeout how long to wait for the event after the response
     */
    public ActionResult action(
            String sopClassUid, String sopInstanceUid, int actionType, DataSet information, Duration eventTimeout)
            throws IOException {
        return services.action(sopClassUid, sopInstanceUid, actionType, information, eventTimeout);
    }

    /**
     * C-GET. The Storage classes wanted must have been proposed with {@link ProposedContext#asScp}.
     *
     * @param sopClassUid of the information model, such as Study Root Query/Retrieve Information Model - GET
     * @param sink gets every object on this thread before this call returns
     */
    public GetResult get(String sopClassUid, DataSet identifier, StoreSink sink) throws IOException {
        return services.get(sopClassUid, identifier, sink);
    }

    /** Whether nothing is known that ended the association. */
    public boolean isOpen() {
        return association.isOpen();
    }

    /** Ends the association in good order and closes the connection. */
    public void release() throws IOException {
        association.release();
    }

    /** Aborts the association if it was not released. */
    @Override
    public void close() {
        association.abort();
    }
}

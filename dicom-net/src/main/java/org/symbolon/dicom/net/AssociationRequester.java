package org.symbolon.dicom.net;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import org.symbolon.dicom.DataSet;
import org.symbolon.dicom.net.internal.Association;
import org.symbolon.dicom.net.internal.Connector;
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
    public static final int MAX_CONTEXTS = AssociationProposal.MAX_CONTEXTS;

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
        return connect(peer, AssociationProposal.of(callingAeTitle, calledAeTitle, contexts), tls, options);
    }

    /**
     * Connects and associates.
     *
     * @param tls null: plain TCP
     */
    public static AssociationRequester connect(
            InetSocketAddress peer, AssociationProposal proposal, @Nullable SSLContext tls, NetworkOptions options)
            throws IOException {
        Association association = new Connector(peer, tls, options).associate(proposal);
        return new AssociationRequester(association, proposal.callingAeTitle(), options);
    }

    /** What was agreed on beside the contexts. */
    public NegotiatedTerms terms() {
        return association.terms();
    }

    /** The window that the acceptor granted; {@link AsynchronousOperations#SYNCHRONOUS} where it granted none. */
    public AsynchronousOperations asynchronousOperations() {
        return association.terms().asynchronousOperations();
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

package org.symbolon.dicom.net;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
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

    /** As {@link #connect(InetSocketAddress, String, String, List, SSLContext, NetworkOptions)}. */
    public static AssociationRequester connect(
            ApplicationEntity peer, String callingAeTitle, List<ProposedContext> contexts, NetworkOptions options)
            throws IOException {
        return connect(peer.address(), callingAeTitle, peer.aeTitle(), contexts, peer.tls(), options);
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
     * C-STORE of many objects. Where the peer granted an asynchronous operations window, that many are sent before their answers
     * are waited for. An object goes out in its own transfer syntax if the peer took that, else in one of its {@link
     * OutgoingObject#recoding}, else not; see {@link StorageProposal} for the contexts to propose.
     *
     * @throws DicomNetworkException if the association ends before its time: of an object that was taken from the iterator and of
     *     which the observer has not heard, the outcome is unknown
     */
    public void storeAll(Iterator<OutgoingObject> objects, StoreObserver observer) throws IOException {
        services.storeAll(objects, null, observer);
    }

    /** As {@link #storeAll(Iterator, StoreObserver)}, on behalf of who asked for a C-MOVE. */
    public void storeAll(Iterator<OutgoingObject> objects, MoveOriginator originator, StoreObserver observer)
            throws IOException {
        services.storeAll(objects, originator, observer);
    }

    /**
     * C-FIND.
     *
     * @param sopClassUid of the information model, such as Study Root Query/Retrieve Information Model - FIND
     * @param identifier keys, with Query/Retrieve Level (0008,0052) where the model has levels
     * @param sink gets every match as it comes
     */
    public FindResult find(String sopClassUid, DataSet identifier, FindSink sink) throws IOException {
        return find(sopClassUid, identifier, new Cancellation(), sink);
    }

    /** As {@link #find(String, DataSet, FindSink)}; more matches may come after the cancellation. */
    public FindResult find(String sopClassUid, DataSet identifier, Cancellation cancellation, FindSink sink)
            throws IOException {
        return services.find(sopClassUid, identifier, cancellation, sink);
    }

    /**
     * C-MOVE: has the peer send objects to a third party, or to a {@link DicomServer} of this process.
     *
     * @param sopClassUid of the information model, such as Study Root Query/Retrieve Information Model - MOVE
     * @param destinationAeTitle known to the peer, 1 to 16 characters
     */
    public RetrieveResult move(
            String sopClassUid,
            DataSet identifier,
            String destinationAeTitle,
            Cancellation cancellation,
            RetrieveListener listener)
            throws IOException {
        return services.move(sopClassUid, identifier, destinationAeTitle, cancellation, listener);
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
     * N-ACTION alone. The N-EVENT-REPORT that follows comes to {@link #pollEvent}, or to the {@link AssociationHandler#event} of a
     * {@link DicomServer} if the peer reports over an association of its own (PS3.4 J.3.3).
     */
    public ObjectResponse action(String sopClassUid, String sopInstanceUid, int actionType, DataSet information)
            throws IOException {
        return services.action(sopClassUid, sopInstanceUid, actionType, information);
    }

    /** The next N-EVENT-REPORT that came on this association; it has been acknowledged. Empty if none comes in time. */
    public Optional<EventReport> pollEvent(Duration timeout) throws IOException {
        return services.pollEvent(timeout);
    }

    /** N-CREATE. An empty SOP Instance UID leaves the choice to the peer; its answer names the one chosen. */
    public ObjectResponse create(String sopClassUid, String sopInstanceUid, DataSet attributes) throws IOException {
        return services.create(sopClassUid, sopInstanceUid, attributes);
    }

    /** N-SET. */
    public ObjectResponse set(String sopClassUid, String sopInstanceUid, DataSet modifications) throws IOException {
        return services.set(sopClassUid, sopInstanceUid, modifications);
    }

    /** N-GET of the attributes with these tags; no tags: all. */
    public ObjectResponse read(String sopClassUid, String sopInstanceUid, List<Integer> tags) throws IOException {
        return services.read(sopClassUid, sopInstanceUid, tags);
    }

    /** N-DELETE. */
    public ObjectResponse delete(String sopClassUid, String sopInstanceUid) throws IOException {
        return services.delete(sopClassUid, sopInstanceUid);
    }

    /** N-EVENT-REPORT, from this side as SCP: the class must have been proposed with {@link ProposedContext#asScp}. */
    public ObjectResponse report(EventReport report) throws IOException {
        return services.report(report);
    }

    /**
     * C-GET. The Storage classes wanted must have been proposed with {@link ProposedContext#asScp}.
     *
     * @param sopClassUid of the information model, such as Study Root Query/Retrieve Information Model - GET
     * @param sink gets every object on this thread before this call returns
     */
    public RetrieveResult get(String sopClassUid, DataSet identifier, StoreSink sink) throws IOException {
        return get(sopClassUid, identifier, new Cancellation(), RetrieveListener.NONE, sink);
    }

    /** As {@link #get(String, DataSet, StoreSink)}; more objects may come after the cancellation. */
    public RetrieveResult get(
            String sopClassUid,
            DataSet identifier,
            Cancellation cancellation,
            RetrieveListener listener,
            StoreSink sink)
            throws IOException {
        return services.get(sopClassUid, identifier, cancellation, listener, sink);
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

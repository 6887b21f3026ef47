package org.symbolon.dicom.net.internal;

import io.netty.channel.Channel;
import io.netty.handler.ssl.SslHandler;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.symbolon.dicom.net.AssociationHandler;
import org.symbolon.dicom.net.AssociationHandlerFactory;
import org.symbolon.dicom.net.AssociationPeer;
import org.symbolon.dicom.net.AssociationRejection;
import org.symbolon.dicom.net.DicomNetworkException;
import org.symbolon.dicom.net.DicomNetworkException.Kind;
import org.symbolon.dicom.net.NetworkOptions;

/** The thread of one association on a server, from the A-ASSOCIATE-RQ to the end. */
final class ServerAssociation implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(ServerAssociation.class);

    private final AssociationChannel channel;
    private final AssociatePdu request;
    private final AssociationPeer peer;
    private final Set<String> calledAeTitles;
    private final AssociationHandlerFactory factory;
    private final NetworkOptions options;

    /** To be made on the event loop, while the channel still knows its peer. */
    ServerAssociation(
            AssociationChannel channel,
            AssociatePdu request,
            Set<String> calledAeTitles,
            AssociationHandlerFactory factory,
            NetworkOptions options) {
        this.channel = channel;
        this.request = request;
        this.peer = peer(channel.channel(), request);
        this.calledAeTitles = calledAeTitles;
        this.factory = factory;
        this.options = options;
    }

    private static AssociationPeer peer(Channel channel, AssociatePdu request) {
        SocketAddress address = channel.remoteAddress();
        return new AssociationPeer(
                address instanceof InetSocketAddress known
                        ? known
                        : new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                request.callingAeTitle(),
                request.calledAeTitle(),
                Tls.peerCertificate(channel.pipeline().get(SslHandler.class)),
                request.user().userIdentity(),
                request.user().implementationClassUid(),
                request.user().implementationVersionName(),
                request.user().commonExtended());
    }

    /** Where the peer is. */
    InetAddress address() {
        return peer.address().getAddress();
    }

    /** Ends the association after the operation that is under way. Any thread may call this. */
    void requestStop() {
        channel.requestStop();
    }

    /** Cuts the connection. Any thread may call this. */
    void cut() {
        Pipelines.close(channel.channel());
    }

    @Override
    public void run() {
        try {
            Negotiation.check(request, calledAeTitles, options.limits().maxContexts());
            try (AssociationHandler handler = factory.open(peer)) {
                serve(handler);
            }
        } catch (AssociationRejection rejection) {
            channel.finish(new Outbound.Reject(rejection.reason()), new Inbound.Disconnected(null));
        } catch (DicomNetworkException e) {
            LOG.debug("An association ended: {}: {}", e.kind(), e.getMessage());
        } catch (Exception e) {
            HandlerFailure.log(e);
        } finally {
            channel.finish(new Outbound.Abort(AbortReason.SERVICE_USER), new Inbound.Disconnected(null));
        }
    }

    private void serve(AssociationHandler handler) throws IOException {
        long peerMaxPduBytes = request.user().maxPduBytes();
        if (peerMaxPduBytes != 0 && peerMaxPduBytes < Limits.MIN_PEER_PDU_BYTES) {
            String message = "The peer takes no PDU of use";
            channel.finish(
                    new Outbound.Violation(AbortReason.INVALID_PDU_PARAMETER, message), new Inbound.Disconnected(null));
            throw new DicomNetworkException(Kind.PROTOCOL, false, message);
        }
        Negotiation.Acceptance acceptance = Negotiation.accept(request, handler, options);
        Association association = new Association(channel, options, acceptance.contexts(), acceptance.terms());
        channel.request(new Outbound.Accept(acceptance.answer()));
        ServerServices services = new ServerServices(association, handler, peer, options);
        try {
            services.serveAll();
            association.grantRelease();
        } finally {
            association.abort();
        }
    }
}

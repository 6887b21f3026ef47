package org.symbolon.dicom.net.internal;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.socket.SocketChannel;
import io.netty.handler.ssl.SslHandler;
import io.netty.util.concurrent.Future;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import org.symbolon.dicom.net.AcceptedContext;
import org.symbolon.dicom.net.AssociationProposal;
import org.symbolon.dicom.net.DicomNetworkException;
import org.symbolon.dicom.net.DicomNetworkException.Kind;
import org.symbolon.dicom.net.NetworkOptions;
import org.symbolon.dicom.net.internal.UpperLayer.Role;

/** Makes an association as requester: TCP, TLS, A-ASSOCIATE. */
public final class Connector {
    private static final Outbound USER_ABORT = new Outbound.Abort(AbortReason.SERVICE_USER);

    private final InetSocketAddress server;
    private final @Nullable SSLContext tls;
    private final NetworkOptions options;

    public Connector(InetSocketAddress server, @Nullable SSLContext tls, NetworkOptions options) {
        this.server = server;
        this.tls = tls;
        this.options = options;
    }

    /** Blocks until the association is established. */
    public Association associate(AssociationProposal proposal) throws DicomNetworkException {
        AssociatePdu request = Negotiation.request(proposal, options);
        AssociationChannel channel = connect(request);
        try {
            AssociatePdu answer = awaitAnswer(channel);
            long peerMaxPduBytes = answer.user().maxPduBytes();
            if (peerMaxPduBytes != 0 && peerMaxPduBytes < Limits.MIN_PEER_PDU_BYTES) {
                String message = "The peer takes no PDU of use";
                Outbound last = new Outbound.Violation(AbortReason.INVALID_PDU_PARAMETER, message);
                throw refuse(channel, last, Kind.PROTOCOL, message);
            }
            Map<Integer, AcceptedContext> contexts = Negotiation.accepted(request, answer);
            return new Association(channel, options, contexts, Negotiation.requesterTerms(request, answer, options));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw refuse(channel, USER_ABORT, Kind.ABORTED, "The connecting thread was interrupted");
        }
    }

    private AssociationChannel connect(AssociatePdu request) throws DicomNetworkException {
        SslHandler tlsHandler = tls == null ? null : Tls.client(tls, server, options);
        CompletableFuture<AssociationChannel> made = new CompletableFuture<>();
        Bootstrap bootstrap = new Bootstrap()
                .group(Transport.shared().eventLoops())
                .channel(Transport.shared().socketChannel())
                .option(ChannelOption.TCP_NODELAY, true)
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, millis(options.connectTimeout()))
                .handler(new ChannelInitializer<SocketChannel>() {
                    @Override
                    protected void initChannel(SocketChannel channel) {
                        AssociationChannel association = new AssociationChannel(channel, Role.REQUESTOR);
                        UpperLayer upperLayer = UpperLayer.requestor(request, options.associationTimeout());
                        Pipelines.configure(channel, tlsHandler, options.maxPduBytes(), upperLayer, association);
                        made.complete(association);
                    }
                });
        ChannelFuture connected = bootstrap.connect(server);
        await(connected, options.connectTimeout().plusSeconds(1), connected, "No TCP connection came about");
        if (tlsHandler != null) {
            await(tlsHandler.handshakeFuture(), options.associationTimeout(), connected, "No TLS session came about");
        }
        return made.join(); // not from the pipeline, which is empty if the peer has closed already
    }

    private static void await(Future<?> future, Duration timeout, ChannelFuture connection, String message)
            throws DicomNetworkException {
        try {
            if (future.await(timeout.toMillis()) && future.isSuccess()) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        connection.cancel(false);
        Pipelines.close(connection.channel());
        throw new DicomNetworkException(Kind.UNREACHABLE, false, message, future.cause());
    }

    private AssociatePdu awaitAnswer(AssociationChannel channel) throws DicomNetworkException, InterruptedException {
        Inbound inbound = channel.poll(options.associationTimeout().toNanos());
        if (inbound == null) {
            throw refuse(channel, USER_ABORT, Kind.TIMEOUT, "The peer did not answer the request in time");
        }
        if (inbound instanceof Inbound.AssociateAccept accept) {
            return accept.pdu();
        }
        channel.discardInput();
        throw EndOfConnection.describe(inbound, false); // any other PDU is a violation
    }

    private static DicomNetworkException refuse(AssociationChannel channel, Outbound last, Kind kind, String message) {
        channel.finish(last, new Inbound.Disconnected(null));
        return new DicomNetworkException(kind, false, message);
    }

    private static int millis(Duration duration) {
        return (int) Math.min(Integer.MAX_VALUE, Math.max(1, duration.toMillis()));
    }
}

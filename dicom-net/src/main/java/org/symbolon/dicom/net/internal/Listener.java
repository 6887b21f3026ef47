package org.symbolon.dicom.net.internal;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.socket.SocketChannel;
import io.netty.handler.ssl.SslHandler;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.symbolon.dicom.net.AssociationHandlerFactory;
import org.symbolon.dicom.net.AssociationRejection.Reason;
import org.symbolon.dicom.net.NetworkOptions;
import org.symbolon.dicom.net.ServerOptions;
import org.symbolon.dicom.net.internal.UpperLayer.Role;

/** A listening socket, the connections it has accepted and the threads that serve them. Thread-safe. */
public final class Listener {
    private final ServerOptions options;
    private final NetworkOptions network;
    private final AssociationHandlerFactory factory;
    private final Admissions admissions;
    private final ExecutorService threads;
    private final Channel socket;

    public Listener(InetSocketAddress address, ServerOptions options, AssociationHandlerFactory factory)
            throws IOException {
        this.options = options;
        this.network = options.network();
        this.factory = factory;
        this.admissions = new Admissions(network.limits());
        this.socket = bind(address);
        this.threads = Executors.newCachedThreadPool(new DefaultThreadFactory("dicom-association-" + port(), true));
        socket.config().setAutoRead(true);
    }

    /** Connections are not accepted before the constructor has ended. */
    private Channel bind(InetSocketAddress address) throws IOException {
        ChannelFuture bound = new ServerBootstrap()
                .group(Transport.shared().eventLoops())
                .channel(Transport.shared().serverChannel())
                .option(ChannelOption.SO_REUSEADDR, true)
                .option(ChannelOption.AUTO_READ, false)
                .childHandler(new ChannelInitializer<SocketChannel>() {
                    @Override
                    protected void initChannel(SocketChannel channel) {
                        accept(channel);
                    }
                })
                .bind(address)
                .awaitUninterruptibly();
        if (!bound.isSuccess()) {
            throw new IOException("The DICOM port cannot be opened", bound.cause());
        }
        return bound.channel();
    }

    private void accept(SocketChannel channel) {
        SslHandler tls = options.tls() == null
                ? null
                : Tls.server(options.tls().context(), options.clientCertificates(), network);
        AssociationChannel association = new AssociationChannel(channel, Role.ACCEPTOR);
        UpperLayer upperLayer =
                UpperLayer.acceptor(request -> indicate(association, request), network.associationTimeout());
        Pipelines.configure(channel, tls, network.maxPduBytes(), upperLayer, association);
        admissions.connected(channel);
    }

    /** On the event loop: gives the request to a thread of its own, or says why not. */
    private @Nullable Reason indicate(AssociationChannel channel, AssociatePdu request) {
        if ((request.protocolVersion() & AssociatePdu.VERSION_1) == 0) {
            return Reason.PROTOCOL_VERSION_NOT_SUPPORTED;
        }
        ServerAssociation association =
                new ServerAssociation(channel, request, options.calledAeTitles(), factory, network);
        if (!admissions.begin(channel.channel(), association)) {
            return Reason.LOCAL_LIMIT_EXCEEDED;
        }
        Future<?> longest = channel.channel()
                .eventLoop()
                .schedule(
                        channel::expire, network.timeouts().longestAssociation().toMillis(), TimeUnit.MILLISECONDS);
        try {
            threads.execute(() -> {
                try {
                    association.run();
                } finally {
                    longest.cancel(false);
                    admissions.ended(association);
                }
            });
            return null;
        } catch (RejectedExecutionException e) {
            longest.cancel(false);
            admissions.ended(association);
            return Reason.LOCAL_LIMIT_EXCEEDED; // the server was closed just now
        }
    }

    public int port() {
        return ((InetSocketAddress) socket.localAddress()).getPort();
    }

    public int associations() {
        return admissions.associations();
    }

    /** Stops listening, lets operations end for the shutdown timeout, and cuts the rest. May be called again. */
    public void close() {
        socket.close().awaitUninterruptibly();
        try {
            admissions.close(options.shutdownTimeout());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        threads.shutdownNow();
    }
}

package org.symbolon.dicom.net.internal;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.ssl.SslHandler;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import org.symbolon.dicom.net.AssociationHandlerFactory;
import org.symbolon.dicom.net.AssociationRejection.Reason;
import org.symbolon.dicom.net.NetworkOptions;
import org.symbolon.dicom.net.ServerOptions;

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
        this.admissions = new Admissions(network.maxAssociations(), network.maxPendingConnections());
        this.socket = bind(address);
        this.threads = Executors.newCachedThreadPool(new DefaultThreadFactory("dicom-association-" + port(), true));
        socket.config().setAutoRead(true);
    }

    /** Connections are not accepted before the constructor has ended. */
    private Channel bind(InetSocketAddress address) throws IOException {
        ChannelFuture bound = new ServerBootstrap()
                .group(EventLoops.shared())
                .channel(NioServerSocketChannel.class)
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
        SslHandler tls =
                options.tls() == null ? null : Tls.server(options.tls(), options.clientCertificates(), network);
        Pipelines.configure(channel, tls, network.maxPduBytes());
        channel.pipeline().addLast(new AdmissionHandler(network.associationTimeout(), this::admitted));
        admissions.connected(channel);
    }

    private void admitted(AssociationChannel channel, AssociatePdu request) {
        ServerAssociation association =
                new ServerAssociation(channel, request, options.calledAeTitles(), factory, network);
        if (!admissions.begin(channel.channel(), association)) {
            turnAway(channel);
            return;
        }
        try {
            threads.execute(() -> {
                try {
                    association.run();
                } finally {
                    admissions.ended(association);
                }
            });
        } catch (RejectedExecutionException e) {
            admissions.ended(association);
            turnAway(channel); // the server was closed just now
        }
    }

    private static void turnAway(AssociationChannel channel) {
        channel.farewell(ShortPdus.reject(Reason.LOCAL_LIMIT_EXCEEDED), new Inbound.Disconnected(null));
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

package org.symbolon.recordreceiver.internal;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.http.HttpDecoderConfig;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.flow.FlowControlHandler;
import io.netty.util.concurrent.DefaultThreadFactory;
import io.netty.util.concurrent.GlobalEventExecutor;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.symbolon.recordreceiver.RecordReceiverOptions;

/**
 * An HTTPS port. Netty rather than a servlet container: a connection that says nothing costs no thread, a byte of a body is read
 * only when memory for all of it is set aside, and every limit is in one place ({@link Connection}). Thread-safe.
 */
public final class HttpListener implements Closeable {
    private static final Logger LOG = LoggerFactory.getLogger(HttpListener.class);
    private static final int IO_THREADS = 2;
    private static final int WORKERS = 8;
    private static final int MAX_REQUEST_LINE_BYTES = 2 << 10;
    private static final int MAX_HEADER_BYTES = 8 << 10;
    private static final int MAX_CHUNK_BYTES = 64 << 10;
    private static final int SHUTDOWN_SECONDS = 10;

    private final RecordReceiverOptions options;
    private final Operations operations;
    private final EventLoopGroup loops;
    private final ExecutorService workers;
    private final ByteBudget budget;
    private final ChannelGroup connections = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE);
    private final Channel socket;

    private HttpListener(RecordReceiverOptions options, SSLContext tls, Operations operations) throws IOException {
        this.options = options;
        this.operations = operations;
        this.budget = new ByteBudget((long) options.maxBodies() * options.maxRecordBytes());
        this.loops = new MultiThreadIoEventLoopGroup(
                IO_THREADS, new DefaultThreadFactory("hl7-io", true), NioIoHandler.newFactory());
        this.workers = Executors.newFixedThreadPool(WORKERS, new DefaultThreadFactory("hl7-record", true));
        ChannelFuture bound = new ServerBootstrap()
                .group(loops)
                .channel(NioServerSocketChannel.class)
                .option(ChannelOption.SO_REUSEADDR, true)
                .childOption(ChannelOption.AUTO_READ, false)
                .childOption(ChannelOption.TCP_NODELAY, true)
                .childHandler(new ChannelInitializer<SocketChannel>() {
                    @Override
                    protected void initChannel(SocketChannel channel) {
                        accept(channel, tls);
                    }
                })
                .bind(options.listen())
                .awaitUninterruptibly();
        if (!bound.isSuccess()) {
            workers.shutdownNow();
            loops.shutdownGracefully(0, 0, TimeUnit.SECONDS).awaitUninterruptibly(SHUTDOWN_SECONDS, TimeUnit.SECONDS);
            throw new IOException("The port for records cannot be opened", bound.cause());
        }
        this.socket = bound.channel();
    }

    /** Listens when it returns. */
    public static HttpListener start(RecordReceiverOptions options, SSLContext tls, Operations operations)
            throws IOException {
        return new HttpListener(options, tls, operations);
    }

    private void accept(SocketChannel channel, SSLContext tls) {
        if (connections.size() >= options.maxConnections()) {
            LOG.warn("A connection was closed at once: {} are open", options.maxConnections());
            channel.close().addListener(ChannelFutureListener.FIRE_EXCEPTION_ON_FAILURE);
            return;
        }
        connections.add(channel);
        HttpDecoderConfig limits = new HttpDecoderConfig()
                .setMaxInitialLineLength(MAX_REQUEST_LINE_BYTES)
                .setMaxHeaderSize(MAX_HEADER_BYTES)
                .setMaxChunkSize(MAX_CHUNK_BYTES);
        channel.pipeline()
                .addLast(ServerTls.handler(tls, options.idleTimeout()))
                .addLast(new HttpServerCodec(limits))
                // Gives one message for each read, so that nothing arrives while a record is being stored
                .addLast(new FlowControlHandler())
                .addLast(new Connection(options, operations, budget, workers));
    }

    public InetSocketAddress address() {
        return (InetSocketAddress) socket.localAddress();
    }

    /** Bytes that are not set aside for a body just now. */
    long freeBytes() {
        return budget.freeBytes();
    }

    int connections() {
        return connections.size();
    }

    /** Stops listening, lets records that arrived whole be stored and answered, and cuts the rest. */
    @Override
    public void close() {
        socket.close().awaitUninterruptibly();
        workers.shutdown();
        try {
            if (!workers.awaitTermination(SHUTDOWN_SECONDS, TimeUnit.SECONDS)) {
                workers.shutdownNow();
            }
        } catch (InterruptedException e) {
            workers.shutdownNow();
            Thread.currentThread().interrupt();
        }
        connections.close().awaitUninterruptibly(SHUTDOWN_SECONDS, TimeUnit.SECONDS);
        loops.shutdownGracefully(0, SHUTDOWN_SECONDS, TimeUnit.SECONDS)
                .awaitUninterruptibly(SHUTDOWN_SECONDS, TimeUnit.SECONDS);
    }
}

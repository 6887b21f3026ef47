package org.symbolon.dicom.net.internal;

import io.netty.channel.Channel;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.IoHandlerFactory;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.ServerChannel;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioChannelOption;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.util.concurrent.DefaultThreadFactory;
import jdk.net.ExtendedSocketOptions;

/**
 * The event loops of the process, shared by all associations: epoll where Netty's native transport is on the class path, else
 * the JDK's selectors. Daemon threads, never stopped.
 */
final class Transport {
    private static final int THREADS = Math.max(2, Runtime.getRuntime().availableProcessors());
    private static final Transport SHARED = NativeEpoll.isPresent()
            ? new Transport(
                    NativeEpoll.handlers(),
                    NativeEpoll.socketChannel(),
                    NativeEpoll.serverChannel(),
                    NativeEpoll.quickAcknowledgement())
            : new Transport(
                    NioIoHandler.newFactory(),
                    NioSocketChannel.class,
                    NioServerSocketChannel.class,
                    NioChannelOption.of(ExtendedSocketOptions.TCP_QUICKACK));

    private final EventLoopGroup eventLoops;
    private final Class<? extends SocketChannel> socketChannel;
    private final Class<? extends ServerChannel> serverChannel;
    private final ChannelOption<Boolean> quickAcknowledgement;

    private Transport(
            IoHandlerFactory handlers,
            Class<? extends SocketChannel> socketChannel,
            Class<? extends ServerChannel> serverChannel,
            ChannelOption<Boolean> quickAcknowledgement) {
        this.eventLoops =
                new MultiThreadIoEventLoopGroup(THREADS, new DefaultThreadFactory("dicom-io", true), handlers);
        this.socketChannel = socketChannel;
        this.serverChannel = serverChannel;
        this.quickAcknowledgement = quickAcknowledgement;
    }

    static Transport shared() {
        return SHARED;
    }

    EventLoopGroup eventLoops() {
        return eventLoops;
    }

    Class<? extends SocketChannel> socketChannel() {
        return socketChannel;
    }

    Class<? extends ServerChannel> serverChannel() {
        return serverChannel;
    }

    /**
     * Has the kernel acknowledge what comes next without delay. A peer that sends a PDU's header and body in two writes, with
     * Nagle's algorithm on, as DCMTK does by default, otherwise waits 40 ms for our acknowledgement within each response. The
     * kernel forgets this whenever we send, so it is asked for after each request. Without effect where there is no such option.
     */
    void acknowledgeAtOnce(Channel channel) {
        if (channel.isActive()) {
            channel.config().setOption(quickAcknowledgement, true);
        }
    }
}

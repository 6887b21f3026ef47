package org.symbolon.dicom.net.internal;

import io.netty.channel.ChannelOption;
import io.netty.channel.IoHandlerFactory;
import io.netty.channel.ServerChannel;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollChannelOption;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollServerSocketChannel;
import io.netty.channel.epoll.EpollSocketChannel;
import io.netty.channel.socket.SocketChannel;

/** Netty's epoll transport, an optional dependency: nothing here may be touched before {@link #isPresent} has said yes. */
final class NativeEpoll {
    private NativeEpoll() {}

    /** Whether the library is on the class path and can be loaded. Where it is not there, not even Netty's classes are needed. */
    static boolean isPresent(String library) {
        return NativeEpoll.class.getClassLoader().getResource(library) != null && Epoll.isAvailable();
    }

    static IoHandlerFactory handlers() {
        return EpollIoHandler.newFactory();
    }

    static Class<? extends SocketChannel> socketChannel() {
        return EpollSocketChannel.class;
    }

    static Class<? extends ServerChannel> serverChannel() {
        return EpollServerSocketChannel.class;
    }

    static ChannelOption<Boolean> quickAcknowledgement() {
        return EpollChannelOption.TCP_QUICKACK;
    }
}

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
import io.netty.util.Version;
import java.util.Map;

/** Netty's epoll transport, an optional dependency: nothing here may be touched before {@link #isPresent} has said yes. */
final class NativeEpoll {
    private NativeEpoll() {}

    /**
     * Whether classes and native library are both on the class path, in one version. The native library alone proves nothing:
     * Hadoop and HBase carry copies of older ones, which load and then lack functions. Where it is not there, not even Netty's
     * classes are needed.
     */
    static boolean isPresent() {
        Map<String, Version> versions = Version.identify(NativeEpoll.class.getClassLoader());
        Version classes = versions.get("netty-transport-classes-epoll");
        Version library = versions.get("netty-transport-native-epoll");
        return classes != null
                && library != null
                && classes.artifactVersion().equals(library.artifactVersion())
                && Epoll.isAvailable();
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

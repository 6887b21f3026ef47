package org.symbolon.dicom.net.internal;

import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.util.concurrent.DefaultThreadFactory;

/** The event loops of the process, shared by all associations. Daemon threads, never stopped. */
final class EventLoops {
    private static final int THREADS = Math.max(2, Runtime.getRuntime().availableProcessors());
    private static final EventLoopGroup SHARED = new MultiThreadIoEventLoopGroup(
            THREADS, new DefaultThreadFactory("dicom-io", true), NioIoHandler.newFactory());

    private EventLoops() {}

    static EventLoopGroup shared() {
        return SHARED;
    }
}

package org.symbolon.dicom.net.internal;

import io.netty.channel.AdaptiveRecvByteBufAllocator;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.WriteBufferWaterMark;
import io.netty.channel.socket.SocketChannel;
import io.netty.handler.ssl.SslHandler;
import org.jspecify.annotations.Nullable;

/** What every connection has: socket options, TLS, the PDU decoder, the protocol machine and its user. */
final class Pipelines {
    /** A write blocks while more than this waits for the peer: one full buffer under way, one behind it. */
    private static final WriteBufferWaterMark PENDING_WRITES = new WriteBufferWaterMark(128 * 1024, 384 * 1024);

    /** Name of the TLS handler, where there is one. */
    static final String TLS = "tls";

    private static final int MIN_READ_BYTES = 1024;
    private static final int FIRST_READ_BYTES = 16 * 1024;
    private static final int MAX_READ_BYTES = 256 * 1024;

    private Pipelines() {}

    /** Closes the connection now, whoever calls. */
    static void close(Channel channel) {
        channel.close().addListener(ChannelFutureListener.FIRE_EXCEPTION_ON_FAILURE);
    }

    static void configure(
            SocketChannel channel,
            @Nullable SslHandler tls,
            int maxPduBytes,
            UpperLayer upperLayer,
            AssociationChannel association) {
        channel.config()
                .setTcpNoDelay(true)
                .setWriteBufferWaterMark(PENDING_WRITES)
                .setRecvByteBufAllocator(
                        new AdaptiveRecvByteBufAllocator(MIN_READ_BYTES, FIRST_READ_BYTES, MAX_READ_BYTES));
        if (tls != null) {
            channel.pipeline().addLast(TLS, tls);
        }
        channel.pipeline().addLast("pdu", new PduDecoder(maxPduBytes));
        channel.pipeline().addLast("upper-layer", upperLayer);
        channel.pipeline().addLast("association", association);
    }
}

package org.symbolon.dicom.net.internal;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.socket.SocketChannel;
import io.netty.handler.ssl.SslHandler;
import io.netty.util.ReferenceCountUtil;
import java.util.concurrent.TimeUnit;

/**
 * Ends a connection so that the last PDU arrives: closing a socket with unread input makes TCP drop what was sent. So the
 * sending direction is closed first, and input is thrown away until the peer closes, or for two seconds.
 */
final class Farewell extends ChannelInboundHandlerAdapter {
    static final String DECODER = "pdu";
    private static final String NAME = "farewell";
    private static final long LINGER_MILLIS = 2_000;

    private Farewell() {}

    /** Takes over the buffer. Any thread may call this; only the first call for a channel sends something. */
    static void say(Channel channel, ByteBuf lastPdu) {
        if (channel.eventLoop().inEventLoop()) {
            begin(channel, lastPdu);
        } else {
            channel.eventLoop().execute(() -> begin(channel, lastPdu));
        }
    }

    private static void begin(Channel channel, ByteBuf lastPdu) {
        ChannelPipeline pipeline = channel.pipeline();
        if (!channel.isActive() || pipeline.get(NAME) != null) {
            lastPdu.release();
            return;
        }
        pipeline.addBefore(DECODER, NAME, new Farewell());
        channel.config().setAutoRead(true);
        channel.writeAndFlush(lastPdu).addListener(done -> {
            if (done.isSuccess()) {
                shutdownOutput(channel);
            } else {
                Pipelines.close(channel);
            }
        });
        var timer = channel.eventLoop().schedule(() -> Pipelines.close(channel), LINGER_MILLIS, TimeUnit.MILLISECONDS);
        channel.closeFuture().addListener(closed -> timer.cancel(false));
    }

    private static void shutdownOutput(Channel channel) {
        SocketChannel socket = (SocketChannel) channel;
        SslHandler tls = channel.pipeline().get(SslHandler.class);
        if (tls == null) {
            socket.shutdownOutput().addListener(ChannelFutureListener.CLOSE_ON_FAILURE);
        } else {
            tls.closeOutbound()
                    .addListener(told -> socket.shutdownOutput().addListener(ChannelFutureListener.CLOSE_ON_FAILURE));
        }
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
        ReferenceCountUtil.release(message);
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
        Pipelines.close(ctx.channel());
    }
}

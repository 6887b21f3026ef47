package org.symbolon.dicom.net.internal;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.util.concurrent.Future;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Guards a server's connection until its A-ASSOCIATE-RQ is complete (Sta2 of PS3.8 9.2): no thread is spent on it, and the
 * ARTIM timer, which counts the TLS handshake too, closes it. Then an {@link AssociationChannel} takes its place.
 */
final class AdmissionHandler extends ChannelInboundHandlerAdapter {
    private final Duration timeout;
    private final BiConsumer<AssociationChannel, AssociatePdu> admitted;
    private @Nullable Future<?> artim;
    private boolean over;

    /** @param admitted called on the event loop, must not block */
    AdmissionHandler(Duration timeout, BiConsumer<AssociationChannel, AssociatePdu> admitted) {
        this.timeout = timeout;
        this.admitted = admitted;
    }

    @Override
    public void handlerAdded(ChannelHandlerContext ctx) {
        artim = ctx.executor()
                .schedule(() -> Pipelines.close(ctx.channel()), timeout.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext ctx) {
        cancelTimer();
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) {
        cancelTimer();
    }

    private void cancelTimer() {
        if (artim != null) {
            artim.cancel(false);
        }
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
        if (message instanceof Inbound.AssociateRequest request && !over) {
            AssociationChannel channel = new AssociationChannel(ctx.channel());
            ctx.pipeline().replace(this, "association", channel);
            admitted.accept(channel, request.pdu());
        } else {
            InboundQueue.release((Inbound) message);
            if (message instanceof Inbound.Abort) {
                Pipelines.close(ctx.channel());
            } else {
                turnAway(ctx);
            }
        }
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
        if (cause instanceof ProtocolViolation) {
            turnAway(ctx);
        } else {
            Pipelines.close(ctx.channel());
        }
    }

    /** PS3.8 9.2.3, AA-1: before an association is asked for, the abort comes from the service user. */
    private void turnAway(ChannelHandlerContext ctx) {
        over = true;
        Farewell.say(ctx.channel(), ShortPdus.abort(AbortReason.SERVICE_USER));
    }
}

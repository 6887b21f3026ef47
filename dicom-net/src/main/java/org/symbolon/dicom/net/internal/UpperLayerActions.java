package org.symbolon.dicom.net.internal;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.channel.socket.DuplexChannel;
import io.netty.handler.ssl.SslHandler;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.symbolon.dicom.net.AssociationRejection.Reason;
import org.symbolon.dicom.net.internal.UpperLayer.Cause;
import org.symbolon.dicom.net.internal.state.Action;

/**
 * Does what {@link Action} says, and starts and stops the ARTIM timer (PS3.8 9.1.5, 9.2.2). Indications and confirmations go up
 * the pipeline. Owned by the event loop.
 *
 * <p>In Sta13 this side has said its last word: since closing a socket with unread input makes TCP drop what was sent, the
 * sending direction is closed first, and input is thrown away until the peer closes, or for two seconds at most.
 */
final class UpperLayerActions {
    /** ARTIM in Sta13: a peer closes within milliseconds of our last PDU, or never. */
    static final Duration LINGER = Duration.ofSeconds(2);

    /** Whoever asked for the write has a listener of its own. */
    private static final ChannelFutureListener SEEN_BY_OWNER = done -> {};

    private final ChannelHandlerContext ctx;
    private final Duration artimTimeout;
    private final Runnable artimExpired;
    private @Nullable Future<?> artim;

    UpperLayerActions(ChannelHandlerContext ctx, Duration artimTimeout, Runnable artimExpired) {
        this.ctx = ctx;
        this.artimTimeout = artimTimeout;
        this.artimExpired = artimExpired;
    }

    /** @param request of a requestor, to be sent by AE-2 */
    void perform(Action action, Cause cause, @Nullable AssociatePdu request) {
        switch (action) {
            case AE_1 -> {} // the bootstrap that made the pipeline is connecting
            case AE_2 -> sendRequest(associate(Objects.requireNonNull(request), PduType.ASSOCIATE_RQ));
            case AE_3, DT_2, AR_2, AR_6, AR_8, AR_10 -> indicate(cause);
            case AE_4, AR_3, AA_3 -> {
                indicate(cause);
                close();
            }
            case AE_5 -> startArtim(artimTimeout);
            case AE_6 -> stopArtim(); // the request was indicated; else see refuse
            case AE_7 -> send(associate(((Outbound.Accept) subject(cause)).pdu(), PduType.ASSOCIATE_AC), cause);
            case AE_8 -> sendLast(ShortPdus.reject(((Outbound.Reject) subject(cause)).reason()), cause.promise());
            case DT_1, AR_7 -> ctx.write(subject(cause), promise(cause)).addListener(SEEN_BY_OWNER);
            case AR_1 -> send(ShortPdus.releaseRequest(), cause);
            case AR_4 -> sendLast(ShortPdus.releaseResponse(), cause.promise());
            case AR_5, AA_5 -> stopArtim();
            case AR_9 -> send(ShortPdus.releaseResponse(), cause);
            case AA_1 -> {
                release(cause);
                sendLast(ShortPdus.abort(isLocal(cause) ? cause.reason() : AbortReason.SERVICE_USER), cause.promise());
            }
            case AA_2 -> {
                close();
                promise(cause).trySuccess();
            }
            case AA_4 -> indicate(cause);
            case AA_6 -> release(cause);
            case AA_7 -> {
                release(cause);
                sendMore(ShortPdus.abort(cause.reason()));
            }
            case AA_8 -> {
                release(cause);
                sendLast(ShortPdus.abort(cause.reason()), cause.promise());
                ctx.fireChannelRead(violation(cause));
            }
        }
    }

    /** The other half of AE-6: the provider itself turns the request away, which starts ARTIM again. */
    void refuse(Reason reason) {
        sendLast(ShortPdus.reject(reason), null);
    }

    void stopArtim() {
        if (artim != null) {
            artim.cancel(false);
            artim = null;
        }
    }

    private void startArtim(Duration timeout) {
        stopArtim();
        artim = ctx.executor().schedule(artimExpired, timeout.toMillis(), TimeUnit.MILLISECONDS);
    }

    private static boolean isLocal(Cause cause) {
        return cause.subject() instanceof Outbound;
    }

    private static Inbound.Violation violation(Cause cause) {
        return cause.subject() instanceof Inbound.Violation violation
                ? violation
                : new Inbound.Violation("A PDU came that does not belong here");
    }

    private static void release(Cause cause) {
        if (cause.subject() instanceof Inbound inbound) {
            InboundQueue.release(inbound);
        }
    }

    private static Object subject(Cause cause) {
        return Objects.requireNonNull(cause.subject());
    }

    private void indicate(Cause cause) {
        ctx.fireChannelRead(cause.inbound());
    }

    private ByteBuf associate(AssociatePdu pdu, int type) {
        ByteBuf out = ctx.alloc().buffer();
        AssociatePduCodec.encode(pdu, type, out);
        return out;
    }

    private ChannelPromise promise(Cause cause) {
        return cause.promise() != null ? cause.promise() : ctx.newPromise();
    }

    private void send(ByteBuf pdu, Cause cause) {
        ctx.writeAndFlush(pdu, promise(cause)).addListener(SEEN_BY_OWNER);
    }

    private void sendRequest(ByteBuf pdu) {
        ctx.writeAndFlush(pdu).addListener(ChannelFutureListener.FIRE_EXCEPTION_ON_FAILURE);
    }

    /** The last PDU of this side: nothing can be sent behind it, and the peer is to close. */
    private void sendLast(ByteBuf pdu, @Nullable ChannelPromise promise) {
        Channel channel = ctx.channel();
        startArtim(artimTimeout.compareTo(LINGER) < 0 ? artimTimeout : LINGER);
        channel.config().setAutoRead(true);
        ChannelFuture sent = ctx.writeAndFlush(pdu, promise == null ? ctx.newPromise() : promise);
        sent.addListener(done -> {
            if (done.isSuccess()) {
                shutdownOutput(channel);
            }
        });
    }

    /** Behind the last PDU, for a peer that goes on; mostly the sending direction is closed by now, which says the same. */
    private void sendMore(ByteBuf pdu) {
        if (ctx.channel() instanceof DuplexChannel socket && socket.isOutputShutdown()) {
            pdu.release();
        } else {
            ctx.writeAndFlush(pdu).addListener(ChannelFutureListener.CLOSE_ON_FAILURE);
        }
    }

    private static void shutdownOutput(Channel channel) {
        if (channel instanceof DuplexChannel socket && !socket.isOutputShutdown()) {
            SslHandler tls = channel.pipeline().get(SslHandler.class);
            ChannelFuture told = tls == null ? channel.newSucceededFuture() : tls.closeOutbound();
            told.addListener(done -> socket.shutdownOutput().addListener(ChannelFutureListener.CLOSE_ON_FAILURE));
        }
    }

    private void close() {
        stopArtim();
        Pipelines.close(ctx.channel());
    }
}

package org.symbolon.dicom.net.internal;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.ssl.SslHandshakeCompletionEvent;
import io.netty.util.ReferenceCountUtil;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.symbolon.dicom.net.AssociationRejection.Reason;
import org.symbolon.dicom.net.internal.state.Action;
import org.symbolon.dicom.net.internal.state.Event;
import org.symbolon.dicom.net.internal.state.State;
import org.symbolon.dicom.net.internal.state.StateTable;

/**
 * The upper layer protocol machine of one connection (PS3.8 9.2): turns PDUs, primitives, the transport and the timer into
 * events, looks each up in {@link StateTable}, and has {@link UpperLayerActions} do what stands there. Owned by the event loop.
 */
final class UpperLayer extends ChannelDuplexHandler {
    private final Role role;
    private final @Nullable AssociatePdu request;
    private final Acceptor acceptor;
    private final Duration artimTimeout;
    private State state = State.STA1;
    private @Nullable UpperLayerActions actions;

    /** Which side of the association this is. */
    enum Role {
        REQUESTOR,
        ACCEPTOR
    }

    /** The service provider's say on a request, and the user to whom it is indicated. Must not block. */
    @FunctionalInterface
    interface Acceptor {
        /** Indicates the request, or gives the reason for which it is rejected at once. */
        @Nullable
        Reason indicate(AssociatePdu request);
    }

    private UpperLayer(Role role, @Nullable AssociatePdu request, Acceptor acceptor, Duration artimTimeout) {
        this.role = role;
        this.request = request;
        this.acceptor = acceptor;
        this.artimTimeout = artimTimeout;
    }

    /** Sends the request as soon as the connection, TLS included, is there. */
    static UpperLayer requestor(AssociatePdu request, Duration artimTimeout) {
        return new UpperLayer(Role.REQUESTOR, request, nobody -> Reason.NO_REASON_GIVEN, artimTimeout);
    }

    /** Awaits a request from the first byte of the connection on: the ARTIM timer counts the TLS handshake too. */
    static UpperLayer acceptor(Acceptor acceptor, Duration artimTimeout) {
        return new UpperLayer(Role.ACCEPTOR, null, acceptor, artimTimeout);
    }

    State state() {
        return state;
    }

    @Override
    public void handlerAdded(ChannelHandlerContext ctx) {
        actions = new UpperLayerActions(ctx, artimTimeout, () -> happen(Event.EVT18, Cause.none()));
        if (role == Role.REQUESTOR) {
            happen(Event.EVT1, Cause.none());
        } else {
            happen(Event.EVT5, Cause.none());
        }
    }

    @Override
    public void channelActive(ChannelHandlerContext ctx) {
        boolean handshakeFirst = ctx.pipeline().get(Pipelines.TLS) != null;
        if (role == Role.REQUESTOR && !handshakeFirst) {
            happen(Event.EVT2, Cause.none());
        }
        ctx.fireChannelActive();
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
        if (role == Role.REQUESTOR && event instanceof SslHandshakeCompletionEvent handshake && handshake.isSuccess()) {
            happen(Event.EVT2, Cause.none());
        }
        ctx.fireUserEventTriggered(event);
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
        Inbound pdu = (Inbound) message;
        happen(event(pdu), Cause.of(pdu));
    }

    private static Event event(Inbound pdu) {
        if (pdu instanceof Inbound.Fragment) {
            return Event.EVT10;
        } else if (pdu instanceof Inbound.AssociateRequest) {
            return Event.EVT6;
        } else if (pdu instanceof Inbound.AssociateAccept) {
            return Event.EVT3;
        } else if (pdu instanceof Inbound.AssociateReject) {
            return Event.EVT4;
        } else if (pdu instanceof Inbound.ReleaseRequest) {
            return Event.EVT12;
        } else if (pdu instanceof Inbound.ReleaseResponse) {
            return Event.EVT13;
        } else if (pdu instanceof Inbound.Abort) {
            return Event.EVT16;
        }
        throw new IllegalArgumentException("No PDU: " + pdu.getClass());
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
        if (cause instanceof ProtocolViolation violation) {
            String message = String.valueOf(violation.getMessage());
            happen(Event.EVT19, Cause.of(new Inbound.Violation(message), violation.reason()));
        } else {
            happen(Event.EVT17, Cause.of(new Inbound.Disconnected(cause)));
            Pipelines.close(ctx.channel());
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) {
        happen(Event.EVT17, Cause.of(new Inbound.Disconnected(null)));
        ctx.fireChannelInactive();
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext ctx) {
        actions().stopArtim();
    }

    @Override
    public void write(ChannelHandlerContext ctx, Object message, ChannelPromise promise) {
        if (!(message instanceof Outbound primitive)) {
            happen(Event.EVT9, new Cause(message, AbortReason.UNEXPECTED_PDU, promise));
        } else if (primitive instanceof Outbound.Accept) {
            happen(Event.EVT7, new Cause(primitive, AbortReason.SERVICE_USER, promise));
        } else if (primitive instanceof Outbound.Reject) {
            happen(Event.EVT8, new Cause(primitive, AbortReason.SERVICE_USER, promise));
        } else if (primitive instanceof Outbound.ReleaseRequest) {
            happen(Event.EVT11, new Cause(primitive, AbortReason.SERVICE_USER, promise));
        } else if (primitive instanceof Outbound.ReleaseResponse) {
            happen(Event.EVT14, new Cause(primitive, AbortReason.SERVICE_USER, promise));
        } else if (primitive instanceof Outbound.Abort abort) {
            happen(Event.EVT15, new Cause(primitive, abort.reason(), promise));
        } else if (primitive instanceof Outbound.Violation violation && state != State.STA13) {
            Inbound indication = new Inbound.Violation(violation.message());
            happen(Event.EVT19, new Cause(indication, violation.reason(), promise));
        } else {
            promise.tryFailure(new NotInThisState()); // this side has said its last word already
        }
    }

    /**
     * What an event is about.
     *
     * @param subject a PDU as {@link Inbound}, an {@link Outbound} primitive, a buffer of P-DATA-TF PDUs, or nothing
     * @param reason for an abort that the event leads to
     * @param promise of a primitive
     */
    record Cause(
            @Nullable Object subject,
            AbortReason reason,
            @Nullable ChannelPromise promise) {
        static Cause none() {
            return new Cause(null, AbortReason.NOT_SPECIFIED, null);
        }

        /** If the PDU leads to an abort, then because it was not expected in this state. */
        static Cause of(Inbound pdu) {
            return of(pdu, AbortReason.UNEXPECTED_PDU);
        }

        static Cause of(Inbound pdu, AbortReason reason) {
            return new Cause(pdu, reason, null);
        }

        Inbound inbound() {
            return (Inbound) Objects.requireNonNull(subject);
        }
    }

    private void happen(Event event, Cause cause) {
        Action action = StateTable.action(state, event);
        if (action == null) {
            drop(cause);
            return;
        }
        boolean first = action != Action.AR_8 || role == Role.REQUESTOR;
        state = first ? action.next() : action.otherwise();
        if (action == Action.AE_6) {
            Reason refusal = acceptor.indicate(((Inbound.AssociateRequest) cause.inbound()).pdu());
            if (refusal != null) {
                state = action.otherwise();
                actions().refuse(refusal);
                return;
            }
        }
        actions().perform(action, cause, request);
    }

    /** A blank cell: a primitive that the state does not allow fails; what came too late is thrown away. */
    private static void drop(Cause cause) {
        if (cause.subject() instanceof Inbound inbound) {
            InboundQueue.release(inbound);
        } else if (cause.subject() != null) {
            ReferenceCountUtil.release(cause.subject());
        }
        if (cause.promise() != null) {
            cause.promise().tryFailure(new NotInThisState());
        }
    }

    private UpperLayerActions actions() {
        return Objects.requireNonNull(actions);
    }
}

package org.symbolon.dicom.net.internal;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.ssl.SslHandshakeCompletionEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.symbolon.dicom.net.AssociationRejection.Reason;
import org.symbolon.dicom.net.internal.UpperLayer.Role;
import org.symbolon.dicom.net.internal.state.Event;
import org.symbolon.dicom.net.internal.state.State;

/** One {@link UpperLayer} on a channel that is none, brought into any state and fed any event. */
final class ProtocolRun {
    private static final Duration ARTIM = Duration.ofSeconds(20);
    private static final AssociatePdu ASSOCIATE = new AssociatePdu(
            1,
            "SCP",
            "SCU",
            AssociatePdu.DICOM_APPLICATION_CONTEXT,
            List.of(new AssociatePdu.Context(1, 0, "1.2", List.of("1.2.3"))),
            UserInformation.ours(16384, List.of()));

    private final Role role;
    private final UpperLayer upperLayer;
    private final EmbeddedChannel channel;
    private final List<Class<?>> indicated = new ArrayList<>();
    private @Nullable ByteBuf data;
    private @Nullable ChannelFuture outcome;

    private ProtocolRun(Role role, @Nullable Reason refusal) {
        this.role = role;
        this.upperLayer = role == Role.REQUESTOR
                ? UpperLayer.requestor(ASSOCIATE, ARTIM)
                : UpperLayer.acceptor(
                        request -> {
                            indicated.add(Inbound.AssociateRequest.class);
                            return refusal;
                        },
                        ARTIM);
        this.channel = new EmbeddedChannel();
        channel.freezeTime();
        // a handshake that the test ends by an event stands for the connection that comes about
        channel.pipeline().addLast(Pipelines.TLS, new ChannelInboundHandlerAdapter());
        channel.pipeline().addLast(upperLayer);
        channel.pipeline().addLast(new ChannelInboundHandlerAdapter() {
            @Override
            public void channelRead(ChannelHandlerContext ctx, Object message) {
                indicated.add(message.getClass());
            }
        });
    }

    /** With nothing sent or indicated that was needed to come there. */
    static ProtocolRun in(State state) {
        boolean acceptor =
                List.of(State.STA2, State.STA3, State.STA10, State.STA12).contains(state);
        ProtocolRun run = new ProtocolRun(acceptor ? Role.ACCEPTOR : Role.REQUESTOR, null);
        switch (state) {
            case STA1 -> run.play(Event.EVT17);
            case STA2, STA4 -> {}
            case STA3 -> run.play(Event.EVT6);
            case STA5 -> run.play(Event.EVT2);
            case STA6 -> run.play(Event.EVT2, Event.EVT3);
            case STA7 -> run.play(Event.EVT2, Event.EVT3, Event.EVT11);
            case STA8 -> run.play(Event.EVT2, Event.EVT3, Event.EVT12);
            case STA9 -> run.play(Event.EVT2, Event.EVT3, Event.EVT11, Event.EVT12);
            case STA10 -> run.play(Event.EVT6, Event.EVT7, Event.EVT11, Event.EVT12);
            case STA11 -> run.play(Event.EVT2, Event.EVT3, Event.EVT11, Event.EVT12, Event.EVT14);
            case STA12 -> run.play(Event.EVT6, Event.EVT7, Event.EVT11, Event.EVT12, Event.EVT13);
            case STA13 -> run.play(Event.EVT2, Event.EVT3, Event.EVT15);
        }
        return run;
    }

    /** An acceptor that has asked for release. */
    static ProtocolRun collidingAcceptor() {
        ProtocolRun run = new ProtocolRun(Role.ACCEPTOR, null);
        run.play(Event.EVT6, Event.EVT7, Event.EVT11);
        return run;
    }

    /** An acceptor whose provider takes no request. */
    static ProtocolRun refusing(Reason reason) {
        return new ProtocolRun(Role.ACCEPTOR, reason);
    }

    private void play(Event... events) {
        for (Event event : events) {
            happen(event);
        }
        channel.releaseOutbound();
        indicated.clear();
        data = null;
    }

    void happen(Event event) {
        outcome = null;
        switch (event) {
            case EVT2 -> channel.pipeline().fireUserEventTriggered(SslHandshakeCompletionEvent.SUCCESS);
            case EVT3 -> receive(new Inbound.AssociateAccept(ASSOCIATE));
            case EVT4 -> receive(new Inbound.AssociateReject(1, 1, 1));
            case EVT6 -> receive(new Inbound.AssociateRequest(ASSOCIATE));
            case EVT10 -> receive(new Inbound.Fragment(1, true, true, true, fresh()));
            case EVT12 -> receive(new Inbound.ReleaseRequest());
            case EVT13 -> receive(new Inbound.ReleaseResponse());
            case EVT16 -> receive(new Inbound.Abort(0, 0));
            case EVT17 -> channel.pipeline().fireChannelInactive();
            case EVT18 -> {
                channel.advanceTimeBy(ARTIM.toSeconds(), TimeUnit.SECONDS);
                channel.runScheduledPendingTasks();
            }
            case EVT19 ->
                channel.pipeline()
                        .fireExceptionCaught(new ProtocolViolation(AbortReason.INVALID_PDU_PARAMETER, "invalid"));
            default -> outcome = channel.writeAndFlush(primitive(event));
        }
        channel.runPendingTasks();
    }

    /** Whether the last event was no primitive, or one that was carried out. */
    boolean succeeded() {
        return outcome == null || outcome.isSuccess();
    }

    /** Whether the last event was no primitive, or one that was refused. */
    boolean refused() {
        return outcome == null || !outcome.isSuccess();
    }

    private Object primitive(Event event) {
        return switch (event) {
            case EVT7 -> new Outbound.Accept(ASSOCIATE);
            case EVT8 -> new Outbound.Reject(Reason.NO_REASON_GIVEN);
            case EVT9 -> fresh().writeByte(PduType.P_DATA_TF);
            case EVT11 -> new Outbound.ReleaseRequest();
            case EVT14 -> new Outbound.ReleaseResponse();
            case EVT15 -> new Outbound.Abort(AbortReason.SERVICE_USER);
            default -> throw new IllegalArgumentException(event.toString());
        };
    }

    private void receive(Inbound pdu) {
        channel.pipeline().fireChannelRead(pdu);
    }

    private ByteBuf fresh() {
        ByteBuf buffer = Unpooled.buffer();
        data = buffer;
        return buffer;
    }

    Role role() {
        return role;
    }

    State state() {
        return upperLayer.state();
    }

    /** The bytes of the last P-DATA event; null if there was none. */
    @Nullable
    ByteBuf data() {
        return data;
    }

    List<Class<?>> indicated() {
        return indicated;
    }

    boolean isOpen() {
        return channel.isOpen();
    }

    boolean artimRuns() {
        return channel.runScheduledPendingTasks() >= 0;
    }

    /** PDU types, with source and reason of an abort. */
    List<String> sent() {
        List<String> types = new ArrayList<>();
        for (ByteBuf pdu = channel.readOutbound(); pdu != null; pdu = channel.readOutbound()) {
            int type = pdu.getUnsignedByte(0);
            types.add(type == PduType.ABORT ? type + ":" + pdu.getByte(8) + "." + pdu.getByte(9) : "" + type);
        }
        return types;
    }
}

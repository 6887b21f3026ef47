package org.symbolon.dicom.net.internal;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.embedded.EmbeddedChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.symbolon.dicom.net.AsynchronousOperations;
import org.symbolon.dicom.net.CommonExtendedNegotiation;
import org.symbolon.dicom.net.ExtendedNegotiation;
import org.symbolon.dicom.net.UserIdentity;
import org.symbolon.dicom.net.internal.UpperLayer.Role;
import org.symbolon.dicom.net.internal.state.State;

/** Feeds a peer's bytes to decoder and upper layer, and checks what must hold whatever they are. */
public final class ProtocolFeed {
    private static final int MAX_PDU_BYTES = 16 * 1024;
    private static final Duration ARTIM = Duration.ofSeconds(5);
    private static final AssociatePdu ASSOCIATE = new AssociatePdu(
            1,
            "SCP",
            "SCU",
            AssociatePdu.DICOM_APPLICATION_CONTEXT,
            List.of(new AssociatePdu.Context(1, 0, "1.2.840.10008.1.1", List.of("1.2.840.10008.1.2"))),
            new UserInformation(
                    16384,
                    "1.2.3",
                    "VERSION",
                    new AsynchronousOperations(2, 3),
                    List.of(new UserInformation.RoleSelection("1.2.840.10008.1.1", true, true)),
                    List.of(new ExtendedNegotiation("1.2", new byte[] {1, 2})),
                    List.of(new CommonExtendedNegotiation("1.2", "1.3", List.of("1.4", "1.5"))),
                    UserIdentity.usernameAndPasscode("user", "pass"),
                    new byte[] {1},
                    List.of()));

    private final Role role;
    private final List<ByteBuf> fragments = new ArrayList<>();
    private final UpperLayer upperLayer;
    private final EmbeddedChannel channel = new EmbeddedChannel();

    private ProtocolFeed(Role role) {
        this.role = role;
        this.upperLayer = role == Role.REQUESTOR
                ? UpperLayer.requestor(ASSOCIATE, ARTIM)
                : UpperLayer.acceptor(request -> null, ARTIM);
        channel.freezeTime();
        channel.pipeline().addLast(new PduDecoder(MAX_PDU_BYTES));
        channel.pipeline().addLast(upperLayer);
        channel.pipeline().addLast(new User());
        if (role == Role.REQUESTOR) {
            channel.pipeline().fireChannelActive();
        }
    }

    /** A user that accepts everything, drops data and answers a release. */
    private final class User extends ChannelInboundHandlerAdapter {
        @Override
        public void channelRead(ChannelHandlerContext ctx, Object message) {
            if (message instanceof Inbound.Fragment fragment) {
                fragments.add(fragment.data());
                fragment.data().release();
            } else if (message instanceof Inbound.ReleaseRequest) {
                channel.write(new Outbound.ReleaseResponse()).addListener(done -> {});
            }
        }
    }

    /** The first byte says side and size of pieces. */
    public static void run(byte[] data) {
        if (data.length > 0) {
            ProtocolFeed feed = new ProtocolFeed((data[0] & 1) == 0 ? Role.ACCEPTOR : Role.REQUESTOR);
            int piece = Math.max(1, (data[0] & 0xFE) * 8);
            for (int from = 1; from < data.length; from += piece) {
                feed.receive(Unpooled.copiedBuffer(data, from, Math.min(piece, data.length - from)));
            }
            feed.end();
        }
    }

    private void receive(ByteBuf bytes) {
        channel.pipeline().fireChannelRead(bytes);
        channel.pipeline().fireChannelReadComplete();
        channel.runPendingTasks();
        if (role == Role.ACCEPTOR && upperLayer.state() == State.STA3) {
            channel.writeAndFlush(new Outbound.Accept(ASSOCIATE)).addListener(done -> {});
        }
        channel.releaseOutbound();
    }

    private void end() {
        boolean open = channel.isOpen();
        boolean idle = upperLayer.state() == State.STA1;
        if (open == idle) {
            throw new IllegalStateException("An open connection and an idle protocol, or the other way round");
        }
        if (open && upperLayer.state() == State.STA13) {
            channel.advanceTimeBy(ARTIM.toSeconds(), TimeUnit.SECONDS);
            channel.runScheduledPendingTasks();
            if (channel.isOpen()) {
                throw new IllegalStateException("A connection stays open behind its last word");
            }
        }
        channel.finishAndReleaseAll();
        if (fragments.stream().anyMatch(fragment -> fragment.refCnt() > 0 && fragment.unwrap() == null)) {
            throw new IllegalStateException("A fragment leaks");
        }
    }

    /** What honest peers send, on either side. */
    public static List<byte[]> samples() {
        return List.of(
                sample(0x40, PduType.ASSOCIATE_RQ),
                sample(0xFE, PduType.ASSOCIATE_RQ),
                sample(0x41, PduType.ASSOCIATE_AC),
                sample(0xFF, PduType.ASSOCIATE_AC));
    }

    private static byte[] sample(int first, int associate) {
        ByteBuf out = Unpooled.buffer().writeByte(first);
        AssociatePduCodec.encode(ASSOCIATE, associate, out);
        byte[] echo = CommandSet.request(CommandField.C_ECHO_RQ, 1)
                .putUid(CommandSet.AFFECTED_SOP_CLASS_UID, "1.2.840.10008.1.1")
                .encode(false);
        out.writeByte(PduType.P_DATA_TF).writeByte(0).writeInt(echo.length + 6);
        out.writeInt(echo.length + 2).writeByte(1).writeByte(3).writeBytes(echo);
        out.writeBytes(ShortPdus.releaseRequest()).writeBytes(ShortPdus.abort(AbortReason.UNEXPECTED_PDU));
        byte[] bytes = new byte[out.readableBytes()];
        out.readBytes(bytes);
        return bytes;
    }
}

package org.symbolon.dicom.net.internal;

import io.netty.buffer.ByteBuf;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.symbolon.dicom.net.internal.AssociatePdu.Context;

/** The bytes of A-ASSOCIATE-RQ and -AC (PS3.8 9.3.2, 9.3.3); {@link UserInformationCodec} has the user information item. */
final class AssociatePduCodec {
    private static final int AE_TITLE_BYTES = 16;
    private static final int RESERVED_BYTES = 32;
    private static final int FIXED_BYTES = 4 + 2 * AE_TITLE_BYTES + RESERVED_BYTES;

    private static final int APPLICATION_CONTEXT = 0x10;
    private static final int CONTEXT_RQ = 0x20;
    private static final int CONTEXT_AC = 0x21;
    private static final int ABSTRACT_SYNTAX = 0x30;
    private static final int TRANSFER_SYNTAX = 0x40;
    private static final int USER_INFORMATION = 0x50;

    private AssociatePduCodec() {}

    /** Reads the variable part of the PDU; the buffer holds exactly that. */
    static AssociatePdu decode(ByteBuf in) {
        if (in.readableBytes() < FIXED_BYTES) {
            throw Items.invalid("An A-ASSOCIATE PDU is shorter than its fixed fields");
        }
        int version = in.readUnsignedShort();
        in.skipBytes(2);
        String called = Items.text(in.readSlice(AE_TITLE_BYTES));
        String calling = Items.text(in.readSlice(AE_TITLE_BYTES));
        in.skipBytes(RESERVED_BYTES);
        String applicationContext = "";
        List<Context> contexts = new ArrayList<>();
        UserInformation user =
                new UserInformation(0, "", "", null, List.of(), List.of(), List.of(), null, null, List.of());
        while (in.isReadable()) {
            int type = in.getUnsignedByte(in.readerIndex());
            ByteBuf item = Items.next(in);
            switch (type) {
                case APPLICATION_CONTEXT -> applicationContext = Items.uid(item);
                case CONTEXT_RQ, CONTEXT_AC -> addContext(contexts, item);
                case USER_INFORMATION -> user = UserInformationCodec.decode(item);
                default -> {} // PS3.8 9.3.1: unrecognised items are ignored
            }
        }
        return new AssociatePdu(version, called, calling, applicationContext, contexts, user);
    }

    private static void addContext(List<Context> contexts, ByteBuf item) {
        if (item.readableBytes() < 4) {
            throw Items.invalid("A presentation context item is shorter than its fixed fields");
        }
        int id = item.readUnsignedByte();
        item.skipBytes(1);
        int result = item.readUnsignedByte();
        item.skipBytes(1);
        if (id % 2 == 0 || contexts.stream().anyMatch(other -> other.id() == id)) {
            throw Items.invalid("A presentation context ID is even or given twice");
        }
        String abstractSyntax = "";
        List<String> transferSyntaxes = new ArrayList<>();
        while (item.isReadable()) {
            int type = item.getUnsignedByte(item.readerIndex());
            ByteBuf sub = Items.next(item);
            if (type == ABSTRACT_SYNTAX) {
                abstractSyntax = Items.uid(sub);
            } else if (type == TRANSFER_SYNTAX && sub.isReadable()) {
                transferSyntaxes.add(Items.uid(sub));
            }
        }
        contexts.add(new Context(id, result, abstractSyntax, transferSyntaxes));
    }

    /** Writes the whole PDU, header included. */
    static void encode(AssociatePdu pdu, int pduType, ByteBuf out) {
        out.writeByte(pduType).writeByte(0);
        int start = out.writerIndex() + 4;
        out.writeInt(0);
        out.writeShort(pdu.protocolVersion()).writeShort(0);
        writeAeTitle(out, pdu.calledAeTitle());
        writeAeTitle(out, pdu.callingAeTitle());
        out.writeZero(RESERVED_BYTES);
        Items.writeText(out, APPLICATION_CONTEXT, pdu.applicationContext());
        for (Context context : pdu.contexts()) {
            int item = Items.begin(out, pduType == PduType.ASSOCIATE_RQ ? CONTEXT_RQ : CONTEXT_AC);
            out.writeByte(context.id()).writeByte(0).writeByte(context.result()).writeByte(0);
            if (!context.abstractSyntax().isEmpty()) {
                Items.writeText(out, ABSTRACT_SYNTAX, context.abstractSyntax());
            }
            for (String transferSyntax : context.transferSyntaxes()) {
                Items.writeText(out, TRANSFER_SYNTAX, transferSyntax);
            }
            Items.end(out, item);
        }
        UserInformationCodec.encode(pdu.user(), USER_INFORMATION, out);
        out.setInt(start - 4, out.writerIndex() - start);
    }

    private static void writeAeTitle(ByteBuf out, String title) {
        byte[] bytes = title.getBytes(StandardCharsets.ISO_8859_1);
        if (bytes.length > AE_TITLE_BYTES) {
            throw new IllegalArgumentException("An AE title has at most " + AE_TITLE_BYTES + " characters");
        }
        out.writeBytes(bytes);
        for (int i = bytes.length; i < AE_TITLE_BYTES; i++) {
            out.writeByte(' ');
        }
    }
}

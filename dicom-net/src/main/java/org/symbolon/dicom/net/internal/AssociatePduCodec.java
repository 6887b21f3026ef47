package org.symbolon.dicom.net.internal;

import io.netty.buffer.ByteBuf;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.symbolon.dicom.net.internal.AssociatePdu.Context;
import org.symbolon.dicom.net.internal.UserInformation.RoleSelection;
import org.symbolon.dicom.net.internal.UserInformation.SubItem;

/** The bytes of A-ASSOCIATE-RQ and -AC (PS3.8 9.3.2, 9.3.3, annex D). Every nested length is held against what surrounds it. */
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
    private static final int MAX_LENGTH = 0x51;
    private static final int IMPLEMENTATION_CLASS = 0x52;
    private static final int ROLE_SELECTION = 0x54;
    private static final int IMPLEMENTATION_VERSION = 0x55;

    private AssociatePduCodec() {}

    /** Reads the variable part of the PDU; the buffer holds exactly that. */
    static AssociatePdu decode(ByteBuf in) {
        if (in.readableBytes() < FIXED_BYTES) {
            throw invalid("An A-ASSOCIATE PDU is shorter than its fixed fields");
        }
        int version = in.readUnsignedShort();
        in.skipBytes(2);
        String called = text(in.readSlice(AE_TITLE_BYTES));
        String calling = text(in.readSlice(AE_TITLE_BYTES));
        in.skipBytes(RESERVED_BYTES);
        String applicationContext = "";
        List<Context> contexts = new ArrayList<>();
        UserInformation user = new UserInformation(0, "", "", List.of(), List.of());
        while (in.isReadable()) {
            int type = in.getUnsignedByte(in.readerIndex());
            ByteBuf item = item(in);
            switch (type) {
                case APPLICATION_CONTEXT -> applicationContext = uid(item);
                case CONTEXT_RQ, CONTEXT_AC -> addContext(contexts, item);
                case USER_INFORMATION -> user = decodeUser(item);
                default -> {} // PS3.8 9.3.1: unrecognised items are ignored
            }
        }
        return new AssociatePdu(version, called, calling, applicationContext, contexts, user);
    }

    private static void addContext(List<Context> contexts, ByteBuf item) {
        if (item.readableBytes() < 4) {
            throw invalid("A presentation context item is shorter than its fixed fields");
        }
        int id = item.readUnsignedByte();
        item.skipBytes(1);
        int result = item.readUnsignedByte();
        item.skipBytes(1);
        if (id % 2 == 0 || contexts.stream().anyMatch(other -> other.id() == id)) {
            throw invalid("A presentation context ID is even or given twice");
        }
        String abstractSyntax = "";
        List<String> transferSyntaxes = new ArrayList<>();
        while (item.isReadable()) {
            int type = item.getUnsignedByte(item.readerIndex());
            ByteBuf sub = item(item);
            if (type == ABSTRACT_SYNTAX) {
                abstractSyntax = uid(sub);
            } else if (type == TRANSFER_SYNTAX && sub.isReadable()) {
                transferSyntaxes.add(uid(sub));
            }
        }
        contexts.add(new Context(id, result, abstractSyntax, transferSyntaxes));
    }

    private static UserInformation decodeUser(ByteBuf in) {
        long maxPduBytes = 0;
        String classUid = "";
        String version = "";
        List<RoleSelection> roles = new ArrayList<>();
        List<SubItem> others = new ArrayList<>();
        while (in.isReadable()) {
            int type = in.getUnsignedByte(in.readerIndex());
            ByteBuf item = item(in);
            switch (type) {
                case MAX_LENGTH -> {
                    if (item.readableBytes() != 4) {
                        throw invalid("The maximum length item has not four bytes");
                    }
                    maxPduBytes = item.readUnsignedInt();
                }
                case IMPLEMENTATION_CLASS -> classUid = uid(item);
                case IMPLEMENTATION_VERSION -> version = text(item);
                case ROLE_SELECTION -> roles.add(decodeRole(item));
                default -> {
                    byte[] content = new byte[item.readableBytes()];
                    item.readBytes(content);
                    others.add(new SubItem(type, content));
                }
            }
        }
        return new UserInformation(maxPduBytes, classUid, version, roles, others);
    }

    private static RoleSelection decodeRole(ByteBuf item) {
        if (item.readableBytes() < 2) {
            throw invalid("A role selection item has no UID length");
        }
        int length = item.readUnsignedShort();
        if (length != item.readableBytes() - 2) {
            throw invalid("The UID of a role selection item does not fill it");
        }
        String uid = uid(item.readSlice(length));
        return new RoleSelection(uid, item.readUnsignedByte() == 1, item.readUnsignedByte() == 1);
    }

    /** The content of the item that begins here. */
    private static ByteBuf item(ByteBuf in) {
        if (in.readableBytes() < 4) {
            throw invalid("An item header is cut off");
        }
        in.skipBytes(2);
        int length = in.readUnsignedShort();
        if (length > in.readableBytes()) {
            throw invalid("An item is longer than what surrounds it");
        }
        return in.readSlice(length);
    }

    private static String uid(ByteBuf item) {
        String uid = text(item);
        if (uid.length() > Limits.MAX_UID_LENGTH) {
            throw invalid("A UID is longer than " + Limits.MAX_UID_LENGTH + " characters");
        }
        return uid;
    }

    /** Without the padding by spaces or NULs that is allowed, or is seen in practice. */
    private static String text(ByteBuf item) {
        return item.toString(StandardCharsets.ISO_8859_1).trim();
    }

    private static ProtocolViolation invalid(String message) {
        return new ProtocolViolation(AbortReason.INVALID_PDU_PARAMETER, message);
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
        writeText(out, APPLICATION_CONTEXT, pdu.applicationContext());
        for (Context context : pdu.contexts()) {
            int item = beginItem(out, pduType == PduType.ASSOCIATE_RQ ? CONTEXT_RQ : CONTEXT_AC);
            out.writeByte(context.id()).writeByte(0).writeByte(context.result()).writeByte(0);
            if (!context.abstractSyntax().isEmpty()) {
                writeText(out, ABSTRACT_SYNTAX, context.abstractSyntax());
            }
            for (String transferSyntax : context.transferSyntaxes()) {
                writeText(out, TRANSFER_SYNTAX, transferSyntax);
            }
            endItem(out, item);
        }
        encodeUser(pdu.user(), out);
        out.setInt(start - 4, out.writerIndex() - start);
    }

    private static void encodeUser(UserInformation user, ByteBuf out) {
        int all = beginItem(out, USER_INFORMATION);
        int max = beginItem(out, MAX_LENGTH);
        out.writeInt((int) user.maxPduBytes());
        endItem(out, max);
        writeText(out, IMPLEMENTATION_CLASS, user.implementationClassUid());
        for (RoleSelection role : user.roles()) {
            int item = beginItem(out, ROLE_SELECTION);
            out.writeShort(role.sopClassUid().length());
            out.writeCharSequence(role.sopClassUid(), StandardCharsets.ISO_8859_1);
            out.writeByte(role.scu() ? 1 : 0).writeByte(role.scp() ? 1 : 0);
            endItem(out, item);
        }
        writeText(out, IMPLEMENTATION_VERSION, user.implementationVersionName());
        for (SubItem other : user.others()) {
            int item = beginItem(out, other.type());
            out.writeBytes(other.content());
            endItem(out, item);
        }
        endItem(out, all);
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

    private static void writeText(ByteBuf out, int type, String text) {
        int item = beginItem(out, type);
        out.writeCharSequence(text, StandardCharsets.ISO_8859_1);
        endItem(out, item);
    }

    /** Index of the first byte of the item's content. */
    private static int beginItem(ByteBuf out, int type) {
        out.writeByte(type).writeByte(0).writeShort(0);
        return out.writerIndex();
    }

    private static void endItem(ByteBuf out, int start) {
        int length = out.writerIndex() - start;
        if (length > 0xFFFF) {
            throw new IllegalArgumentException("An item of an A-ASSOCIATE PDU has at most 65535 bytes");
        }
        out.setShort(start - 2, length);
    }
}

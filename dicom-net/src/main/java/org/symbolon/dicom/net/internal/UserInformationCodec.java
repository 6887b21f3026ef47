package org.symbolon.dicom.net.internal;

import io.netty.buffer.ByteBuf;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.symbolon.dicom.net.AsynchronousOperations;
import org.symbolon.dicom.net.CommonExtendedNegotiation;
import org.symbolon.dicom.net.ExtendedNegotiation;
import org.symbolon.dicom.net.UserIdentity;
import org.symbolon.dicom.net.internal.UserInformation.RoleSelection;
import org.symbolon.dicom.net.internal.UserInformation.SubItem;

/** The bytes of the user information item's sub-items (PS3.8 annex D.1, PS3.7 annex D.3.3). */
final class UserInformationCodec {
    static final int MAX_LENGTH = 0x51;
    static final int IMPLEMENTATION_CLASS = 0x52;
    static final int ASYNCHRONOUS_OPERATIONS = 0x53;
    static final int ROLE_SELECTION = 0x54;
    static final int IMPLEMENTATION_VERSION = 0x55;
    static final int EXTENDED_NEGOTIATION = 0x56;
    static final int COMMON_EXTENDED_NEGOTIATION = 0x57;
    static final int USER_IDENTITY = 0x58;
    static final int USER_IDENTITY_RESPONSE = 0x59;

    private long maxPduBytes;
    private String classUid = "";
    private String version = "";
    private @Nullable AsynchronousOperations window;
    private final List<RoleSelection> roles = new ArrayList<>();
    private final List<ExtendedNegotiation> extended = new ArrayList<>();
    private final List<CommonExtendedNegotiation> commonExtended = new ArrayList<>();
    private @Nullable UserIdentity identity;
    private byte @Nullable [] identityResponse;
    private final List<SubItem> unknown = new ArrayList<>();

    private UserInformationCodec() {}

    /** Reads the content of the item; the buffer holds exactly that. */
    static UserInformation decode(ByteBuf in) {
        UserInformationCodec codec = new UserInformationCodec();
        while (in.isReadable()) {
            int type = in.getUnsignedByte(in.readerIndex());
            codec.decode(type, Items.next(in));
        }
        return new UserInformation(
                codec.maxPduBytes,
                codec.classUid,
                codec.version,
                codec.window,
                codec.roles,
                codec.extended,
                codec.commonExtended,
                codec.identity,
                codec.identityResponse,
                codec.unknown);
    }

    private void decode(int type, ByteBuf item) {
        switch (type) {
            case MAX_LENGTH -> {
                requireLength(item, 4, "maximum length");
                maxPduBytes = item.readUnsignedInt();
            }
            case IMPLEMENTATION_CLASS -> classUid = Items.uid(item);
            case IMPLEMENTATION_VERSION -> version = Items.text(item);
            case ASYNCHRONOUS_OPERATIONS -> {
                requireLength(item, 4, "asynchronous operations window");
                window = new AsynchronousOperations(item.readUnsignedShort(), item.readUnsignedShort());
            }
            case ROLE_SELECTION -> roles.add(decodeRole(item));
            case EXTENDED_NEGOTIATION ->
                extended.add(new ExtendedNegotiation(Items.uid(Items.field(item)), Items.rest(item)));
            case COMMON_EXTENDED_NEGOTIATION -> commonExtended.add(decodeCommonExtended(item));
            case USER_IDENTITY -> identity = decodeIdentity(item);
            case USER_IDENTITY_RESPONSE -> identityResponse = Items.rest(Items.field(item));
            default -> unknown.add(new SubItem(type, Items.rest(item)));
        }
    }

    private static void requireLength(ByteBuf item, int bytes, String name) {
        if (item.readableBytes() != bytes) {
            throw Items.invalid("The " + name + " item has not " + bytes + " bytes");
        }
    }

    private static RoleSelection decodeRole(ByteBuf item) {
        String uid = Items.uid(Items.field(item));
        requireLength(item, 2, "role selection");
        return new RoleSelection(uid, item.readUnsignedByte() == 1, item.readUnsignedByte() == 1);
    }

    private static CommonExtendedNegotiation decodeCommonExtended(ByteBuf item) {
        String sopClass = Items.uid(Items.field(item));
        String serviceClass = Items.uid(Items.field(item));
        List<String> related = new ArrayList<>();
        ByteBuf list = Items.field(item);
        while (list.isReadable()) {
            related.add(Items.uid(Items.field(list)));
        }
        return new CommonExtendedNegotiation(sopClass, serviceClass, related); // what is behind is reserved
    }

    /** An identity of a type that this version of the standard does not know counts as none. */
    private static @Nullable UserIdentity decodeIdentity(ByteBuf item) {
        if (item.readableBytes() < 2) {
            throw Items.invalid("A user identity item is shorter than its fixed fields");
        }
        int type = item.readUnsignedByte();
        UserIdentity.Response response =
                item.readUnsignedByte() == 1 ? UserIdentity.Response.REQUESTED : UserIdentity.Response.NOT_REQUESTED;
        byte[] primary = Items.rest(Items.field(item));
        byte[] secondary = Items.rest(Items.field(item));
        if (primary.length + secondary.length > UserIdentity.MAX_FIELD_BYTES) {
            throw Items.invalid("A user identity is longer than " + UserIdentity.MAX_FIELD_BYTES + " bytes");
        }
        return UserIdentity.Type.of(type)
                .map(known -> UserIdentity.of(known, primary, secondary, response))
                .orElse(null);
    }

    /** Writes the whole item, header included. */
    static void encode(UserInformation user, int itemType, ByteBuf out) {
        int all = Items.begin(out, itemType);
        int max = Items.begin(out, MAX_LENGTH);
        out.writeInt((int) user.maxPduBytes());
        Items.end(out, max);
        Items.writeText(out, IMPLEMENTATION_CLASS, user.implementationClassUid());
        AsynchronousOperations window = user.asynchronousOperations();
        if (window != null) {
            int item = Items.begin(out, ASYNCHRONOUS_OPERATIONS);
            out.writeShort(window.invoked()).writeShort(window.performed());
            Items.end(out, item);
        }
        user.roles().forEach(role -> {
            int item = Items.begin(out, ROLE_SELECTION);
            Items.writeField(out, role.sopClassUid());
            out.writeByte(role.scu() ? 1 : 0).writeByte(role.scp() ? 1 : 0);
            Items.end(out, item);
        });
        if (!user.implementationVersionName().isEmpty()) {
            Items.writeText(out, IMPLEMENTATION_VERSION, user.implementationVersionName());
        }
        user.extended().forEach(negotiation -> {
            int item = Items.begin(out, EXTENDED_NEGOTIATION);
            Items.writeField(out, negotiation.sopClassUid());
            out.writeBytes(negotiation.information());
            Items.end(out, item);
        });
        user.commonExtended().forEach(negotiation -> encodeCommonExtended(negotiation, out));
        encodeIdentity(user.userIdentity(), user.userIdentityResponse(), out);
        user.unknown().forEach(other -> {
            int item = Items.begin(out, other.type());
            out.writeBytes(other.content());
            Items.end(out, item);
        });
        Items.end(out, all);
    }

    /** The second byte of this sub-item is its version, which is 0 (PS3.7 table D.3-12). */
    private static void encodeCommonExtended(CommonExtendedNegotiation negotiation, ByteBuf out) {
        int item = Items.begin(out, COMMON_EXTENDED_NEGOTIATION);
        Items.writeField(out, negotiation.sopClassUid());
        Items.writeField(out, negotiation.serviceClassUid());
        int list = Items.beginField(out);
        negotiation.relatedGeneralSopClassUids().forEach(uid -> Items.writeField(out, uid));
        Items.end(out, list);
        Items.end(out, item);
    }

    private static void encodeIdentity(
            @Nullable UserIdentity identity, byte @Nullable [] identityResponse, ByteBuf out) {
        if (identity != null) {
            int item = Items.begin(out, USER_IDENTITY);
            out.writeByte(identity.type().code());
            out.writeByte(identity.response() == UserIdentity.Response.REQUESTED ? 1 : 0);
            Items.writeField(out, identity.primary());
            Items.writeField(out, identity.secondary());
            Items.end(out, item);
        }
        if (identityResponse != null) {
            int item = Items.begin(out, USER_IDENTITY_RESPONSE);
            Items.writeField(out, identityResponse);
            Items.end(out, item);
        }
    }
}

package org.symbolon.dicom.net;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * Who the user behind a requester is (user identity negotiation, PS3.7 D.3.3.7). The values are secrets or names: {@link
 * #toString} shows neither. Without TLS they are readable on the wire.
 */
public final class UserIdentity {
    /** Longest of either field: it has a length of two bytes, and both share one sub-item. */
    public static final int MAX_FIELD_BYTES = 60_000;

    private final Type type;
    private final byte[] primary;
    private final byte[] secondary;
    private final Response response;

    /** User-Identity-Type. */
    public enum Type {
        USERNAME(1),
        USERNAME_AND_PASSCODE(2),
        /** A Kerberos service ticket. */
        KERBEROS(3),
        /** A SAML assertion. */
        SAML(4),
        /** A JSON web token. */
        JWT(5);

        private final int code;

        Type(int code) {
            this.code = code;
        }

        /** The number on the wire. */
        public int code() {
            return code;
        }

        /** Empty where the standard knows no such type. */
        public static Optional<Type> of(int code) {
            return Arrays.stream(values()).filter(type -> type.code == code).findFirst();
        }
    }

    /** Positive-response-requested. */
    public enum Response {
        NOT_REQUESTED,
        /** Who accepts the identity is to say so; a requester that gets no such answer must take it as ignored. */
        REQUESTED
    }

    private UserIdentity(Type type, byte[] primary, byte[] secondary, Response response) {
        if (primary.length > MAX_FIELD_BYTES || secondary.length > MAX_FIELD_BYTES - primary.length) {
            throw new IllegalArgumentException(
                    "The fields of a user identity have at most " + MAX_FIELD_BYTES + " bytes together");
        }
        this.type = type;
        this.primary = primary.clone();
        this.secondary = secondary.clone();
        this.response = response;
    }

    /** An identity as it stands on the wire. */
    public static UserIdentity of(Type type, byte[] primary, byte[] secondary, Response response) {
        return new UserIdentity(type, primary, secondary, response);
    }

    public static UserIdentity username(String name) {
        return new UserIdentity(Type.USERNAME, utf8(name), new byte[0], Response.NOT_REQUESTED);
    }

    public static UserIdentity usernameAndPasscode(String name, String passcode) {
        return new UserIdentity(Type.USERNAME_AND_PASSCODE, utf8(name), utf8(passcode), Response.NOT_REQUESTED);
    }

    /** @param serviceTicket see RFC 4120 */
    public static UserIdentity kerberos(byte[] serviceTicket) {
        return new UserIdentity(Type.KERBEROS, serviceTicket, new byte[0], Response.NOT_REQUESTED);
    }

    /** @param assertion an XML document */
    public static UserIdentity saml(String assertion) {
        return new UserIdentity(Type.SAML, utf8(assertion), new byte[0], Response.NOT_REQUESTED);
    }

    /** @param token RFC 7519, in its compact form */
    public static UserIdentity jwt(String token) {
        return new UserIdentity(Type.JWT, utf8(token), new byte[0], Response.NOT_REQUESTED);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** The same identity, and the peer is asked to say whether it took notice of it. */
    public UserIdentity withResponseRequested() {
        return new UserIdentity(type, primary, secondary, Response.REQUESTED);
    }

    public Type type() {
        return type;
    }

    /** Primary-field: name, ticket, assertion or token. */
    public byte[] primary() {
        return primary.clone();
    }

    /** Primary-field as UTF-8 text. */
    public String primaryText() {
        return new String(primary, StandardCharsets.UTF_8);
    }

    /** Secondary-field: the passcode; empty with all other types. */
    public byte[] secondary() {
        return secondary.clone();
    }

    /** Secondary-field as UTF-8 text. */
    public String secondaryText() {
        return new String(secondary, StandardCharsets.UTF_8);
    }

    public Response response() {
        return response;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof UserIdentity that
                && type == that.type
                && response == that.response
                && Arrays.equals(primary, that.primary)
                && Arrays.equals(secondary, that.secondary);
    }

    @Override
    public int hashCode() {
        return 31 * type.hashCode() + Arrays.hashCode(primary);
    }

    /** Says the type only. */
    @Override
    public String toString() {
        return "UserIdentity[" + type + "]";
    }
}

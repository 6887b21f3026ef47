package org.symbolon.deidentification.splice;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * SHA-256 of both sides of a splice, in lower-case hexadecimal.
 *
 * @param sourceFile the whole source file, from its first byte
 * @param result the bytes that {@link Splice#writeTo} writes
 */
public record Digests(String sourceFile, String result) {

    /** A new SHA-256, which every JDK has. */
    public static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This JDK has no SHA-256", e);
        }
    }

    /** Ends the computation. */
    public static String hex(MessageDigest digest) {
        return HexFormat.of().formatHex(digest.digest());
    }
}

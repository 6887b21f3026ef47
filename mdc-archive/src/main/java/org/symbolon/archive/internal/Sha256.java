package org.symbolon.archive.internal;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.symbolon.model.ErrorCode;
import org.symbolon.model.SymbolonException;

/** SHA-256, which every Java platform has. */
final class Sha256 {
    static final int BYTES = 32;

    private Sha256() {}

    static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new SymbolonException(ErrorCode.INTERNAL, "This Java platform has no SHA-256", e);
        }
    }

    static byte[] of(byte[] bytes) {
        return digest().digest(bytes);
    }
}

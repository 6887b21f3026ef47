package org.symbolon.recordreceiver.internal;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.symbolon.model.ErrorCode;
import org.symbolon.model.SymbolonException;

/** SHA-256 in lower-case hexadecimal. */
public final class Sha256 {
    private Sha256() {}

    /** Of all of it. */
    public static String hex(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new SymbolonException(ErrorCode.INTERNAL, "This Java platform has no SHA-256", e);
        }
    }
}

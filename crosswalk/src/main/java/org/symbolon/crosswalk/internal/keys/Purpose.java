package org.symbolon.crosswalk.internal.keys;

import java.nio.charset.StandardCharsets;

/** What a sub-key of the derivation root is for. The labels are part of the format and never change. */
public enum Purpose {
    UID("symbolon/1/uid"),
    NUMBER("symbolon/1/number"),
    BLIND_INDEX("symbolon/1/blind-index"),
    HASH("symbolon/1/hash"),
    PROJECT_PATIENT("symbolon/1/project-patient"),
    DIGEST("symbolon/1/digest"),
    DIGEST_INDEX("symbolon/1/digest-index");

    private static final byte[] SALT = "symbolon derivation root".getBytes(StandardCharsets.US_ASCII);
    private static final int KEY_BYTES = 32;

    private final byte[] info;

    Purpose(String label) {
        this.info = label.getBytes(StandardCharsets.US_ASCII);
    }

    /** 32 bytes; the caller owns them. */
    public byte[] derive(byte[] root) {
        return Hkdf.derive(root, SALT, info, KEY_BYTES);
    }
}

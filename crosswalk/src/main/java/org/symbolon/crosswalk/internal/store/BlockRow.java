package org.symbolon.crosswalk.internal.store;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import org.symbolon.model.ErrorCode;
import org.symbolon.model.SymbolonException;

/** A row of the table packed: which half stands at a place of a block, and by what it is found. */
final class BlockRow {
    private final long half;
    private final byte[] objectIndex;
    private final byte[] originalIndex;

    BlockRow(long half, byte[] objectIndex, byte[] originalIndex) {
        if (objectIndex.length != DigestIndexes.INDEX_BYTES || originalIndex.length != DigestIndexes.INDEX_BYTES) {
            throw new SymbolonException(
                    ErrorCode.DAMAGED, "An index of the crosswalk has another length than 16 bytes");
        }
        this.half = half;
        this.objectIndex = objectIndex;
        this.originalIndex = originalIndex;
    }

    static BlockRow of(BlockEntry entry) {
        return new BlockRow(entry.half(), DigestIndexes.index(entry.object()), DigestIndexes.index(entry.original()));
    }

    long half() {
        return half;
    }

    byte[] objectIndex() {
        return objectIndex;
    }

    byte[] originalIndex() {
        return originalIndex;
    }

    /** SHA-256 of the rows of a block in the order of their places: each number (8 bytes, big endian) and both indexes. */
    static byte[] digest(List<BlockRow> rows) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (BlockRow row : rows) {
                digest.update(ByteBuffer.allocate(Long.BYTES).putLong(row.half).array());
                digest.update(row.objectIndex);
                digest.update(row.originalIndex);
            }
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new SymbolonException(ErrorCode.INTERNAL, "SHA-256 is not available", e);
        }
    }
}

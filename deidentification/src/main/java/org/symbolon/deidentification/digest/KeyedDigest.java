package org.symbolon.deidentification.digest;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.LongBuffer;
import java.security.MessageDigest;
import java.util.Arrays;
import javax.crypto.Mac;

/**
 * The keyed digest of a number of bytes that is known beforehand: blocks of 4096 bytes counted from the end, the first one
 * shorter, are hashed by {@link BlockHash}; HMAC-SHA-256 over the length and these hashes, cut to 16 bytes, is the digest.
 * Since blocks are counted from the end, a file and its anonymous form, which differ at the beginning, have most in common.
 * More or fewer bytes than announced give a digest that no right number of bytes has. Used by one thread.
 */
public final class KeyedDigest extends MessageDigest {
    /** Bytes of a result. */
    public static final int DIGEST_BYTES = 16;

    private static final int HASHES_AT_A_TIME = 64;

    private final BlockHash blocks;
    private final Mac mac;
    private final long announced;
    private final ByteBuffer block = ByteBuffer.allocate(BlockHash.BLOCK_BYTES);
    private final LongBuffer blockWords = block.order(ByteOrder.LITTLE_ENDIAN).asLongBuffer();
    private final long[] words = new long[BlockHash.words()];
    private final byte[] hashes = new byte[HASHES_AT_A_TIME * BlockHash.HASH_BYTES];
    private int filled;
    private int blockBytes;
    private int hashed;
    private long taken;

    KeyedDigest(BlockHash blocks, Mac mac, long length) {
        super("symbolon-keyed-128");
        this.blocks = blocks;
        this.mac = mac;
        this.announced = length;
        begin();
    }

    private void begin() {
        mac.update(ByteBuffer.allocate(Long.BYTES).putLong(announced).array());
        int first = (int) (announced % BlockHash.BLOCK_BYTES);
        blockBytes = first == 0 ? BlockHash.BLOCK_BYTES : first;
        filled = 0;
        hashed = 0;
        taken = 0;
    }

    /** Bytes until the next block begins, 0 where one begins now. */
    int untilBlock() {
        return filled == 0 && blockBytes == BlockHash.BLOCK_BYTES ? 0 : blockBytes - filled;
    }

    /** Takes a whole block by its hash; only where a block begins. */
    void addHash(byte[] hash) {
        System.arraycopy(hash, 0, hashes, hashed, BlockHash.HASH_BYTES);
        taken += BlockHash.BLOCK_BYTES;
        countHash();
    }

    private void countHash() {
        hashed += BlockHash.HASH_BYTES;
        if (hashed == hashes.length) {
            mac.update(hashes);
            hashed = 0;
        }
    }

    @Override
    protected void engineUpdate(byte input) {
        engineUpdate(new byte[] {input}, 0, 1);
    }

    @Override
    protected void engineUpdate(byte[] input, int offset, int length) {
        engineUpdate(ByteBuffer.wrap(input, offset, length));
    }

    @Override
    protected void engineUpdate(ByteBuffer input) {
        taken += input.remaining();
        while (input.hasRemaining()) {
            int part = Math.min(blockBytes - filled, input.remaining());
            input.get(block.array(), filled, part);
            filled += part;
            if (filled == blockBytes) {
                endBlock();
            }
        }
    }

    private void endBlock() {
        Arrays.fill(block.array(), filled, BlockHash.BLOCK_BYTES, (byte) 0);
        blockWords.get(0, words);
        blocks.hash(words, hashes, hashed);
        countHash();
        filled = 0;
        blockBytes = BlockHash.BLOCK_BYTES;
    }

    @Override
    protected byte[] engineDigest() {
        if (filled > 0) {
            endBlock();
        }
        mac.update(hashes, 0, hashed);
        if (taken != announced) {
            mac.update(ByteBuffer.allocate(Long.BYTES).putLong(taken).array());
        }
        byte[] digest = Arrays.copyOf(mac.doFinal(), DIGEST_BYTES);
        begin();
        return digest;
    }

    @Override
    protected int engineGetDigestLength() {
        return DIGEST_BYTES;
    }

    @Override
    protected void engineReset() {
        mac.reset();
        begin();
    }
}

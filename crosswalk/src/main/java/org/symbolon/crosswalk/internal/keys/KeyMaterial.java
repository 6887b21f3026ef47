package org.symbolon.crosswalk.internal.keys;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.symbolon.model.ErrorCode;
import org.symbolon.model.OrganisationId;
import org.symbolon.model.SymbolonException;

/**
 * What a keystore holds: the organisation, the wrapping keys by number, which of them is in use, and the derivation root.
 * Encoded as {@code docs/format/keystore.md} says; the root is sealed by the wrapping key in use. Thread-safe until
 * {@link #close}, which wipes the keys.
 */
public final class KeyMaterial implements AutoCloseable {
    private static final int MAGIC = 0x53594D4B; // SYMK
    private static final int VERSION = 1;
    private static final int KEY_BYTES = 32;
    private static final int MAX_WRAPPING_KEYS = 255;
    private static final int MAX_SEALED_ROOT_BYTES = 256;

    private final OrganisationId organisation;
    private final Map<Integer, byte[]> wrappingKeys;
    private final int currentWrappingKey;
    private final byte[] root;
    private volatile boolean closed;

    private KeyMaterial(
            OrganisationId organisation, Map<Integer, byte[]> wrappingKeys, int currentWrappingKey, byte[] root) {
        this.organisation = organisation;
        this.wrappingKeys = wrappingKeys;
        this.currentWrappingKey = currentWrappingKey;
        this.root = root;
    }

    /** Fresh random keys. */
    public static KeyMaterial create(OrganisationId organisation) {
        Map<Integer, byte[]> wrapping = new TreeMap<>();
        wrapping.put(1, Sealer.newKey());
        return new KeyMaterial(organisation, wrapping, 1, Sealer.newKey());
    }

    /**
     * The same with one more wrapping key, which is in use from now on.
     *
     * @throws SymbolonException {@code LIMIT_EXCEEDED} where there are 255 already
     */
    public KeyMaterial withNewWrappingKey() {
        requireOpen();
        if (wrappingKeys.size() == MAX_WRAPPING_KEYS) {
            throw new SymbolonException(
                    ErrorCode.LIMIT_EXCEEDED, "A keystore holds at most " + MAX_WRAPPING_KEYS + " wrapping keys");
        }
        Map<Integer, byte[]> keys = copies();
        int number = currentWrappingKey + 1;
        keys.put(number, Sealer.newKey());
        return new KeyMaterial(organisation, keys, number, root.clone());
    }

    /** The same, to be closed on its own. */
    public KeyMaterial copy() {
        requireOpen();
        return new KeyMaterial(organisation, copies(), currentWrappingKey, root.clone());
    }

    /** The same with no wrapping key but the one in use. */
    public KeyMaterial withoutOldWrappingKeys() {
        requireOpen();
        Map<Integer, byte[]> keys = copies();
        keys.keySet().retainAll(Set.of(currentWrappingKey));
        return new KeyMaterial(organisation, keys, currentWrappingKey, root.clone());
    }

    private Map<Integer, byte[]> copies() {
        Map<Integer, byte[]> keys = new TreeMap<>();
        wrappingKeys.forEach((number, key) -> keys.put(number, key.clone()));
        return keys;
    }

    /** The numbers of all wrapping keys, ascending. */
    public List<Integer> wrappingKeys() {
        return List.copyOf(wrappingKeys.keySet());
    }

    public OrganisationId organisation() {
        return organisation;
    }

    /** A sub-key that the caller owns. */
    public byte[] derive(Purpose purpose) {
        requireOpen();
        return purpose.derive(root);
    }

    /** The number of the wrapping key that new patient keys are wrapped with. */
    public int currentWrappingKey() {
        return currentWrappingKey;
    }

    /** Seals a patient's key with the wrapping key of the given number. */
    public byte[] wrap(int wrappingKey, byte[] context, byte[] key) {
        return Sealer.seal(wrappingKey(wrappingKey), context, key);
    }

    /** The inverse of {@link #wrap}; {@code WRONG_KEY} where this keystore has no wrapping key of that number. */
    public byte[] unwrap(int wrappingKey, byte[] context, byte[] wrapped) {
        return Sealer.open(wrappingKey(wrappingKey), context, wrapped);
    }

    private byte[] wrappingKey(int number) {
        requireOpen();
        byte[] key = wrappingKeys.get(number);
        if (key == null) {
            throw new SymbolonException(
                    ErrorCode.WRONG_KEY, "The keystore does not hold the wrapping key that a patient's key needs");
        }
        return key;
    }

    private void requireOpen() {
        if (closed) {
            throw new IllegalStateException("The keystore was closed");
        }
    }

    @Override
    public void close() {
        closed = true;
        Arrays.fill(root, (byte) 0);
        wrappingKeys.values().forEach(key -> Arrays.fill(key, (byte) 0));
    }

    byte[] encode() throws IOException {
        byte[] name = organisation.value().getBytes(StandardCharsets.US_ASCII);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeInt(MAGIC);
        out.writeByte(VERSION);
        out.writeByte(name.length);
        out.write(name);
        out.writeInt(currentWrappingKey);
        out.writeByte(wrappingKeys.size());
        for (Map.Entry<Integer, byte[]> entry : wrappingKeys.entrySet()) {
            out.writeInt(entry.getKey());
            out.write(entry.getValue());
        }
        byte[] sealedRoot = wrap(currentWrappingKey, rootContext(organisation, currentWrappingKey), root);
        out.writeShort(sealedRoot.length);
        out.write(sealedRoot);
        return bytes.toByteArray();
    }

    static KeyMaterial decode(byte[] encoded) throws IOException {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(encoded))) {
            if (in.readInt() != MAGIC) {
                throw damaged("The keystore holds something else than Symbolon's keys");
            }
            if (in.readUnsignedByte() != VERSION) {
                throw new SymbolonException(
                        ErrorCode.UNSUPPORTED_FORMAT, "The keystore was written by a newer version of Symbolon");
            }
            OrganisationId organisation =
                    new OrganisationId(new String(exactly(in, in.readUnsignedByte()), StandardCharsets.US_ASCII));
            int current = in.readInt();
            int count = in.readUnsignedByte();
            Map<Integer, byte[]> wrapping = new TreeMap<>();
            for (int i = 0; i < Math.min(count, MAX_WRAPPING_KEYS); i++) {
                wrapping.put(in.readInt(), exactly(in, KEY_BYTES));
            }
            byte[] currentKey = wrapping.get(current);
            if (currentKey == null) {
                throw damaged("The keystore lacks the wrapping key it names");
            }
            int sealedLength = in.readUnsignedShort();
            if (sealedLength > MAX_SEALED_ROOT_BYTES) {
                throw damaged("The keystore's derivation root has an impossible length");
            }
            byte[] root = Sealer.open(currentKey, rootContext(organisation, current), exactly(in, sealedLength));
            if (root.length != KEY_BYTES) {
                throw damaged("The keystore's derivation root has another length than 32 bytes");
            }
            return new KeyMaterial(organisation, wrapping, current, root);
        } catch (EOFException e) {
            throw new SymbolonException(ErrorCode.DAMAGED, "The keystore's content is cut short", e);
        }
    }

    private static byte[] exactly(DataInputStream in, int length) throws IOException {
        byte[] bytes = new byte[length];
        in.readFully(bytes);
        return bytes;
    }

    private static byte[] rootContext(OrganisationId organisation, int wrappingKey) {
        return ("symbolon derivation root\0" + organisation.value() + '\0' + wrappingKey)
                .getBytes(StandardCharsets.US_ASCII);
    }

    private static SymbolonException damaged(String message) {
        return new SymbolonException(ErrorCode.DAMAGED, message);
    }
}

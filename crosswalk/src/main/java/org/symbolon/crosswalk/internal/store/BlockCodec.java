package org.symbolon.crosswalk.internal.store;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.symbolon.crosswalk.Pseudonyms;
import org.symbolon.model.ErrorCode;
import org.symbolon.model.SymbolonException;

/**
 * Many halves of one series as bytes, before sealing: what does not compress (the second halves of encrypted digests, UUIDs)
 * apart from what does. An anonymous SOP Instance UID that follows from the original one takes no room. Thread-safe.
 */
final class BlockCodec {
    static final int MAX_HALVES = 1024;

    /** Of all bodies of a block; a longer body is not packed. */
    static final int MAX_BODY_BYTES = 1 << 20;

    private static final int MAX_HEAD_BYTES = 1 + 2 * HalfCodec.MAX_UID_BYTES + 30;
    private static final int MAX_PLAIN_BYTES = MAX_BODY_BYTES + MAX_HALVES * MAX_HEAD_BYTES;
    private static final int LONG_OBJECT_DIGEST = 1;
    private static final int LONG_ORIGINAL_DIGEST = 2;
    private static final int UID_SHIFT = 2;
    private static final int UID_TEXT = 0;
    private static final int UID_UUID = 1;
    private static final int UID_AS_ORIGINAL = 2;
    private static final int UID_DERIVED = 3;
    private static final int HIGHEST_FLAGS = 15;

    /** Stands where version 3 had the number of halves: the bodies are without their UIDs. */
    private static final int WITHOUT_UIDS = 0;

    private final Pseudonyms pseudonyms;

    BlockCodec(Pseudonyms pseudonyms) {
        this.pseudonyms = pseudonyms;
    }

    /** @param projects by which the UIDs may have been derived; the first that fits the first half is used */
    byte[] encode(List<BlockEntry> entries, Collection<String> projects) {
        String project = project(entries.get(0), projects);
        String prefix = BodyWithoutUid.prefix(entries.stream()
                .map(entry -> HalfCodec.originalSopUid(entry.body()))
                .toList());
        ByteArrayOutputStream raw = new ByteArrayOutputStream();
        Fields.Writer packed = new Fields.Writer();
        for (BlockEntry entry : entries) {
            write(entry, project, prefix, raw, packed);
        }
        byte[] plain = packed.toByteArray();
        return new Fields.Writer()
                .number(WITHOUT_UIDS)
                .number(entries.size())
                .text(project)
                .text(prefix)
                .bytes(raw.toByteArray())
                .number(plain.length)
                .raw(Lzma.compress(plain))
                .toByteArray();
    }

    private String project(BlockEntry first, Collection<String> projects) {
        String originalSopUid = HalfCodec.originalSopUid(first.body());
        return projects.stream()
                .filter(project -> pseudonyms.uid(project, originalSopUid).equals(first.sopUid()))
                .findFirst()
                .orElse("");
    }

    private void write(
            BlockEntry entry, String project, String prefix, ByteArrayOutputStream raw, Fields.Writer packed) {
        byte[] uuid = HalfCodec.uuid(entry.sopUid());
        String originalSopUid = HalfCodec.originalSopUid(entry.body());
        int form = entry.sopUid().equals(originalSopUid)
                ? UID_AS_ORIGINAL
                : pseudonyms.uid(project, originalSopUid).equals(entry.sopUid())
                        ? UID_DERIVED
                        : uuid.length > 0 ? UID_UUID : UID_TEXT;
        int flags = form << UID_SHIFT;
        flags |= entry.object().length > DigestIndexes.INDEX_BYTES ? LONG_OBJECT_DIGEST : 0;
        flags |= entry.original().length > DigestIndexes.INDEX_BYTES ? LONG_ORIGINAL_DIGEST : 0;
        packed.number(flags);
        raw.writeBytes(rest(entry.object()));
        raw.writeBytes(rest(entry.original()));
        if (form == UID_UUID) {
            raw.writeBytes(uuid);
        } else if (form == UID_TEXT) {
            packed.text(entry.sopUid());
        }
        BodyWithoutUid.write(entry.body(), prefix, originalSopUid, raw, packed);
    }

    private static byte[] rest(byte[] encrypted) {
        return Arrays.copyOfRange(encrypted, DigestIndexes.INDEX_BYTES, encrypted.length);
    }

    /**
     * The halves that stand in these rows, in their order.
     *
     * @throws SymbolonException {@code DAMAGED} where the block has another number of halves, or another form
     */
    List<BlockEntry> decode(byte[] block, List<BlockRow> rows) {
        Fields.Reader in = new Fields.Reader(block);
        int count = in.number();
        boolean withoutUids = count == WITHOUT_UIDS;
        if ((withoutUids ? in.number() : count) != rows.size()) {
            throw new SymbolonException(ErrorCode.DAMAGED, "A block of the crosswalk has another number of halves");
        }
        String project = in.text();
        String prefix = withoutUids ? in.text() : null;
        Fields.Reader raw = new Fields.Reader(in.bytes());
        int length = HalfCodec.bounded(in.number(), MAX_PLAIN_BYTES);
        Fields.Reader packed = new Fields.Reader(Lzma.expand(in.rest(), length));
        List<BlockEntry> entries = new ArrayList<>(rows.size());
        for (BlockRow row : rows) {
            entries.add(read(row, project, prefix, raw, packed));
        }
        if (raw.rest().length > 0 || packed.rest().length > 0) {
            throw new SymbolonException(ErrorCode.DAMAGED, "A block of the crosswalk holds more than its halves");
        }
        return entries;
    }

    /** @param prefix null in a block of version 3 */
    private BlockEntry read(
            BlockRow row, String project, @Nullable String prefix, Fields.Reader raw, Fields.Reader packed) {
        int flags = HalfCodec.bounded(packed.number(), HIGHEST_FLAGS);
        byte[] object = join(row.objectIndex(), raw, (flags & LONG_OBJECT_DIGEST) != 0);
        byte[] original = join(row.originalIndex(), raw, (flags & LONG_ORIGINAL_DIGEST) != 0);
        int form = flags >> UID_SHIFT;
        String given = form == UID_UUID
                ? HalfCodec.uidOf(raw.raw(HalfCodec.UUID_BYTES))
                : form == UID_TEXT ? packed.text() : "";
        byte[] body = prefix == null ? packed.bytes() : BodyWithoutUid.read(prefix, raw, packed, MAX_BODY_BYTES);
        String sopUid = form == UID_AS_ORIGINAL
                ? HalfCodec.originalSopUid(body)
                : form == UID_DERIVED ? pseudonyms.uid(project, HalfCodec.originalSopUid(body)) : given;
        return new BlockEntry(row.half(), object, original, sopUid, body);
    }

    private static byte[] join(byte[] index, Fields.Reader raw, boolean isLong) {
        if (!isLong) {
            return index;
        }
        byte[] joined = Arrays.copyOf(index, 2 * DigestIndexes.INDEX_BYTES);
        System.arraycopy(
                raw.raw(DigestIndexes.INDEX_BYTES), 0, joined, DigestIndexes.INDEX_BYTES, DigestIndexes.INDEX_BYTES);
        return joined;
    }
}

package org.symbolon.crosswalk.internal.store;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.symbolon.crosswalk.IdentityHalf;
import org.symbolon.crosswalk.ObjectKey;
import org.symbolon.model.ErrorCode;
import org.symbolon.model.SymbolonException;

/**
 * An identity half as bytes: a head that does not compress (digests, the anonymous SOP Instance UID), and a body (the
 * original's UIDs and accession number, a textual record's search keys, the content), deflated with the series' dictionary. Thread-safe.
 */
final class HalfCodec {
    /** How new halves are written; the number is part of the format. */
    static final int FORM = 2;

    private static final int FORM_OF_SHA256_ONLY = 1;
    private static final int SHA256_BYTES = 32;
    private static final int KEYED_DIGEST_BYTES = 16;
    static final int UUID_BYTES = 16;

    /** Of a UID of an object key or a half, in UTF-8. */
    static final int MAX_UID_BYTES = 4 * IdentityHalf.MAX_FIELD_CHARACTERS;

    private static final int UID_AS_TEXT = 0;
    private static final int UID_AS_UUID = 1;
    private static final String UUID_ROOT = "2.25.";
    private static final int MAX_BODY_BYTES = IdentityHalf.MAX_CONTENT_BYTES
            + (4 + 2 * IdentityHalf.MAX_SEARCH_KEYS) * (4 * IdentityHalf.MAX_FIELD_CHARACTERS + 8);

    private final SealedRecords sealedRecords;

    HalfCodec(SealedRecords sealedRecords) {
        this.sealedRecords = sealedRecords;
    }

    static byte[] body(IdentityHalf half) {
        Fields.Writer out = new Fields.Writer()
                .text(half.originalStudyUid())
                .text(half.originalSeriesUid())
                .text(half.originalSopUid())
                .text(half.originalAccession());
        if (half.key().isDocument()) {
            writeAll(out, half.accessionNumbers());
            writeAll(out, half.visitNumbers());
        }
        return out.raw(half.content()).toByteArray();
    }

    private static void writeAll(Fields.Writer out, List<String> texts) {
        out.number(texts.size());
        texts.forEach(out::text);
    }

    private static List<String> readAll(Fields.Reader in) {
        int count = bounded(in.number(), IdentityHalf.MAX_SEARCH_KEYS);
        List<String> texts = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            texts.add(in.text());
        }
        return texts;
    }

    byte[] seal(SeriesState series, IdentityHalf half, byte[] body, byte[] objectIndex, byte[] originalIndex) {
        Fields.Writer out = new Fields.Writer();
        writeDigest(out, half.key().dataSetDigest());
        writeDigest(out, half.originalDigest());
        writeUid(out, half.key().sopUid());
        out.number(body.length).raw(Compression.deflate(body, series.dictionary()));
        return sealedRecords.sealHalf(series.patient(), FORM, objectIndex, originalIndex, out.toByteArray());
    }

    /** The caller compares the key of the result with the one it asked for. */
    IdentityHalf open(SeriesState series, int form, byte[] sealed, byte[] objectIndex, byte[] originalIndex) {
        Fields.Reader in =
                new Fields.Reader(sealedRecords.openHalf(series.patient(), form, objectIndex, originalIndex, sealed));
        String dataSetDigest = readDigest(in, form);
        String originalDigest = readDigest(in, form);
        String sopUid = readUid(in);
        int length = bounded(in.number(), MAX_BODY_BYTES);
        byte[] body = Compression.inflate(in.rest(), series.dictionary(), length);
        ObjectKey key = new ObjectKey(series.studyUid(), series.seriesUid(), sopUid, dataSetDigest);
        return half(series.patient().pseudonym(), key, originalDigest, body);
    }

    /** From the fields that {@link #body} puts together, and those beside it. */
    static IdentityHalf half(String pseudonym, ObjectKey key, String originalDigest, byte[] body) {
        Fields.Reader in = new Fields.Reader(body);
        String originalStudyUid = in.text();
        String originalSeriesUid = in.text();
        String originalSopUid = in.text();
        String originalAccession = in.text();
        List<String> accessionNumbers = key.isDocument() ? readAll(in) : List.of();
        List<String> visitNumbers = key.isDocument() ? readAll(in) : List.of();
        IdentityHalf half = new IdentityHalf(
                pseudonym,
                key,
                originalDigest,
                in.rest(),
                originalStudyUid,
                originalSeriesUid,
                originalSopUid,
                originalAccession);
        return key.isDocument() ? half.withSearchKeys(accessionNumbers, visitNumbers) : half;
    }

    /** The third field of a body. */
    static String originalSopUid(byte[] body) {
        Fields.Reader in = new Fields.Reader(body);
        in.text();
        in.text();
        return in.text();
    }

    /** The UID that {@link #uuid} took apart. */
    static String uidOf(byte[] uuid) {
        return UUID_ROOT + new BigInteger(1, uuid);
    }

    private static void writeDigest(Fields.Writer out, String digest) {
        out.bytes(HexFormat.of().parseHex(digest));
    }

    /** Form 1 knew digests of 32 bytes only, and wrote no length. */
    private static String readDigest(Fields.Reader in, int form) {
        byte[] digest = form == FORM_OF_SHA256_ONLY ? in.raw(SHA256_BYTES) : in.bytes();
        if (digest.length != SHA256_BYTES && digest.length != KEYED_DIGEST_BYTES) {
            throw new SymbolonException(ErrorCode.DAMAGED, "A record of the crosswalk has a digest of no known length");
        }
        return HexFormat.of().formatHex(digest);
    }

    static int bounded(int length, int most) {
        if (length < 0 || length > most) {
            throw new SymbolonException(ErrorCode.DAMAGED, "A record of the crosswalk has an impossible length");
        }
        return length;
    }

    /** UIDs of our own making are 16 bytes, which do not compress, instead of some 44 characters. */
    private static void writeUid(Fields.Writer out, String uid) {
        byte[] uuid = uuid(uid);
        if (uuid.length == UUID_BYTES) {
            out.number(UID_AS_UUID).raw(uuid);
        } else {
            out.number(UID_AS_TEXT).text(uid);
        }
    }

    private static String readUid(Fields.Reader in) {
        int form = in.number();
        return form == UID_AS_UUID ? uidOf(in.raw(UUID_BYTES)) : in.text();
    }

    /** The 16 bytes of a UID under 2.25; empty for any other. */
    static byte[] uuid(String uid) {
        byte[] none = new byte[0];
        if (!uid.startsWith(UUID_ROOT) || uid.length() > UUID_ROOT.length() + 39) {
            return none;
        }
        String digits = uid.substring(UUID_ROOT.length());
        if (digits.isEmpty() || digits.chars().anyMatch(c -> c < '0' || c > '9')) {
            return none;
        }
        byte[] signed = new BigInteger(digits).toByteArray();
        int skip = signed.length > UUID_BYTES && signed[0] == 0 ? 1 : 0;
        int length = signed.length - skip;
        if (length > UUID_BYTES) {
            return none;
        }
        byte[] uuid = new byte[UUID_BYTES];
        System.arraycopy(signed, skip, uuid, UUID_BYTES - length, length);
        return (UUID_ROOT + new BigInteger(1, uuid)).equals(uid) ? uuid : none;
    }
}

package org.symbolon.deidentification;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;
import org.symbolon.crosswalk.IdentityHalf;
import org.symbolon.crosswalk.LargeContent;
import org.symbolon.deidentification.digest.DigestKey;
import org.symbolon.deidentification.digest.KeyedDigest;
import org.symbolon.deidentification.internal.IdentityContent;
import org.symbolon.deidentification.internal.Rejection;
import org.symbolon.deidentification.splice.Digests;
import org.symbolon.deidentification.splice.StreamSplicer;
import org.symbolon.dicom.DicomFile;
import org.symbolon.dicom.DicomFormatException;
import org.symbolon.model.ErrorCode;
import org.symbolon.model.SymbolonException;

/**
 * Puts the two halves of an object together: the result is the original file, byte for byte, or there is none. The output
 * gets its name only when it is whole, right and on disk. Stateless and thread-safe; memory does not depend on the size of
 * the object, deflated ones aside.
 *
 * <p>Errors: {@code HALVES_DO_NOT_MATCH} if the data set is not the one that the half belongs to, {@code DAMAGED} if the
 * half does not lead back to the original.
 */
public final class Reidentifier {
    private static final int OUTPUT_BUFFER_BYTES = 64 << 10;

    private final @Nullable DigestKey digestKey;

    /** For halves with SHA-256 digests, as an agent makes them; others are {@code USAGE}. */
    public Reidentifier() {
        this.digestKey = null;
    }

    /** For halves of both kinds. */
    public Reidentifier(DigestKey digestKey) {
        this.digestKey = digestKey;
    }

    /** The anonymous half is a Part 10 file, whoever wrote its file meta group, or a bare data set. */
    public void personalise(Path anonymousFile, IdentityHalf half, Path out) throws IOException {
        personalise(anonymousFile, half, out, Durability.ON_DISK);
    }

    /** The same; the durability is for callers that can do it again. */
    public void personalise(Path anonymousFile, IdentityHalf half, Path out, Durability durability) throws IOException {
        long offset;
        try {
            offset = DicomFile.open(anonymousFile).dataSetOffset();
        } catch (DicomFormatException e) {
            throw Rejection.of(e);
        }
        try (InputStream dataSet = Files.newInputStream(anonymousFile)) {
            dataSet.skipNBytes(offset);
            personalise(dataSet, half, out, durability);
        }
    }

    /** The stream begins with the first byte of the anonymous data set and ends with its last; it is not closed. */
    public void personalise(InputStream dataSet, IdentityHalf half, Path out) throws IOException {
        personalise(dataSet, half, out, Durability.ON_DISK);
    }

    private void personalise(InputStream dataSet, IdentityHalf half, Path out, Durability durability)
            throws IOException {
        IdentityContent content = IdentityContent.decode(half.content());
        AtomicFile.write(out, durability, channel -> join(dataSet, half, content, channel));
    }

    private MessageDigest digest(String expected, long length) {
        if (expected.length() != 2 * KeyedDigest.DIGEST_BYTES) {
            return Digests.sha256();
        }
        if (digestKey == null) {
            throw new SymbolonException(
                    ErrorCode.USAGE, "An identity half with keyed digests needs the digest key of the keystore");
        }
        return digestKey.digest(length);
    }

    /** What stands beside the content, nothing if all is in it. */
    private static InputStream large(IdentityHalf half, IdentityContent content) throws IOException {
        if (!content.needsLarge()) {
            return InputStream.nullInputStream();
        }
        LargeContent large = half.large();
        if (large == null) {
            throw new SymbolonException(ErrorCode.DAMAGED, "The identity half lacks its large part");
        }
        return large.open();
    }

    private void join(InputStream dataSet, IdentityHalf half, IdentityContent content, FileChannel out)
            throws IOException {
        MessageDigest anonymous = digest(half.key().dataSetDigest(), content.dataSetLength());
        MessageDigest original = digest(half.originalDigest(), content.originalLength());
        OutputStream file = new BufferedOutputStream(Channels.newOutputStream(out), OUTPUT_BUFFER_BYTES);
        OutputStream sink = new DigestOutputStream(file, original);
        sink.write(content.prefix());
        StreamSplicer splicer = new StreamSplicer(dataSet, anonymous);
        byte[] deflated = content.deflated();
        boolean fits;
        if (deflated == null) {
            try (InputStream large = large(half, content)) {
                fits = splicer.copy(content.inverse(), content.dataSetLength(), large, sink);
            }
        } else {
            fits = splicer.skip(content.dataSetLength());
            sink.write(deflated);
        }
        if (!fits || !Digests.hex(anonymous).equals(half.key().dataSetDigest())) {
            throw new SymbolonException(
                    ErrorCode.HALVES_DO_NOT_MATCH, "The data set is not the one that this identity half belongs to");
        }
        file.flush();
        if (out.position() != content.originalLength() || !Digests.hex(original).equals(half.originalDigest())) {
            throw new SymbolonException(ErrorCode.DAMAGED, "The identity half does not lead back to the original");
        }
    }
}

package org.symbolon.anonymizer.internal;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import org.symbolon.deidentification.AtomicFile;
import org.symbolon.deidentification.AttributeRemoval;
import org.symbolon.deidentification.DeidentifierOptions;
import org.symbolon.deidentification.Durability;
import org.symbolon.deidentification.profile.Profile;
import org.symbolon.deidentification.splice.Digests;
import org.symbolon.deidentification.splice.StreamSplicer;
import org.symbolon.model.ErrorCode;
import org.symbolon.model.SymbolonException;

/**
 * Removes attributes from one file where it lies, and puts them back from its tag file. The tag file is on disk before the
 * file changes, and the file changes by one rename: a crash leaves the one or the other, and the same call again ends well.
 */
public final class InPlace {
    private static final long MAX_TAG_FILE_BYTES = 256L << 20;

    private InPlace() {}

    /** What a call did. */
    public enum Outcome {
        CHANGED,
        /** The file was already as it should be. */
        UNCHANGED
    }

    /** A tag file that belongs to another file is never overwritten ({@code USAGE}). */
    public static Outcome anonymize(Path file, Path tagFile, Profile profile) throws IOException {
        Path real = file.toRealPath();
        if (Files.exists(tagFile)) {
            TagFile existing = existing(tagFile);
            String digest = ObjectKeys.sha256(real);
            if (digest.equals(existing.anonymousSha256())) {
                return Outcome.UNCHANGED;
            }
            if (!digest.equals(existing.originalSha256())) {
                throw new SymbolonException(
                        ErrorCode.USAGE, "The tag file is there already and belongs to another file");
            }
        }
        AttributeRemoval removal = AttributeRemoval.plan(real, profile, DeidentifierOptions.of(""));
        byte[] text = TagFileWriter.print(removal, removal.result().digests()).getBytes(StandardCharsets.UTF_8);
        AtomicFile.write(tagFile, Durability.ON_DISK, channel -> {
            ByteBuffer bytes = ByteBuffer.wrap(text);
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        });
        AtomicFile.write(real, Durability.ON_DISK, channel -> removal.result().writeTo(channel));
        return Outcome.CHANGED;
    }

    /** A tag file that does not fit the file is {@code HALVES_DO_NOT_MATCH}, one that does not lead back {@code DAMAGED}. */
    public static Outcome personalize(Path file, Path tagFile) throws IOException {
        Path real = file.toRealPath();
        TagFile tags = read(tagFile);
        String digest = ObjectKeys.sha256(real);
        if (digest.equals(tags.originalSha256())) {
            return Outcome.UNCHANGED;
        }
        if (!digest.equals(tags.anonymousSha256())) {
            throw new SymbolonException(ErrorCode.HALVES_DO_NOT_MATCH, "The tag file does not fit this file");
        }
        AtomicFile.write(real, Durability.ON_DISK, channel -> {
            MessageDigest original = Digests.sha256();
            OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel));
            boolean fits;
            try (InputStream in = Files.newInputStream(real)) {
                StreamSplicer splicer = new StreamSplicer(in, Digests.sha256());
                fits = splicer.copy(tags.edits(), tags.anonymousLength(), new DigestOutputStream(out, original));
            }
            out.flush();
            if (!fits || !Digests.hex(original).equals(tags.originalSha256())) {
                throw new SymbolonException(ErrorCode.DAMAGED, "The tag file does not lead back to the original");
            }
        });
        return Outcome.CHANGED;
    }

    /** Whether the file begins like a tag file. */
    static boolean isTagFile(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] head = in.readNBytes(TagFile.FIRST_LINE.length());
            return TagFile.isTagFile(new String(head, StandardCharsets.UTF_8));
        }
    }

    private static TagFile existing(Path tagFile) throws IOException {
        if (!isTagFile(tagFile)) {
            throw new SymbolonException(ErrorCode.USAGE, "Where the tag file should go there is another file");
        }
        return read(tagFile);
    }

    static TagFile read(Path tagFile) throws IOException {
        if (Files.size(tagFile) > MAX_TAG_FILE_BYTES) {
            throw new SymbolonException(
                    ErrorCode.LIMIT_EXCEEDED, "A tag file has at most " + MAX_TAG_FILE_BYTES + " bytes");
        }
        return TagFile.parse(Files.readString(tagFile, StandardCharsets.UTF_8));
    }
}

package org.symbolon.crosswalk.internal.store;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.UUID;
import org.symbolon.crosswalk.IdentityHalf;
import org.symbolon.crosswalk.LargeContent;
import org.symbolon.crosswalk.internal.keys.Sealer;
import org.symbolon.model.ErrorCode;
import org.symbolon.model.SymbolonException;

/**
 * Sealed files for what is too long for a record of the database, one a half, in pieces of 1 MiB; the format is on
 * docs/format/crosswalk.md. A file is on disk as a whole before it gets its name, and before the half is committed; what a
 * killed process leaves is replaced when its original is parted again. Thread-safe.
 */
public final class LargeFiles {
    static final int PIECE_BYTES = 1 << 20;

    private static final byte MORE = 0;
    private static final byte LAST = 1;
    private static final byte[] MAGIC = "SYML\1".getBytes(StandardCharsets.US_ASCII);

    private final CrosswalkFolder folder;
    private final SealedRecords sealedRecords;
    private final BlindIndexes indexes;
    private final PatientStore patients;

    LargeFiles(CrosswalkFolder folder, SealedRecords sealedRecords, BlindIndexes indexes, PatientStore patients) {
        this.folder = folder;
        this.sealedRecords = sealedRecords;
        this.indexes = indexes;
        this.patients = patients;
    }

    /** Whether there is a file, of this half or of an attempt that was not committed. */
    public boolean has(IdentityHalf half) {
        return Files.exists(file(name(half)));
    }

    /** On disk when it returns; replaces what a killed process left. */
    public void write(ReaderPool readers, IdentityHalf half, LargeContent content) {
        byte[] name = name(half);
        Path file = file(name);
        PatientKey patient = patient(readers, half);
        try {
            folder.createLarge();
            Path temporary = folder.large().resolve(UUID.randomUUID() + ".new");
            boolean complete = false;
            try {
                CrosswalkFolder.createFile(temporary);
                try (FileChannel channel = FileChannel.open(temporary, StandardOpenOption.WRITE);
                        InputStream in = content.open()) {
                    DataOutputStream out =
                            new DataOutputStream(new BufferedOutputStream(Channels.newOutputStream(channel)));
                    seal(patient, name, in, content.length(), out);
                    out.flush();
                    channel.force(true);
                }
                Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
                complete = true;
            } finally {
                if (!complete) {
                    Files.deleteIfExists(temporary);
                }
            }
            try (FileChannel channel = FileChannel.open(folder.large(), StandardOpenOption.READ)) {
                channel.force(true);
            }
        } catch (IOException e) {
            throw new SymbolonException(
                    ErrorCode.OUT_OF_RESOURCES, "A large part of an identity half cannot be written", e);
        }
    }

    private void seal(PatientKey patient, byte[] name, InputStream in, long length, DataOutputStream out)
            throws IOException {
        out.write(MAGIC);
        long left = length;
        for (long piece = 0; piece == 0 || left > 0; piece++) {
            byte[] plain = in.readNBytes((int) Math.min(PIECE_BYTES, left));
            left -= plain.length;
            if (plain.length < PIECE_BYTES && left > 0) {
                throw new IOException("The original became shorter while its identity half was written");
            }
            byte[] sealed = sealedRecords.sealLarge(patient, name, place(piece, left == 0), plain);
            out.writeByte(left == 0 ? LAST : MORE);
            out.writeInt(sealed.length);
            out.write(sealed);
        }
    }

    /** Of a half as the database has it; nothing is looked at before it is opened. */
    public LargeContent of(ReaderPool readers, IdentityHalf half) {
        return new LargeContent() {
            @Override
            public long length() {
                return -1;
            }

            @Override
            public InputStream open() throws IOException {
                byte[] name = name(half);
                return new Pieces(patient(readers, half), name, openFile(name));
            }
        };
    }

    private InputStream openFile(byte[] name) throws IOException {
        try {
            return Files.newInputStream(file(name));
        } catch (NoSuchFileException e) {
            throw damaged();
        }
    }

    private PatientKey patient(ReaderPool readers, IdentityHalf half) {
        return readers.read(connection -> patients.key(connection, half.patientPseudonym()))
                .orElseThrow(() -> new SymbolonException(
                        ErrorCode.NOT_FOUND, "The crosswalk does not know the patient of an identity half"));
    }

    private byte[] name(IdentityHalf half) {
        byte[] object = indexes.object(half.key());
        byte[] original = indexes.original(half.originalDigest());
        return ByteBuffer.allocate(object.length + original.length)
                .put(object)
                .put(original)
                .array();
    }

    private Path file(byte[] name) {
        return folder.large().resolve(HexFormat.of().formatHex(name));
    }

    private static byte[] place(long piece, boolean last) {
        return ByteBuffer.allocate(Long.BYTES + 1)
                .putLong(piece)
                .put(last ? LAST : MORE)
                .array();
    }

    private static SymbolonException damaged() {
        return new SymbolonException(
                ErrorCode.DAMAGED,
                "The large part of an identity half is missing, or not in the format it should be in");
    }

    /** Opens one piece after the other; one is in memory at a time. Owned by one thread. */
    private final class Pieces extends InputStream {
        private final PatientKey patient;
        private final byte[] name;
        private final InputStream in;
        private ByteBuffer piece = ByteBuffer.allocate(0);
        private long next;
        private boolean ended;

        Pieces(PatientKey patient, byte[] name, InputStream in) throws IOException {
            this.patient = patient;
            this.name = name;
            this.in = in;
            if (!Arrays.equals(in.readNBytes(MAGIC.length), MAGIC)) {
                in.close();
                throw damaged();
            }
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            while (!piece.hasRemaining() && !ended) {
                advance();
            }
            if (!piece.hasRemaining()) {
                return -1;
            }
            int count = Math.min(length, piece.remaining());
            piece.get(bytes, from, count);
            return count;
        }

        private void advance() throws IOException {
            byte[] head = in.readNBytes(1 + Integer.BYTES);
            boolean whole = head.length == 1 + Integer.BYTES && (head[0] == MORE || head[0] == LAST);
            int length = whole ? ByteBuffer.wrap(head).getInt(1) : -1;
            if (length < 0 || length > PIECE_BYTES + Sealer.OVERHEAD_BYTES) {
                throw damaged();
            }
            byte[] sealed = in.readNBytes(length);
            if (sealed.length < length) {
                throw damaged();
            }
            ended = head[0] == LAST;
            piece = ByteBuffer.wrap(sealedRecords.openLarge(patient, name, place(next, ended), sealed));
            next++;
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }
}

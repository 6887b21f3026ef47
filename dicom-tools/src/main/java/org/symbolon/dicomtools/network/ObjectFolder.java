package org.symbolon.dicomtools.network;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;
import org.symbolon.dicom.DicomFormatException;
import org.symbolon.dicom.DicomProblem;
import org.symbolon.dicom.Part10Writer;
import org.symbolon.dicom.TransferSyntax;
import org.symbolon.dicom.net.StoreRequest;
import org.symbolon.model.Uid;

/**
 * Received objects as Part 10 files in a folder. An object is written under a temporary name, forced to disk if asked for, and
 * renamed, so a file with a final name is whole. The same object again changes nothing; another object under the same UID is kept
 * beside the first, with a number. File names are made of UIDs only. Thread-safe.
 */
final class ObjectFolder {
    private static final int COPY_BUFFER_BYTES = 128 * 1024;
    private static final int MAX_VERSIONS = 1_000;
    private static final String NO_STUDY = "no-study";
    private static final String NO_SERIES = "no-series";

    private final Path folder;
    private final Layout layout;
    private final Durability durability;

    /** How files are arranged. */
    enum Layout {
        /** {@code SOP.dcm}. */
        FLAT,
        /** {@code study/series/SOP.dcm}; objects that belong to none are in {@code no-study/no-series}. */
        STUDY
    }

    /** Whether an acknowledged object survives a power failure. */
    enum Durability {
        FSYNC,
        NONE
    }

    ObjectFolder(Path folder, Layout layout, Durability durability) throws IOException {
        this.folder = Files.createDirectories(folder);
        this.layout = layout;
        this.durability = durability;
    }

    /**
     * Keeps one object as it comes.
     *
     * @throws DicomFormatException MISSING_UID if the SOP Instance UID is no UID, UNKNOWN_TRANSFER_SYNTAX
     */
    Path keep(StoreRequest request, InputStream dataSet) throws IOException {
        if (!Uid.isUid(request.sopInstanceUid())) {
            throw new DicomFormatException(
                    DicomProblem.MISSING_UID, "The SOP Instance UID is not a UID", 0x00080018, -1);
        }
        TransferSyntax syntax = TransferSyntax.of(request.transferSyntax());
        if (syntax == null) {
            throw new DicomFormatException(
                    DicomProblem.UNKNOWN_TRANSFER_SYNTAX, "The transfer syntax is not one of PS3.6 annex A", 0, -1);
        }
        Path temporary = Files.createTempFile(folder, ".incoming-", ".part");
        try {
            try (FileChannel channel = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
                OutputStream out = Channels.newOutputStream(channel);
                // nothing of the sender in the meta group: the same object again is the same file
                out.write(Part10Writer.fileMeta(request.sopClassUid(), request.sopInstanceUid(), syntax, null));
                copy(dataSet, out);
                if (durability == Durability.FSYNC) {
                    channel.force(true);
                }
            }
            return rename(temporary, target(request, temporary));
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    private static void copy(InputStream in, OutputStream out) throws IOException {
        byte[] buffer = new byte[COPY_BUFFER_BYTES];
        for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
            out.write(buffer, 0, n);
        }
    }

    private Path target(StoreRequest request, Path written) throws IOException {
        String name = request.sopInstanceUid() + ".dcm";
        if (layout == Layout.FLAT) {
            return folder.resolve(name);
        }
        ObjectHeader header = ObjectHeader.read(written);
        return Files.createDirectories(
                        folder.resolve(part(header.studyUid(), NO_STUDY)).resolve(part(header.seriesUid(), NO_SERIES)))
                .resolve(name);
    }

    private static String part(String uid, String otherwise) {
        return Uid.isUid(uid) ? uid : otherwise;
    }

    /** One at a time, so that two objects of one name do not overtake each other. */
    private synchronized Path rename(Path temporary, Path wanted) throws IOException {
        Path target = wanted;
        for (int version = 1; Files.exists(target); version++) {
            if (Files.mismatch(target, temporary) < 0) {
                return target;
            }
            if (version > MAX_VERSIONS) {
                throw new IOException("Too many different objects have one SOP Instance UID");
            }
            String name = wanted.getFileName().toString();
            target = wanted.resolveSibling(name.substring(0, name.length() - ".dcm".length()) + "-" + version + ".dcm");
        }
        Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
        if (durability == Durability.FSYNC) {
            force(target.getParent());
        }
        return target;
    }

    private static void force(@Nullable Path directory) throws IOException {
        if (directory != null) {
            try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }

    /** The object of the UID, in the class; null: there is none. */
    @Nullable
    Path find(String sopInstanceUid) throws IOException {
        if (!Uid.isUid(sopInstanceUid)) {
            return null;
        }
        String name = sopInstanceUid + ".dcm";
        if (layout == Layout.FLAT) {
            Path file = folder.resolve(name);
            return Files.exists(file) ? file : null;
        }
        try (var files = Files.find(folder, 3, (path, attributes) -> path.endsWith(name))) {
            return files.findFirst().orElse(null);
        }
    }
}

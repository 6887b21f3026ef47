package org.symbolon.archive.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** A local folder: one file for each object or record. */
public final class FolderDestination implements Destination {
    private final Path folder;

    /** Makes the folder. */
    public FolderDestination(Path folder) throws IOException {
        this.folder = Files.createDirectories(folder);
    }

    @Override
    public Draft begin() throws IOException {
        Path temporary = Files.createTempFile(folder, ".incoming-", ".part");
        return new FileDraft(temporary, FileChannel.open(temporary, StandardOpenOption.WRITE));
    }

    @Override
    public void close() {
        // nothing is held open
    }

    /** One at a time, so that two objects of one name do not overtake each other. */
    private synchronized void rename(Path temporary, String name, String sha256) throws IOException {
        Path target = folder.resolve(name);
        if (Files.exists(target)) {
            if (Destination.hasContent(Files.newInputStream(target), sha256)) {
                return;
            }
            target = folder.resolve(name + "." + sha256.substring(0, CONFLICT_DIGITS));
        }
        Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
        try (FileChannel directory = FileChannel.open(folder, StandardOpenOption.READ)) {
            directory.force(true);
        }
    }

    private final class FileDraft implements Draft {
        private final Path temporary;
        private final FileChannel channel;
        private final OutputStream stream;

        FileDraft(Path temporary, FileChannel channel) {
            this.temporary = temporary;
            this.channel = channel;
            this.stream = Channels.newOutputStream(channel);
        }

        @Override
        public OutputStream stream() {
            return stream;
        }

        @Override
        public void keep(FileName name, String sha256) throws IOException {
            channel.force(true);
            channel.close();
            rename(temporary, name.name(), sha256);
        }

        @Override
        public void close() throws IOException {
            channel.close();
            Files.deleteIfExists(temporary);
        }
    }
}

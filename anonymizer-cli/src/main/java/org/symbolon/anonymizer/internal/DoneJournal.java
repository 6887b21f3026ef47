package org.symbolon.anonymizer.internal;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import org.symbolon.crosswalk.Pseudonyms;

/**
 * Which files of earlier runs are done, so that a run that was killed goes on: a text file in the identity folder, a line for each
 * file. {@code key length name}: a keyed hash of the run's options and the original's path, length and time; the length and the name
 * of what was written. A line counts if that file is there and as long; a torn line never does. Thread-safe.
 */
public final class DoneJournal implements Closeable {
    private static final String NAME = "anonymize.journal";
    private static final String PURPOSE = "anonymize journal";
    private static final int KEY_BYTES = 16;
    private static final int KEY_DIGITS = 2 * KEY_BYTES;
    private static final Pattern LENGTH = Pattern.compile("\\d{1,18}");
    private static final int MAX_LINE_BYTES = 4096;

    private final FileChannel channel;
    private final Pseudonyms pseudonyms;
    private final String options;
    private final JournalIndex index;

    /** What a file was when it was looked at. */
    public record Entry(String key, long originalLength) {}

    /** What was written for a file. */
    public record Done(Entry entry, Path output, long length) {}

    private DoneJournal(FileChannel channel, Pseudonyms pseudonyms, String options, JournalIndex index) {
        this.channel = channel;
        this.pseudonyms = pseudonyms;
        this.options = options;
        this.index = index;
    }

    /**
     * Opens the journal of an identity folder, or begins one.
     *
     * @param options everything that decides what the result is and where it goes
     */
    public static DoneJournal open(Path identityFolder, Pseudonyms pseudonyms, String options) throws IOException {
        Path file = identityFolder.resolve(NAME);
        if (!Files.exists(file)) {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
        FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
        JournalIndex index = JournalIndex.read(channel);
        channel.truncate(index.end());
        channel.position(index.end());
        return new DoneJournal(channel, pseudonyms, options, index);
    }

    /** What the journal knows a file by. */
    public Entry entry(Path original) throws IOException {
        BasicFileAttributes now = Files.readAttributes(original, BasicFileAttributes.class);
        byte[] hash = pseudonyms.blindIndex(
                PURPOSE,
                options,
                original.toAbsolutePath().normalize().toString(),
                Long.toString(now.size()),
                now.lastModifiedTime().toString());
        return new Entry(HexFormat.of().formatHex(Arrays.copyOf(hash, KEY_BYTES)), now.size());
    }

    /** Whether an earlier run has written this file, and what it wrote is still there. */
    public boolean isDone(Entry entry, Path outputFolder) throws IOException {
        for (long offset : index.offsets(entry.key())) {
            String[] fields = line(offset).split(" ", 3);
            if (fields.length == 3
                    && fields[0].equals(entry.key())
                    && LENGTH.matcher(fields[1]).matches()) {
                Path output = outputFolder.resolve(fields[2]);
                if (Files.isRegularFile(output) && Files.size(output) == Long.parseLong(fields[1])) {
                    return true;
                }
            }
        }
        return false;
    }

    private String line(long offset) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(MAX_LINE_BYTES);
        while (bytes.hasRemaining() && channel.read(bytes, offset + bytes.position()) >= 0) {
            // until the buffer is full or the file at its end
        }
        String text = new String(bytes.array(), 0, bytes.position(), StandardCharsets.UTF_8);
        int end = text.indexOf('\n');
        return end < 0 ? "" : text.substring(0, end);
    }

    /** To be called when the files have their names. */
    public synchronized void add(List<Done> files, Path outputFolder) throws IOException {
        StringBuilder lines = new StringBuilder();
        for (Done file : files) {
            lines.append(file.entry().key())
                    .append(' ')
                    .append(file.length())
                    .append(' ')
                    .append(outputFolder.relativize(file.output()))
                    .append('\n');
        }
        ByteBuffer bytes = ByteBuffer.wrap(lines.toString().getBytes(StandardCharsets.UTF_8));
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    static int keyDigits() {
        return KEY_DIGITS;
    }
}

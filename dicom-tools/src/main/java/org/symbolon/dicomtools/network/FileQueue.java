package org.symbolon.dicomtools.network;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.stream.Stream;

/** The files still to be sent, handed out to several threads in batches of their order. Thread-safe. */
final class FileQueue {
    private final Deque<Path> files = new ArrayDeque<>();
    private final int total;

    private FileQueue(List<Path> all) {
        files.addAll(all);
        total = all.size();
    }

    /**
     * Files as they are, and all files of folders, sorted.
     *
     * @throws java.nio.file.NoSuchFileException if a path leads nowhere
     */
    static FileQueue of(List<Path> paths) throws IOException {
        List<Path> all = new ArrayList<>();
        for (Path path : paths) {
            try (Stream<Path> found = Files.walk(path)) {
                found.filter(Files::isRegularFile).sorted().forEach(all::add);
            }
        }
        return new FileQueue(all);
    }

    int total() {
        return total;
    }

    /** The next ones; empty at the end. */
    synchronized List<Path> next(int max) {
        List<Path> batch = new ArrayList<>();
        while (batch.size() < max && !files.isEmpty()) {
            batch.add(files.removeFirst());
        }
        return batch;
    }

    /** Puts back what was not sent, to be taken next. */
    synchronized void putBack(List<Path> paths) {
        for (int i = paths.size() - 1; i >= 0; i--) {
            files.addFirst(paths.get(i));
        }
    }

    /** What nobody has taken. */
    synchronized int left() {
        return files.size();
    }
}

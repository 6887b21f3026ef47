package org.symbolon.anonymizer.internal;

import com.sun.management.OperatingSystemMXBean;
import java.io.Closeable;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.symbolon.model.ErrorCode;
import org.symbolon.model.ProgressLine;
import org.symbolon.model.SymbolonException;

/** Runs a task over many files on several threads: a file that is refused is noted, any other failure ends the run. */
public final class FileRun {
    private static final int FILES_BETWEEN_MARKS = 1000;

    private final List<Path> files;
    private final int threads;
    private final ProgressLine progress;
    private final AtomicInteger done = new AtomicInteger();
    private final AtomicInteger next = new AtomicInteger();
    private final Queue<Rejected> rejected = new ConcurrentLinkedQueue<>();
    private final AtomicLong written = new AtomicLong();
    private final AtomicLong bytes = new AtomicLong();
    private final AtomicLong doneBefore = new AtomicLong();
    private final Queue<Mark> marks = new ConcurrentLinkedQueue<>();
    private volatile boolean failed;
    private volatile Refusals refusals = (file, rejected) -> {};
    private long start;

    public FileRun(List<Path> files, int threads, ProgressLine progress) {
        this.files = files;
        this.threads = threads;
        this.progress = progress;
    }

    /** What one thread does with its files, one after the other; closed in every case. */
    public interface Worker extends Closeable {
        /** Takes one file; what is refused is thrown. */
        void take(Path file) throws IOException;

        /** Called when there are no more files. */
        void finish() throws IOException;

        /** Whether an error that ends other runs is about one file in this one. */
        default boolean refusesWith(ErrorCode code) {
            return false;
        }
    }

    /** For workers: files written, and bytes read for them. */
    public void count(long filesWritten, long bytesRead) {
        written.addAndGet(filesWritten);
        bytes.addAndGet(bytesRead);
    }

    /** For workers: a file that an earlier run has done. */
    public void countDone() {
        doneBefore.incrementAndGet();
    }

    /** What is done with refused files beside noting them. */
    @FunctionalInterface
    public interface Refusals {
        void refused(Path file, Rejected rejected) throws IOException;
    }

    /** To be set before the run. */
    public void onRefusal(Refusals what) {
        refusals = what;
    }

    /**
     * How far the run was at some moment.
     *
     * @param files looked at
     * @param seconds since the run began
     * @param cpuSeconds of the whole process since it began
     */
    public record Mark(long files, double seconds, double cpuSeconds) {}

    private void mark(long files) {
        if (files % FILES_BETWEEN_MARKS == 0
                && ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean system) {
            marks.add(new Mark(files, (System.nanoTime() - start) / 1e9, system.getProcessCpuTime() / 1e9));
        }
    }

    /** Runs until all files are done, with a worker of its own for each thread. */
    public Summary run(Supplier<? extends Worker> workers) throws IOException {
        start = System.nanoTime();
        ExecutorService executor = Executors.newFixedThreadPool(threads);
        try {
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                Worker worker = workers.get();
                running.add(executor.submit(() -> {
                    work(worker);
                    return null;
                }));
            }
            for (Future<?> one : running) {
                await(one);
            }
        } finally {
            failed = true;
            executor.shutdown();
            progress.end();
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        return new Summary(
                files.size(),
                written.get(),
                doneBefore.get(),
                bytes.get(),
                seconds,
                List.copyOf(rejected),
                List.copyOf(marks));
    }

    private void work(Worker worker) throws IOException {
        boolean complete = false;
        try (worker) {
            for (int i = next.getAndIncrement(); i < files.size() && !failed; i = next.getAndIncrement()) {
                take(worker, files.get(i));
                int so = done.incrementAndGet();
                mark(so);
                progress.count("files", so, files.size());
            }
            worker.finish();
            complete = true;
        } finally {
            failed |= !complete;
        }
    }

    private void take(Worker worker, Path file) throws IOException {
        try {
            worker.take(file);
        } catch (SymbolonException e) {
            if (!isAboutTheFile(e.code()) && !worker.refusesWith(e.code())) {
                throw e;
            }
            reject(file, new Rejected(file.toString(), e.code(), String.valueOf(e.getMessage())));
        } catch (AccessDeniedException | NoSuchFileException e) {
            if (!file.toString().equals(e.getFile())) {
                throw e;
            }
            rejected.add(new Rejected(file.toString(), ErrorCode.NOT_FOUND, "The file cannot be opened"));
        }
    }

    private void reject(Path file, Rejected why) throws IOException {
        rejected.add(why);
        refusals.refused(file, why);
    }

    private static boolean isAboutTheFile(ErrorCode code) {
        return code.kind() == ErrorCode.Kind.MALFORMED_INPUT
                || code == ErrorCode.HALVES_DO_NOT_MATCH
                || code == ErrorCode.DAMAGED
                || code == ErrorCode.NOT_FOUND
                || code == ErrorCode.USAGE;
    }

    private static void await(Future<?> one) throws IOException {
        try {
            one.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted", e);
        } catch (ExecutionException e) {
            Throwable cause = e.getCause();
            if (cause instanceof IOException failure) {
                throw failure;
            }
            if (cause instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IOException("A file could not be processed", e);
        }
    }
}

package org.symbolon.dicomtools.file.internal;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.symbolon.dicom.DicomFormatException;
import org.symbolon.dicom.DicomProblem;
import org.symbolon.dicom.image.ImageException;

/** Takes many files, each on its own: one that fails is noted, and said at once, and the rest goes on. */
public final class FileRun {
    private static final Logger LOG = LoggerFactory.getLogger(FileRun.class);

    private final SourceFiles sources;
    private final RunOptions options;
    private final RunReport report;
    private final FileTask task;
    private final Queue<Failure> failures = new ConcurrentLinkedQueue<>();
    private final AtomicInteger next = new AtomicInteger();
    private final AtomicInteger taken = new AtomicInteger();
    private final AtomicInteger passedOver = new AtomicInteger();
    private volatile boolean ended;

    private FileRun(SourceFiles sources, RunOptions options, RunReport report, FileTask task) {
        this.sources = sources;
        this.options = options;
        this.report = report;
        this.task = task;
    }

    /**
     * Runs until every file was taken.
     *
     * @throws BrokenPipeException if nobody reads the output
     */
    public static RunResult over(SourceFiles sources, RunOptions options, RunReport report, FileTask task)
            throws IOException {
        return new FileRun(sources, options, report, task).run();
    }

    private RunResult run() throws IOException {
        long start = System.nanoTime();
        sources.unreadable().forEach(this::fail);
        int threads = Math.min(options.threads(), sources.files().size());
        try {
            if (threads <= 1) {
                work();
            } else {
                workOn(threads);
            }
        } finally {
            ended = true;
            report.end();
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        int found = sources.files().size() + sources.unreadable().size();
        int done = found - failures.size() - passedOver.get();
        return new RunResult(found, done, passedOver.get(), seconds, List.copyOf(failures));
    }

    private void workOn(int threads) throws IOException {
        ExecutorService executor = Executors.newFixedThreadPool(threads);
        try {
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                running.add(executor.submit(() -> {
                    work();
                    return null;
                }));
            }
            for (Future<?> one : running) {
                await(one);
            }
        } finally {
            ended = true;
            executor.shutdown();
        }
    }

    private void work() throws IOException {
        List<SourceFile> files = sources.files();
        for (int i = next.getAndIncrement(); i < files.size() && !ended; i = next.getAndIncrement()) {
            take(files.get(i));
            report.progress(taken.incrementAndGet(), files.size());
        }
    }

    private void take(SourceFile file) throws IOException {
        try {
            task.take(file);
        } catch (BrokenPipeException e) {
            throw e;
        } catch (DicomFormatException e) {
            boolean other = e.problem() == DicomProblem.NOT_DICOM || e.problem() == DicomProblem.EMPTY;
            if (other && options.passesOverOthers()) {
                passedOver.incrementAndGet();
            } else {
                fail(Failure.of(file.path(), e));
            }
        } catch (ImageException e) {
            fail(Failure.of(file.path(), e));
        } catch (IOException e) {
            fail(Failure.of(file.path(), e));
        } catch (RuntimeException e) {
            LOG.debug("A file could not be done", e);
            fail(Failure.of(file.path(), e));
        }
    }

    private void fail(Failure failure) {
        failures.add(failure);
        report.failure(failure);
    }

    private static void await(Future<?> one) throws IOException {
        try {
            one.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("Interrupted");
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException cause ? cause : new IOException("A thread ended", e);
        }
    }
}

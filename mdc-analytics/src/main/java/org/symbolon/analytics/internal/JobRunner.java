package org.symbolon.analytics.internal;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.apache.hadoop.mapreduce.Job;
import org.symbolon.model.ErrorCode;
import org.symbolon.model.ProgressLine;
import org.symbolon.model.SymbolonException;

/** Runs a job to its end and shows how far it is. */
final class JobRunner {
    private static final long POLL_MILLIS = 100;
    private static final int WHOLE = 100;

    private final ProgressLine progress;

    JobRunner(ProgressLine progress) {
        this.progress = progress;
    }

    /** An interrupted wait kills the job. */
    void run(Job job, String step) throws IOException {
        try {
            job.submit();
            while (!job.isComplete()) {
                progress.count(step, percent(job), WHOLE);
                TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
            }
            if (!job.isSuccessful()) {
                throw new SymbolonException(
                        ErrorCode.OUT_OF_RESOURCES, "The job for " + step + " failed; its log says why");
            }
            progress.count(step, WHOLE, WHOLE);
        } catch (InterruptedException e) {
            job.killJob();
            Thread.currentThread().interrupt();
            throw new SymbolonException(ErrorCode.OUT_OF_RESOURCES, "The job for " + step + " was interrupted", e);
        } catch (ClassNotFoundException e) {
            throw new SymbolonException(ErrorCode.INTERNAL, "The job for " + step + " lacks a class", e);
        } finally {
            progress.end();
        }
    }

    /** Never all of it while the job is running, or the bar would end twice. */
    private static int percent(Job job) throws IOException {
        return Math.min(WHOLE - 1, Math.round((job.mapProgress() + job.reduceProgress()) * WHOLE / 2));
    }
}

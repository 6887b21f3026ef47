package org.symbolon.dicom.net.internal;

import io.netty.util.concurrent.DefaultThreadFactory;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.symbolon.dicom.net.ApplicationEntity;
import org.symbolon.dicom.net.AssociationRequester;
import org.symbolon.dicom.net.DicomNetworkException;
import org.symbolon.dicom.net.EventReport;
import org.symbolon.dicom.net.EventSource;
import org.symbolon.dicom.net.NetworkOptions;
import org.symbolon.dicom.net.ObjectResponse;
import org.symbolon.dicom.net.ProposedContext;
import org.symbolon.dicom.net.Status;

/**
 * Sends event reports over associations of their own, in the role of the SCP (PS3.4 J.3.3), on a few threads that all servers of
 * the process share. Thread-safe.
 */
final class EventSender {
    private static final Logger LOG = LoggerFactory.getLogger(EventSender.class);
    private static final int THREADS = 4;
    private static final long IDLE_SECONDS = 10;
    private static final ExecutorService EXECUTOR = executor();

    private EventSender() {}

    private static ExecutorService executor() {
        ThreadPoolExecutor executor = new ThreadPoolExecutor(
                THREADS,
                THREADS,
                IDLE_SECONDS,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(Limits.MAX_QUEUED_EVENTS),
                new DefaultThreadFactory("dicom-events", true));
        executor.allowCoreThreadTimeOut(true);
        return executor;
    }

    /** False: too many reports wait already. */
    static boolean send(EventSource source, ApplicationEntity receiver, String callingAeTitle, NetworkOptions options) {
        try {
            EXECUTOR.execute(() -> run(source, receiver, callingAeTitle, options));
            return true;
        } catch (RejectedExecutionException e) {
            return false;
        }
    }

    private static void run(
            EventSource source, ApplicationEntity receiver, String callingAeTitle, NetworkOptions options) {
        try {
            EventReport report = source.report();
            ProposedContext context =
                    ProposedContext.asScp(report.sopClassUid(), "1.2.840.10008.1.2.1", "1.2.840.10008.1.2");
            try (AssociationRequester association =
                    AssociationRequester.connect(receiver, callingAeTitle, List.of(context), options)) {
                ObjectResponse response = association.report(report);
                association.release();
                if (!response.isDone()) {
                    LOG.warn("An event report was answered with {}", Status.meaning(response.status()));
                }
            }
        } catch (DicomNetworkException e) {
            LOG.warn("An event report was not delivered: {}: {}", e.kind(), e.getMessage());
        } catch (IOException | RuntimeException e) {
            HandlerFailure.log(e);
        }
    }
}

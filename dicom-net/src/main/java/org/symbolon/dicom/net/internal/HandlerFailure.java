package org.symbolon.dicom.net.internal;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.symbolon.dicom.DicomFormatException;
import org.symbolon.dicom.net.Status;

/**
 * What the peer is told when a handler throws. Messages of exceptions may hold a patient's values or paths, so neither the
 * peer nor the log gets them.
 */
final class HandlerFailure {
    private static final Logger LOG = LoggerFactory.getLogger(HandlerFailure.class);

    private HandlerFailure() {}

    /** 0xC000 where the data set is at fault, else 0x0110. Logs the failure. */
    static int status(Exception failure) {
        StackTraceElement[] trace = failure.getStackTrace();
        LOG.warn(
                "A service handler failed with {} at {}",
                failure.getClass().getName(),
                trace.length == 0 ? "an unknown place" : trace[0]);
        return failure instanceof DicomFormatException ? Status.CANNOT_UNDERSTAND : Status.PROCESSING_FAILURE;
    }

    static String comment(Exception failure) {
        return failure instanceof DicomFormatException
                ? "The data set cannot be understood"
                : "The receiver failed; the reason is in its log";
    }
}

package org.symbolon.archive;

/**
 * An exception for the log: classes and places of it and its causes, without any message, since those of HDFS and HBase hold
 * paths and row keys with UIDs in them.
 */
public final class CauseChain {
    private static final int MAX_CAUSES = 8;

    private CauseChain() {}

    /** One line. */
    public static String of(Throwable failure) {
        StringBuilder line = new StringBuilder();
        Throwable cause = failure;
        for (int i = 0; i < MAX_CAUSES && cause != null; i++) {
            line.append(i == 0 ? "" : ", caused by ").append(cause.getClass().getName());
            StackTraceElement[] places = cause.getStackTrace();
            if (places.length > 0) {
                line.append(" at ").append(places[0]);
            }
            cause = cause.getCause();
        }
        return line.toString();
    }
}

package org.symbolon.dicom.net.internal;

import io.netty.buffer.ByteBuf;
import org.jspecify.annotations.Nullable;

/** What the event loop hands to the thread of an association, in the order of arrival. */
sealed interface Inbound {
    /** Whether nothing can come behind it. */
    default boolean endsConnection() {
        return false;
    }

    /**
     * Part of a presentation data value. Who takes it from the queue releases the data.
     *
     * @param command part of a command set, not of a data set
     * @param last the last part of the command set or data set
     * @param endOfPdu the last part of its P-DATA-TF
     */
    record Fragment(int contextId, boolean command, boolean last, boolean endOfPdu, ByteBuf data) implements Inbound {}

    record AssociateRequest(AssociatePdu pdu) implements Inbound {}

    record AssociateAccept(AssociatePdu pdu) implements Inbound {}

    record AssociateReject(int result, int source, int diagnostic) implements Inbound {
        @Override
        public boolean endsConnection() {
            return true;
        }
    }

    record ReleaseRequest() implements Inbound {}

    record ReleaseResponse() implements Inbound {}

    record Abort(int source, int reason) implements Inbound {
        @Override
        public boolean endsConnection() {
            return true;
        }
    }

    /** This side has found fault with what came, and has sent the A-ABORT. */
    record Violation(String message) implements Inbound {
        @Override
        public boolean endsConnection() {
            return true;
        }
    }

    /** The connection is gone. */
    record Disconnected(@Nullable Throwable cause) implements Inbound {
        @Override
        public boolean endsConnection() {
            return true;
        }
    }

    /** The association lasted longer than it may; this side has sent the A-ABORT. */
    record Expired() implements Inbound {
        @Override
        public boolean endsConnection() {
            return true;
        }
    }

    /** This side is to end the association at the next opportunity. */
    record Stop() implements Inbound {}
}

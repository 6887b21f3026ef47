package org.symbolon.dicom.net;

/** Thrown by an {@link AssociationHandlerFactory} to answer with A-ASSOCIATE-RJ (PS3.8 9.3.4). */
public final class AssociationRejection extends Exception {
    private static final long serialVersionUID = 1L;

    private final Reason reason;

    /** Reason/Diag. with its source and result. */
    public enum Reason {
        NO_REASON_GIVEN(1, 1, 1),
        APPLICATION_CONTEXT_NOT_SUPPORTED(1, 1, 2),
        CALLING_AE_TITLE_NOT_RECOGNISED(1, 1, 3),
        CALLED_AE_TITLE_NOT_RECOGNISED(1, 1, 7),
        /** The provider's own, such as a user identity that is not believed. */
        NO_REASON_GIVEN_BY_PROVIDER(1, 2, 1),
        PROTOCOL_VERSION_NOT_SUPPORTED(1, 2, 2),
        /** May be tried again later. */
        TEMPORARY_CONGESTION(2, 3, 1),
        /** May be tried again later. */
        LOCAL_LIMIT_EXCEEDED(2, 3, 2);

        private final int result;
        private final int source;
        private final int diagnostic;

        Reason(int result, int source, int diagnostic) {
            this.result = result;
            this.source = source;
            this.diagnostic = diagnostic;
        }

        /** 1: permanent, 2: transient. */
        public int result() {
            return result;
        }

        /** 1: service user, 2: service provider (ACSE), 3: service provider (presentation). */
        public int source() {
            return source;
        }

        /** The Reason/Diag. field; its meaning depends on the source. */
        public int diagnostic() {
            return diagnostic;
        }
    }

    public AssociationRejection(Reason reason) {
        super("Association rejected: " + reason);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}

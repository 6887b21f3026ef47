package org.symbolon.dicom.net;

/**
 * How much peers may ask for.
 *
 * @param maxPduBytes the longest P-DATA-TF that we take in, and that we send if the peer takes it; 4 KiB to 16 MiB
 * @param maxContexts presentation contexts that a server takes in one request, 1 to 128; who proposes more is rejected
 * @param maxAssociations that a server serves at a time; one more is rejected as a passing condition
 * @param maxAssociationsPerAddress that a server serves at a time for one IP address; one more is rejected likewise
 * @param maxPendingConnections to a server that have not yet completed an A-ASSOCIATE-RQ; where there is one more, the oldest
 *     is closed
 * @param minBytesPerSecond what a peer must send on average while it owes us the rest of a message; who is slower, seen over
 *     the idle timeout, is aborted; 0: any pace
 */
public record ConnectionLimits(
        int maxPduBytes,
        int maxContexts,
        int maxAssociations,
        int maxAssociationsPerAddress,
        int maxPendingConnections,
        int minBytesPerSecond) {
    /** Smallest value of {@link #maxPduBytes()}. */
    public static final int MIN_PDU_BYTES = 4 * 1024;
    /** Largest value of {@link #maxPduBytes()}. */
    public static final int MAX_PDU_BYTES = 16 * 1024 * 1024;

    static final ConnectionLimits DEFAULTS =
            new ConnectionLimits(256 * 1024, AssociationProposal.MAX_CONTEXTS, 128, 128, 128, 1024);

    public ConnectionLimits {
        if (maxPduBytes < MIN_PDU_BYTES || maxPduBytes > MAX_PDU_BYTES) {
            throw new IllegalArgumentException(
                    "maxPduBytes is " + MIN_PDU_BYTES + " to " + MAX_PDU_BYTES + ", not " + maxPduBytes);
        }
        if (maxContexts < 1 || maxContexts > AssociationProposal.MAX_CONTEXTS) {
            throw new IllegalArgumentException("maxContexts is 1 to " + AssociationProposal.MAX_CONTEXTS);
        }
        if (maxAssociations < 1 || maxAssociationsPerAddress < 1 || maxPendingConnections < 1) {
            throw new IllegalArgumentException(
                    "maxAssociations, maxAssociationsPerAddress and maxPendingConnections are at least 1");
        }
        if (minBytesPerSecond < 0) {
            throw new IllegalArgumentException("minBytesPerSecond is not negative");
        }
    }

    public ConnectionLimits withMaxPduBytes(int value) {
        return new ConnectionLimits(
                value,
                maxContexts,
                maxAssociations,
                maxAssociationsPerAddress,
                maxPendingConnections,
                minBytesPerSecond);
    }

    public ConnectionLimits withMaxContexts(int value) {
        return new ConnectionLimits(
                maxPduBytes,
                value,
                maxAssociations,
                maxAssociationsPerAddress,
                maxPendingConnections,
                minBytesPerSecond);
    }

    public ConnectionLimits withMaxAssociations(int value) {
        return new ConnectionLimits(
                maxPduBytes, maxContexts, value, maxAssociationsPerAddress, maxPendingConnections, minBytesPerSecond);
    }

    public ConnectionLimits withMaxAssociationsPerAddress(int value) {
        return new ConnectionLimits(
                maxPduBytes, maxContexts, maxAssociations, value, maxPendingConnections, minBytesPerSecond);
    }

    public ConnectionLimits withMaxPendingConnections(int value) {
        return new ConnectionLimits(
                maxPduBytes, maxContexts, maxAssociations, maxAssociationsPerAddress, value, minBytesPerSecond);
    }

    public ConnectionLimits withMinBytesPerSecond(int value) {
        return new ConnectionLimits(
                maxPduBytes, maxContexts, maxAssociations, maxAssociationsPerAddress, maxPendingConnections, value);
    }
}

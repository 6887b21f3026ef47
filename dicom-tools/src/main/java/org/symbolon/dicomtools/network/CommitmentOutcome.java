package org.symbolon.dicomtools.network;

/** Numbers of objects that a storage commitment was asked for. */
record CommitmentOutcome(int committed, int failed, int unanswered) {
    CommitmentOutcome plus(CommitmentOutcome other) {
        return new CommitmentOutcome(committed + other.committed, failed + other.failed, unanswered + other.unanswered);
    }
}

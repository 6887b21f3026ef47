package org.symbolon.agent.internal.journal;

/** Where a de-identified object stands. The numbers are those in the database and never change. */
public enum ObjectState {
    /** Staged and forced to disk, its identity half in the crosswalk. */
    QUEUED(1),
    /** The data centre has acknowledged it. */
    SENT(2),
    /** The data centre has confirmed it by digest; its staged file goes. */
    CONFIRMED(3),
    /** The data centre refuses it for good; it is in quarantine. */
    REFUSED(4);

    private final int number;

    ObjectState(int number) {
        this.number = number;
    }

    int number() {
        return number;
    }

    static ObjectState of(int number) {
        for (ObjectState state : values()) {
            if (state.number == number) {
                return state;
            }
        }
        throw new IllegalStateException("The outbox holds an unknown state: " + number);
    }
}

package org.symbolon.dicom.net.internal.state;

/** Actions of PS3.8 9.2.2, tables 9-6 to 9-9, with the state that follows each. */
public enum Action {
    /** Open the transport connection. */
    AE_1(State.STA4),
    /** Send A-ASSOCIATE-RQ. */
    AE_2(State.STA5),
    /** Confirm: accepted. */
    AE_3(State.STA6),
    /** Confirm: rejected; close the transport connection. */
    AE_4(State.STA1),
    /** Take the transport connection; start ARTIM. */
    AE_5(State.STA2),
    /** Stop ARTIM; indicate the request if the provider takes it, else send A-ASSOCIATE-RJ and start ARTIM. */
    AE_6(State.STA3, State.STA13),
    /** Send A-ASSOCIATE-AC. */
    AE_7(State.STA6),
    /** Send A-ASSOCIATE-RJ; start ARTIM. */
    AE_8(State.STA13),

    /** Send P-DATA-TF. */
    DT_1(State.STA6),
    /** Indicate P-DATA. */
    DT_2(State.STA6),

    /** Send A-RELEASE-RQ. */
    AR_1(State.STA7),
    /** Indicate A-RELEASE. */
    AR_2(State.STA8),
    /** Confirm A-RELEASE; close the transport connection. */
    AR_3(State.STA1),
    /** Send A-RELEASE-RP; start ARTIM. */
    AR_4(State.STA13),
    /** Stop ARTIM. */
    AR_5(State.STA1),
    /** Indicate P-DATA. */
    AR_6(State.STA7),
    /** Send P-DATA-TF. */
    AR_7(State.STA8),
    /** Indicate A-RELEASE, a collision; what follows differs for requestor and acceptor. */
    AR_8(State.STA9, State.STA10),
    /** Send A-RELEASE-RP. */
    AR_9(State.STA11),
    /** Confirm A-RELEASE. */
    AR_10(State.STA12),

    /** Send A-ABORT, source service user; start ARTIM. */
    AA_1(State.STA13),
    /** Stop ARTIM; close the transport connection. */
    AA_2(State.STA1),
    /** Indicate the peer's abort; close the transport connection. */
    AA_3(State.STA1),
    /** Indicate A-P-ABORT. */
    AA_4(State.STA1),
    /** Stop ARTIM. */
    AA_5(State.STA1),
    /** Ignore the PDU. */
    AA_6(State.STA13),
    /** Send A-ABORT. */
    AA_7(State.STA13),
    /** Send A-ABORT, source service provider; indicate A-P-ABORT; start ARTIM. */
    AA_8(State.STA13);

    private final State next;
    private final State otherwise;

    Action(State next) {
        this(next, next);
    }

    Action(State next, State otherwise) {
        this.next = next;
        this.otherwise = otherwise;
    }

    /** AE-6: of a request that the provider takes; AR-8: for the requestor. */
    public State next() {
        return next;
    }

    /** AE-6: of a request that the provider does not take; AR-8: for the acceptor; the same as {@link #next} of all others. */
    public State otherwise() {
        return otherwise;
    }

    /** As the standard writes it, such as AE-1. */
    @Override
    public String toString() {
        return name().replace('_', '-');
    }
}

package org.symbolon.dicom.net.internal.state;

/** Events of table 9-10 in PS3.8 9.2.3, numbered as there. */
public enum Event {
    /** A-ASSOCIATE request of the local user. */
    EVT1(Origin.LOCAL),
    /** The transport service confirms the connection. */
    EVT2(Origin.TRANSPORT),
    /** A-ASSOCIATE-AC received. */
    EVT3(Origin.PEER),
    /** A-ASSOCIATE-RJ received. */
    EVT4(Origin.PEER),
    /** The transport service indicates a connection. */
    EVT5(Origin.TRANSPORT),
    /** A-ASSOCIATE-RQ received. */
    EVT6(Origin.PEER),
    /** A-ASSOCIATE response of the local user: accept. */
    EVT7(Origin.LOCAL),
    /** A-ASSOCIATE response of the local user: reject. */
    EVT8(Origin.LOCAL),
    /** P-DATA request of the local user. */
    EVT9(Origin.LOCAL),
    /** P-DATA-TF received. */
    EVT10(Origin.PEER),
    /** A-RELEASE request of the local user. */
    EVT11(Origin.LOCAL),
    /** A-RELEASE-RQ received. */
    EVT12(Origin.PEER),
    /** A-RELEASE-RP received. */
    EVT13(Origin.PEER),
    /** A-RELEASE response of the local user. */
    EVT14(Origin.LOCAL),
    /** A-ABORT request of the local user. */
    EVT15(Origin.LOCAL),
    /** A-ABORT received. */
    EVT16(Origin.PEER),
    /** The transport connection is closed. */
    EVT17(Origin.TRANSPORT),
    /** The ARTIM timer has expired. */
    EVT18(Origin.TIMER),
    /** A PDU received is unrecognised or invalid. */
    EVT19(Origin.PEER);

    private final Origin origin;

    /** Where an event comes from. */
    public enum Origin {
        LOCAL,
        PEER,
        TRANSPORT,
        TIMER
    }

    Event(Origin origin) {
        this.origin = origin;
    }

    public Origin origin() {
        return origin;
    }
}

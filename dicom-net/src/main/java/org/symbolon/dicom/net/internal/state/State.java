package org.symbolon.dicom.net.internal.state;

/** States of an association (PS3.8 9.2.1, tables 9-1 to 9-5), numbered as there. */
public enum State {
    /** Idle: no connection yet, or no more. */
    STA1,
    /** Transport connection open (acceptor), awaiting A-ASSOCIATE-RQ. */
    STA2,
    /** Awaiting the local A-ASSOCIATE response. */
    STA3,
    /** Awaiting the transport connection (requestor). */
    STA4,
    /** Awaiting A-ASSOCIATE-AC or -RJ. */
    STA5,
    /** Association established, ready for data transfer. */
    STA6,
    /** Awaiting A-RELEASE-RP. */
    STA7,
    /** Awaiting the local A-RELEASE response. */
    STA8,
    /** Release collision, requestor side: awaiting the local A-RELEASE response. */
    STA9,
    /** Release collision, acceptor side: awaiting A-RELEASE-RP. */
    STA10,
    /** Release collision, requestor side: awaiting A-RELEASE-RP. */
    STA11,
    /** Release collision, acceptor side: awaiting the local A-RELEASE response. */
    STA12,
    /** Awaiting that the transport connection closes; the association exists no more. */
    STA13
}

package org.symbolon.dicom.net.internal;

import org.symbolon.dicom.net.AssociationProposal;

/** Limits that are no options. */
public final class Limits {
    /** PS3.8 9.3.2.2: context IDs are the odd numbers from 1 to 255. */
    public static final int MAX_CONTEXTS = AssociationProposal.MAX_CONTEXTS;
    /** The longest A-ASSOCIATE-RQ or -AC taken in: 128 contexts with every transfer syntax there is need half of it. */
    public static final int MAX_ASSOCIATE_BYTES = 512 * 1024;
    /** PS3.5 6.2. */
    public static final int MAX_UID_LENGTH = 64;
    /** PS3.5 6.2. */
    public static final int MAX_AE_TITLE_LENGTH = 16;
    /** The longest command set taken in. */
    public static final int MAX_COMMAND_BYTES = 64 * 1024;
    /** The longest data set of an N-ACTION, N-EVENT-REPORT or C-GET, which are held in memory. */
    public static final int MAX_PARAMETER_BYTES = 8 * 1024 * 1024;
    /** Empty presentation data values in a row, other than the last of a message. */
    public static final int MAX_EMPTY_PDVS = 64;
    /** N-EVENT-REPORTs that the peer has not answered. */
    public static final int MAX_PENDING_EVENTS = 16;
    /** Requests of a requester that wait for their answers at a time, whatever more the peer grants. */
    public static final int MAX_OPERATIONS = 256;
    /** N-EVENT-REPORTs of the whole process that wait to be sent over associations of their own. */
    public static final int MAX_QUEUED_EVENTS = 1_000;
    /** Below this a peer's maximum PDU length makes no sense. */
    public static final int MIN_PEER_PDU_BYTES = 128;
    /** Bytes that wait for the thread of an association before its socket is no longer read. */
    public static final int MAX_QUEUED_BYTES = 512 * 1024;

    private Limits() {}
}

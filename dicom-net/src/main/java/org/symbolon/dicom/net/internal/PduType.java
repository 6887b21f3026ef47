package org.symbolon.dicom.net.internal;

/** PDU types of PS3.8 9.3. */
final class PduType {
    static final int ASSOCIATE_RQ = 0x01;
    static final int ASSOCIATE_AC = 0x02;
    static final int ASSOCIATE_RJ = 0x03;
    static final int P_DATA_TF = 0x04;
    static final int RELEASE_RQ = 0x05;
    static final int RELEASE_RP = 0x06;
    static final int ABORT = 0x07;

    /** Type, reserved byte and length. */
    static final int HEADER_BYTES = 6;
    /** Length, presentation context ID and message control header of a presentation data value item. */
    static final int PDV_HEADER_BYTES = 6;
    /** Length of the variable part of RJ, RELEASE and ABORT. */
    static final int SHORT_BODY_BYTES = 4;

    private PduType() {}
}

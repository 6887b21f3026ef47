package org.symbolon.dicom.net;

import java.util.Arrays;

/**
 * SOP class extended negotiation (PS3.7 D.3.3.5), such as relational queries of C-FIND (PS3.4 C.5.1.1).
 *
 * @param sopClassUid of a presentation context of the same association
 * @param information service class application information; its meaning is the SOP class's own
 */
@SuppressWarnings("ArrayRecordComponent") // copied in and out, and compared by content
public record ExtendedNegotiation(String sopClassUid, byte[] information) {
    public ExtendedNegotiation {
        information = information.clone();
    }

    @Override
    public byte[] information() {
        return information.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ExtendedNegotiation that
                && sopClassUid.equals(that.sopClassUid)
                && Arrays.equals(information, that.information);
    }

    @Override
    public int hashCode() {
        return 31 * sopClassUid.hashCode() + Arrays.hashCode(information);
    }

    @Override
    public String toString() {
        return "ExtendedNegotiation[" + sopClassUid + ", " + information.length + " bytes]";
    }
}

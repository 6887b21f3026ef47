package org.symbolon.dicom.net;

import java.io.IOException;

/** Makes the N-EVENT-REPORT that follows an N-ACTION, after the N-ACTION's response has been sent. */
@FunctionalInterface
public interface EventSource {
    /** Called once on the association's thread. If it throws, no report is sent and the association is aborted. */
    EventReport report() throws IOException;
}

package org.symbolon.dicom.net;

import java.io.IOException;

/** Takes the matches of a C-FIND as they come, on the thread that called {@link AssociationRequester#find}. */
@FunctionalInterface
public interface FindSink {
    /** Takes one match. An exception thrown here passes through {@code find} and aborts the association. */
    void match(FindMatch match) throws IOException;
}

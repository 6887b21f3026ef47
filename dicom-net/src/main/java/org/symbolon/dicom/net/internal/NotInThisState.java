package org.symbolon.dicom.net.internal;

import java.io.IOException;

/** A primitive came in a state that has no room for it, mostly just after the association ended. Without a stack trace. */
final class NotInThisState extends IOException {
    private static final long serialVersionUID = 1L;

    NotInThisState() {
        super("The association is not in a state for that");
    }

    @Override
    public synchronized Throwable fillInStackTrace() {
        return this;
    }
}

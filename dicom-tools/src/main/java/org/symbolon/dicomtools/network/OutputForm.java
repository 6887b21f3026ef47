package org.symbolon.dicomtools.network;

/** For whom a command prints. */
enum OutputForm {
    TEXT,
    JSON;

    static OutputForm of(boolean json) {
        return json ? JSON : TEXT;
    }
}

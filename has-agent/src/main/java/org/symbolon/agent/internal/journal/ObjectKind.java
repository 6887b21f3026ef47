package org.symbolon.agent.internal.journal;

import org.symbolon.crosswalk.ObjectKey;

/** What a row of the outbox is. The numbers are those in the database and never change. */
public enum ObjectKind {
    /** A DICOM object, sent by C-STORE. */
    IMAGE(1),
    /** A textual record, sent over HTTPS. */
    RECORD(2);

    private final int number;

    ObjectKind(int number) {
        this.number = number;
    }

    int number() {
        return number;
    }

    static ObjectKind of(int number) {
        for (ObjectKind kind : values()) {
            if (kind.number == number) {
                return kind;
            }
        }
        throw new IllegalStateException("The outbox holds an unknown kind: " + number);
    }

    static ObjectKind of(ObjectKey key) {
        return key.isDocument() ? RECORD : IMAGE;
    }
}

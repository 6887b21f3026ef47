package org.symbolon.dicomweb;

/** What a search returns one result for. */
public enum QidoLevel {
    STUDY,
    SERIES,
    INSTANCE
}

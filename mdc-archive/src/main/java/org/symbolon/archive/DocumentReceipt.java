package org.symbolon.archive;

/** What became of a document: all outcomes are success for the sender. */
public record DocumentReceipt(StoreOutcome outcome, DocumentRecord document) {}

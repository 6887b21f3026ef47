package org.symbolon.agent.internal.journal;

/** A file of the spool that is journalled and not yet de-identified. */
public record ReceivedFile(long id, String fileName) {}

package org.symbolon.agent;

/**
 * Where an archive command stands, in files.
 *
 * @param done archived or rejected
 * @param confirmed of those archived, by the data centre
 * @param bytes of the files that are done
 */
public record ArchiveProgress(long found, long done, long confirmed, long bytes) {}

package org.symbolon.agent;

/**
 * What an archive command did.
 *
 * @param instances DICOM files
 * @param documents textual records, and everything that is neither (rejected)
 * @param bytes of all files found
 */
public record ArchiveSummary(FileCounts instances, FileCounts documents, long bytes) {
    /** Whether everything that was archived is also confirmed, and nothing was left undecided. */
    public boolean complete() {
        return instances.complete() && documents.complete();
    }
}

package org.symbolon.agent;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * What can be asked of an agent, in this process ({@link Agent}) or in another ({@link AgentClient}). Thread-safe. Paths are
 * those of the machine the agent runs on. Failures of the agent are {@link org.symbolon.model.SymbolonException}, those of
 * the connection to it {@link IOException}.
 */
public interface AgentOperations {
    /**
     * De-identifies and queues every file below the paths, then waits until the data centre has confirmed them. Doing it
     * again changes nothing. A file that is refused is put in quarantine, and the rest goes on.
     */
    ArchiveSummary archive(List<Path> paths, ArchiveOptions options, ArchiveListener listener) throws IOException;

    /**
     * Fetches objects from the data centre and writes the originals below the folder: images as {@code study/series/sop.dcm},
     * textual records as {@code records/number_kind.extension}. A file gets its name only after its SHA-256 was found to be
     * that of the original; a file that is already there is left alone.
     */
    RetrieveSummary retrieve(RetrieveQuery query, Path out, RetrieveListener listener) throws IOException;

    /** How the queue stands, and whether the data centre answers at this moment. */
    AgentStatus status() throws IOException;

    /** What was refused, oldest first, at most {@link QuarantineEntry#MAX_LISTED}. */
    List<QuarantineEntry> quarantine() throws IOException;

    /** Deletes what is kept aside under this id, for ever. */
    void removeQuarantined(long id) throws IOException;

    /** Takes in again, or queues again, what is kept aside under this id. */
    void retryQuarantined(long id) throws IOException;

    /** The file that is kept aside under this id, for a person of this machine to look at. It holds identity. */
    Path quarantinedFile(long id) throws IOException;

    /**
     * Takes in again an image that pixel rules doubted, as a person decided who has looked at it; with {@link
     * Release.Scope#ALL_LIKE_IT} a rule of the site is written, and all like it in the quarantine are taken in again too.
     */
    Released release(Release release) throws IOException;

    /** What was decided by whom, oldest first, the newest {@link QuarantineReview#MAX_LISTED}. */
    List<QuarantineReview> reviews() throws IOException;
}

package org.symbolon.agent.internal.folder;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.symbolon.agent.internal.journal.Journal;
import org.symbolon.agent.internal.journal.ObjectState;

/**
 * Removes what a killed process left behind: files that no row of the journal speaks of. Each of them is either half written,
 * or a copy of something that still stands where it came from, or was done with. Runs before anything else touches the folder.
 */
public final class Recovery {
    private static final Logger LOG = LoggerFactory.getLogger(Recovery.class);

    private Recovery() {}

    public static void run(AgentFolder folder, Journal journal) throws IOException {
        int removed = removeUnless(folder.temporary(), name -> false)
                + removeUnless(folder.pictures(), name -> false)
                + removeUnless(folder.spool(), journal::knowsReceived)
                + removeUnless(folder.quarantine(), journal::knowsQuarantined)
                + removeUnless(folder.staged(), name -> isOpen(name, journal));
        if (removed > 0) {
            LOG.info("Removed {} files that an earlier process left unfinished", removed);
        }
    }

    private static boolean isOpen(String name, Journal journal) {
        String digest = name.replaceFirst("\\.(dcm|record)$", "");
        return digest.matches("[0-9a-f]{64}")
                && journal.object(digest)
                        .filter(object -> object.state() == ObjectState.QUEUED || object.state() == ObjectState.SENT)
                        .isPresent();
    }

    private static int removeUnless(Path folder, Predicate<String> keep) throws IOException {
        int removed = 0;
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, Files::isRegularFile)) {
            for (Path file : files) {
                if (!keep.test(String.valueOf(file.getFileName()))) {
                    Files.delete(file);
                    removed++;
                }
            }
        }
        return removed;
    }
}

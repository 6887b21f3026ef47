package org.symbolon.launcher.demo;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.symbolon.agent.AgentOperations;
import org.symbolon.agent.ArchiveListener;
import org.symbolon.agent.ArchiveOptions;
import org.symbolon.agent.ArchiveProgress;
import org.symbolon.agent.ArchiveSummary;
import org.symbolon.agent.FileCounts;
import org.symbolon.agent.RetrieveListener;
import org.symbolon.agent.RetrieveProgress;
import org.symbolon.agent.RetrieveQuery;
import org.symbolon.crosswalk.Crosswalk;
import org.symbolon.crosswalk.IdentityHalf;
import org.symbolon.crosswalk.ObjectKey;
import org.symbolon.deidentification.IdentityHalfReader;
import org.symbolon.deidentification.profile.Profiles;
import org.symbolon.deidentification.text.RecordReidentifier;
import org.symbolon.model.ErrorCode;
import org.symbolon.model.OrganisationId;
import org.symbolon.model.ProgressLine;
import org.symbolon.model.SymbolonException;

/**
 * Out and home again. What came home is compared by this class itself: it hashes every file that was archived and every file that was
 * restored, and believes nobody's word. Used by one thread.
 */
final class RoundTrip {
    private final DemoFolder folder;
    private final ProgressLine progress;
    private final Map<Path, String> archivedFiles = new ConcurrentHashMap<>();
    private final Map<String, Path> restoredByDigest = new HashMap<>();

    private @Nullable ArchiveSummary archived;
    /** Originals that are textual records, by SHA-256; the rest are images. */
    private final Set<String> documentDigests = new HashSet<>();

    private final Tally instances = new Tally();
    private final Tally documents = new Tally();
    private double archiveSeconds;
    private double restoreSeconds;

    /** What this class saw of one kind of file. */
    private static final class Tally {
        private int indexed;
        private int restoredIdentical;
    }

    RoundTrip(DemoFolder folder, ProgressLine progress) {
        this.folder = folder;
        this.progress = progress;
    }

    long archivedBytes() {
        return archived().bytes();
    }

    void archive(AgentOperations agent, List<Path> paths) throws IOException {
        progress.step("Archiving");
        long begin = System.nanoTime();
        archived = agent.archive(
                paths.stream().map(path -> path.toAbsolutePath().normalize()).toList(),
                ArchiveOptions.defaults(),
                new ArchiveListener() {
                    @Override
                    public void progress(ArchiveProgress now) {
                        progress.count("confirmed", now.confirmed(), now.found());
                    }

                    @Override
                    public void archived(Path file, String originalSha256) {
                        archivedFiles.put(file, originalSha256);
                    }
                });
        archiveSeconds = seconds(begin);
    }

    void restore(AgentOperations agent) throws IOException {
        progress.step("Bringing everything home");
        FileTree.delete(folder.restored());
        long begin = System.nanoTime();
        List<Path> restored = new ArrayList<>();
        agent.retrieve(RetrieveQuery.everything(), folder.restored(), new RetrieveListener() {
            @Override
            public void progress(RetrieveProgress now) {
                progress.count("restored", now.restored(), now.expected());
            }

            @Override
            public void restored(Path file, String originalSha256) {
                restored.add(file);
            }
        });
        restoreSeconds = seconds(begin);
        for (Path file : restored) {
            restoredByDigest.put(FileTree.sha256(file), file);
        }
    }

    /** Compares every archived file with what came home, and asks the data centre's index for it. */
    void count(Crosswalk crosswalk, DataCentreView view, OrganisationId organisation) throws IOException {
        Map<String, ObjectKey> keys = new HashMap<>();
        crosswalk.forEachHalf(half -> {
            keys.put(half.originalSha256(), half.key());
            if (half.key().isDocument()) {
                documentDigests.add(half.originalSha256());
            }
        });
        Set<ObjectKey> held = new HashSet<>();
        for (ObjectKey key : new HashSet<>(keys.values())) {
            if (view.holds(organisation, key)) {
                held.add(key);
            }
        }
        for (Map.Entry<Path, String> archivedFile : archivedFiles.entrySet()) {
            Tally tally = documentDigests.contains(archivedFile.getValue()) ? documents : instances;
            if (held.contains(keys.get(archivedFile.getValue()))) {
                tally.indexed++;
            }
            if (restoredByDigest.containsKey(FileTree.sha256(archivedFile.getKey()))) {
                tally.restoredIdentical++;
            }
        }
    }

    /** What to look for when the identities are known to the crosswalk only. */
    Sought crosswalkValues(Crosswalk crosswalk) throws IOException {
        List<IdentityHalf> halves = new ArrayList<>();
        crosswalk.forEachHalf(halves::add);
        CrosswalkValues values = new CrosswalkValues(Profiles.byName(DemoSettings.PROFILE));
        Map<String, List<SoughtValue>> documentValues = new HashMap<>();
        for (IdentityHalf half : halves) {
            Path original = restoredByDigest.get(half.originalSha256());
            if (original == null) {
                continue;
            }
            if (half.key().isDocument()) {
                documentValues
                        .computeIfAbsent(half.key().documentId(), id -> new ArrayList<>())
                        .addAll(RecordValues.sought(original, RecordReidentifier.removed(half)));
            } else {
                values.add(original, IdentityHalfReader.values(half));
            }
        }
        return new Sought(List.of(), values.sought(), documentValues);
    }

    DemoReport report(long leaks, double startSeconds, Map<String, String> urls) {
        ArchiveSummary summary = archived();
        return new DemoReport(
                counts(summary.instances(), instances),
                counts(summary.documents(), documents),
                leaks,
                new DemoReport.Seconds(rounded(startSeconds), rounded(archiveSeconds), rounded(restoreSeconds)),
                urls);
    }

    private static DemoReport.Counts counts(FileCounts files, Tally tally) {
        return new DemoReport.Counts(
                (int) files.found(),
                (int) files.archived(),
                (int) files.confirmed(),
                tally.indexed,
                tally.restoredIdentical,
                files.rejected().stream()
                        .map(file -> new DemoReport.Rejection(
                                file.file().toString(), file.code().name()))
                        .toList());
    }

    private ArchiveSummary archived() {
        if (archived == null) {
            throw new SymbolonException(ErrorCode.INTERNAL, "Nothing was archived yet");
        }
        return archived;
    }

    private static double rounded(double seconds) {
        return Math.round(seconds * 1000) / 1000.0;
    }

    private static double seconds(long beginNanos) {
        return (System.nanoTime() - beginNanos) / 1e9;
    }
}

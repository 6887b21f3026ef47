package org.symbolon.testkit.score;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.symbolon.dicom.DicomFormatException;

/**
 * Compares a de-identified corpus with its answer key, as the MIDI-B challenge's validation does: every applicable check counts one, and the score is
 * the share that passed. An object that is missing although it had no reason to be fails all its checks. Not thread-safe.
 */
public final class Scorer {
    private final AnswerKey key;
    private final Path originals;
    private final Mappings mappings;
    private final Set<String> claimed;
    private final Frames frames;

    /**
     * @param originals the folder that the key's names stand below
     * @param claimed the options of PS3.15 annex E that the profile claims, in kebab case
     */
    public Scorer(AnswerKey key, Path originals, Mappings mappings, Set<String> claimed, Frames frames) {
        this.key = key;
        this.originals = originals;
        this.mappings = mappings;
        this.claimed = Set.copyOf(claimed);
        this.frames = frames;
    }

    /**
     * @param output all files below it are de-identified DICOM objects, of any name
     * @param records de-identified textual records by the name of the original
     */
    public ScoreCard score(Path output, Map<String, byte[]> records) throws IOException {
        Map<String, Path> byUid = index(output);
        Map<String, List<Check>> checks = key.checks().stream()
                .filter(check -> check.appliesTo(claimed))
                .collect(Collectors.groupingBy(Check::object));
        Map<ScoreAction, ScoreCard.Tally> tallies = new EnumMap<>(ScoreAction.class);
        List<Discrepancy> discrepancies = new ArrayList<>();
        List<String> quarantined = new ArrayList<>();
        for (ExamObject object : key.objects()) {
            List<Check> own = checks.getOrDefault(object.name(), List.of());
            byte[] record = records.get(object.name());
            Path file = byUid.get(mappings.uid(object.sopInstanceUid()));
            Judge judge;
            if (object.isRecord() && record != null) {
                judge = new RecordJudge(object, record, own, mappings, claimed);
            } else if (!object.isRecord() && file != null) {
                judge = new DicomJudge(
                        object,
                        originals.resolve(object.name()),
                        file,
                        output.relativize(file),
                        mappings,
                        claimed,
                        frames);
            } else if (object.quarantine() == ExamObject.Quarantine.ALLOWED) {
                quarantined.add(object.name());
                own = own.stream()
                        .filter(check -> check.action() == ScoreAction.PIXELS_HIDDEN)
                        .toList();
                judge = check -> Judge.PASSED;
            } else {
                judge = check -> "there is no de-identified object";
            }
            judge(own, judge, tallies, discrepancies);
        }
        return new ScoreCard(tallies, discrepancies, quarantined);
    }

    private static void judge(
            Collection<Check> checks,
            Judge judge,
            Map<ScoreAction, ScoreCard.Tally> tallies,
            List<Discrepancy> discrepancies)
            throws IOException {
        for (Check check : checks) {
            String found = judge.found(check);
            boolean passed = found.equals(Judge.PASSED);
            tallies.merge(check.action(), ScoreCard.NONE.plus(passed), (a, b) -> a.plus(passed));
            if (!passed) {
                discrepancies.add(new Discrepancy(check, found));
            }
        }
    }

    /** De-identified files by their SOP Instance UID. */
    private static Map<String, Path> index(Path output) throws IOException {
        Map<String, Path> byUid = new HashMap<>();
        List<Path> files;
        try (Stream<Path> walk = Files.walk(output)) {
            files = walk.filter(Files::isRegularFile).sorted().toList();
        }
        for (Path file : files) {
            try {
                byUid.put(DicomValues.sopInstanceUid(file), file);
            } catch (DicomFormatException e) {
                throw new IOException("An output cannot be read: " + output.relativize(file), e);
            }
        }
        return byUid;
    }
}

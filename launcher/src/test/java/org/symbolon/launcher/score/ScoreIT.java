package org.symbolon.launcher.score;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.symbolon.deidentification.profile.Option;
import org.symbolon.testkit.score.AnswerKey;
import org.symbolon.testkit.score.Check;
import org.symbolon.testkit.score.Discrepancy;
import org.symbolon.testkit.score.ExamObject;
import org.symbolon.testkit.score.Mappings;
import org.symbolon.testkit.score.PlantedCorpus;
import org.symbolon.testkit.score.ScoreAction;
import org.symbolon.testkit.score.ScoreCard;
import org.symbolon.testkit.score.Scorer;

/**
 * The score of each profile over the planted corpus. With {@code -Dscore.write=true} the table in docs/deidentification.md is written, and all discrepancies
 * into target/score-PROFILE.txt.
 */
class ScoreIT {
    @TempDir
    static Path folder;

    private static final Set<ScoreAction> MUST_GO = EnumSet.of(
            ScoreAction.TEXT_REMOVED, ScoreAction.DATE_SHIFTED, ScoreAction.UID_CHANGED, ScoreAction.PIXELS_HIDDEN);

    /** Percent of all checks that each profile passes at least. */
    private static final Map<String, Double> FLOORS = Map.of("tcia", 99.5, "archive", 99.7, "basic", 99.8);

    private static AnswerKey key = new AnswerKey(List.of(), List.of());

    @SuppressWarnings("NullAway.Init") // by plant
    private static ScoreRun run;

    @BeforeAll
    static void plant() throws IOException {
        run = new ScoreRun(folder, PlantedCorpus.SEED);
        key = run.key();
    }

    @Test
    void theCorpusIsLargeEnough() {
        assertThat(key.objects().stream().filter(object -> !object.isRecord()).count())
                .isGreaterThanOrEqualTo(60);
        assertThat(key.objects().stream().map(ExamObject::kind).distinct().count())
                .isGreaterThanOrEqualTo(12);
        assertThat(key.plantedValues()).isGreaterThanOrEqualTo(200);
    }

    /** The key itself: what nobody de-identified fails all that must go, and passes all that must stay. */
    @Test
    void theOriginalsShowWhatTheKeySays() throws IOException {
        Path objects = PlantedCorpus.objects(folder);
        Mappings same = new Mappings() {
            @Override
            public String uid(String original) {
                return original;
            }

            @Override
            public String patientId(String original) {
                return original;
            }

            @Override
            public int dateShiftDays(String originalPatientId) {
                return 0;
            }
        };
        Set<String> all = Arrays.stream(Option.values()).map(Option::yamlName).collect(Collectors.toSet());
        Map<String, byte[]> records = new HashMap<>();
        for (ExamObject object : key.objects()) {
            if (object.isRecord()) {
                records.put(object.name(), Files.readAllBytes(objects.resolve(object.name())));
            }
        }
        ScoreCard card =
                new Scorer(key, objects, same, all, new DecodedFrames()).score(objects.resolve("images"), records);
        for (ScoreAction action : ScoreAction.values()) {
            ScoreCard.Tally tally = card.tally(action);
            int expected = MUST_GO.contains(action) ? 0 : tally.total();
            assertThat(tally.passed())
                    .as(() -> action + ": " + wrong(card, action))
                    .isEqualTo(expected);
        }
    }

    private static List<String> wrong(ScoreCard card, ScoreAction action) {
        Set<Check> failed =
                card.discrepancies().stream().map(Discrepancy::check).collect(Collectors.toSet());
        return key.checks().stream()
                .filter(check -> check.action() == action)
                .filter(check -> failed.contains(check) != MUST_GO.contains(action))
                .map(Check::toString)
                .limit(20)
                .toList();
    }

    @Test
    void scoresStayWhereTheyAre() throws IOException {
        Map<String, ScoreCard> cards = new LinkedHashMap<>();
        for (String profile : List.of("tcia", "archive", "basic")) {
            cards.put(profile, run.score(profile));
        }
        ScoreTable table = new ScoreTable(key, cards);
        if (Boolean.getBoolean("score.write")) {
            table.writeInto(Path.of("..", "docs", "deidentification.md"));
        }
        for (Map.Entry<String, ScoreCard> card : cards.entrySet()) {
            run.report(card.getKey(), card.getValue(), Path.of("target"));
        }
        System.out.println(table.markdown());
        cards.forEach((profile, card) -> assertThat(
                        100.0 * card.total().passed() / card.total().total())
                .as(profile)
                .isGreaterThanOrEqualTo(FLOORS.getOrDefault(profile, 0.0)));
    }
}

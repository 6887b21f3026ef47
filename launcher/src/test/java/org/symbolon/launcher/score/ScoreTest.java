package org.symbolon.launcher.score;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.symbolon.deidentification.profile.Option;
import org.symbolon.deidentification.profile.Profiles;
import org.symbolon.testkit.score.AnswerKey;
import org.symbolon.testkit.score.ExamObject;
import org.symbolon.testkit.score.PlantedCorpus;
import org.symbolon.testkit.score.ScoreCard;
import org.symbolon.testkit.score.Scorer;

/**
 * The score of each profile over the planted corpus. With {@code -Dscore.write=true} the table in docs/deidentification.md is written, and all discrepancies
 * into target/score-PROFILE.txt.
 */
class ScoreTest {
    @TempDir
    static Path folder;

    private static AnswerKey key = new AnswerKey(java.util.List.of(), java.util.List.of());

    @BeforeAll
    static void plant() throws IOException {
        key = PlantedCorpus.write(folder, PlantedCorpus.SEED);
    }

    @Test
    void theCorpusIsLargeEnough() {
        assertThat(key.objects().stream().filter(object -> !object.isRecord()).count())
                .isGreaterThanOrEqualTo(60);
        assertThat(key.objects().stream().map(ExamObject::kind).distinct().count())
                .isGreaterThanOrEqualTo(12);
        assertThat(key.plantedValues()).isGreaterThanOrEqualTo(200);
    }

    @Test
    void scoresStayWhereTheyAre() throws IOException {
        Map<String, ScoreCard> cards = new LinkedHashMap<>();
        for (String profile : java.util.List.of("tcia", "archive", "basic")) {
            if (Profiles.names().contains(profile)) {
                cards.put(profile, score(profile));
            }
        }
        ScoreTable table = new ScoreTable(key, cards);
        if (Boolean.getBoolean("score.write")) {
            table.writeInto(Path.of("..", "docs", "deidentification.md"));
        }
        for (Map.Entry<String, ScoreCard> card : cards.entrySet()) {
            Files.writeString(
                    Path.of("target", "score-" + card.getKey() + ".txt"),
                    card.getValue().discrepancies().stream()
                            .map(Object::toString)
                            .collect(Collectors.joining("\n", "", "\n")));
        }
        System.out.println(table.markdown());
    }

    private ScoreCard score(String profile) throws IOException {
        FrontDoor door = new FrontDoor(folder.resolve(profile));
        Path objects = PlantedCorpus.objects(folder);
        Path images = folder.resolve(profile).resolve("out");
        Set<String> claimed = Profiles.byName(profile).options().stream()
                .map(Option::yamlName)
                .collect(Collectors.toSet());
        String said = door.anonymize(objects, images, profile);
        Files.writeString(Path.of("target", "score-" + profile + "-rejected.txt"), said);
        return door.crosswalk(crosswalk -> {
            Map<String, byte[]> records = ExamRecordRun.deidentify(key, objects, crosswalk);
            return new Scorer(key, objects, new CrosswalkMappings(crosswalk), claimed, new DecodedFrames())
                    .score(images, records);
        });
    }
}

package org.symbolon.launcher.score;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.symbolon.deidentification.profile.Option;
import org.symbolon.deidentification.profile.PixelPolicy;
import org.symbolon.deidentification.profile.Profile;
import org.symbolon.deidentification.profile.Profiles;
import org.symbolon.testkit.score.AnswerKey;
import org.symbolon.testkit.score.PlantedCorpus;
import org.symbolon.testkit.score.ScoreCard;
import org.symbolon.testkit.score.Scorer;

/** Sends a planted corpus through the product under one profile after the other, and scores what comes out. */
final class ScoreRun {
    private final Path folder;
    private final AnswerKey key;

    /** @param folder is filled with the corpus and everything that is made of it */
    ScoreRun(Path folder, long seed) throws IOException {
        this.folder = folder;
        this.key = PlantedCorpus.write(folder, seed);
    }

    /** Scores each profile for each seed: {@code FOLDER SEEDS PROFILES}, the latter two with commas. */
    public static void main(String... arguments) throws IOException {
        for (String seed : arguments[1].split(",")) {
            ScoreRun run = new ScoreRun(Path.of(arguments[0], seed), Long.parseLong(seed));
            Map<String, ScoreCard> cards = new LinkedHashMap<>();
            for (String profile : arguments[2].split(",")) {
                ScoreCard card = run.score(profile);
                run.report(profile, card, run.folder);
                cards.put(profile, card);
            }
            System.out.println("Seed " + seed + "\n" + new ScoreTable(run.key(), cards).markdown());
        }
    }

    AnswerKey key() {
        return key;
    }

    ScoreCard score(String profile) throws IOException {
        FrontDoor door = new FrontDoor(folder.resolve(profile));
        Path objects = PlantedCorpus.objects(folder);
        Path images = folder.resolve(profile).resolve("out");
        Set<String> claimed = claims(Profiles.byName(profile));
        String said = door.anonymize(objects.resolve("images"), images, profile);
        Files.writeString(folder.resolve("score-" + profile + "-rejected.txt"), said);
        return door.crosswalk(crosswalk -> {
            Map<String, byte[]> records = ExamRecordRun.deidentify(key, objects, crosswalk);
            return new Scorer(key, objects, new CrosswalkMappings(crosswalk), claimed, new DecodedFrames())
                    .score(images, records);
        });
    }

    /** The options that a profile claims; whether pixels are cleaned is a setting of its own, which is held to as well. */
    private static Set<String> claims(Profile profile) {
        Set<String> claimed =
                profile.options().stream().map(Option::yamlName).collect(Collectors.toCollection(HashSet::new));
        if (profile.pixels() == PixelPolicy.CLEAN) {
            claimed.add(Option.CLEAN_PIXEL_DATA.yamlName());
        }
        return claimed;
    }

    /** Lists what failed, and what was quarantined, in {@code score-PROFILE.txt}. */
    void report(String profile, ScoreCard card, Path target) throws IOException {
        Files.writeString(
                target.resolve("score-" + profile + ".txt"),
                card.discrepancies().stream().map(Object::toString).collect(Collectors.joining("\n", "", "\n"))
                        + card.quarantined().stream()
                                .map(name -> "quarantined " + name)
                                .collect(Collectors.joining("\n", "", "\n")));
    }
}

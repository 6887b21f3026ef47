package org.symbolon.deidentification.cleaning;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Over invented people in thirteen languages: everything planted goes, every other word stays. */
class PlantedCorpusTest {
    private static final int DAYS = -30;

    @Test
    void everythingPlantedGoesAndNothingElse() throws IOException {
        PlantedText.Score sum = new PlantedText.Score(0, 0, 0, 0);
        List<String> wrong = new ArrayList<>();
        for (PlantedText text : PlantedText.corpus()) {
            TextCleaner cleaner = new TextCleaner(text.terms(), DAYS, CleaningOptions.defaults());
            PlantedText.Score score = text.score(cleaner.changes(text.text(), text.kind()));
            sum = sum.plus(score);
            if (score.found() < score.planted() || score.kept() < score.words()) {
                wrong.add(text.person() + ": " + text.text() + " -> " + cleaner.clean(text.text(), text.kind()));
            }
        }
        System.out.printf(
                Locale.ROOT,
                "Planted corpus: %d of %d planted values found, %d of %d other words kept%n",
                sum.found(),
                sum.planted(),
                sum.kept(),
                sum.words());
        assertThat(wrong).isEmpty();
        assertThat(sum.planted()).isGreaterThan(200);
    }
}

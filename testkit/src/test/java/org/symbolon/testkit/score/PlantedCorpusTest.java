package org.symbolon.testkit.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlantedCorpusTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Test
    void theSameSeedMakesTheSameFiles() throws IOException {
        AnswerKey one = PlantedCorpus.write(folder.resolve("one"), 7);
        AnswerKey two = PlantedCorpus.write(folder.resolve("two"), 7);
        assertThat(two).isEqualTo(one);
        try (Stream<Path> walk = Files.walk(folder.resolve("one"))) {
            for (Path file : walk.filter(Files::isRegularFile).toList()) {
                Path other = folder.resolve("two").resolve(folder.resolve("one").relativize(file));
                assertThat(Files.mismatch(file, other)).as(file.toString()).isEqualTo(-1);
            }
        }
    }

    @Test
    void theKeySurvivesItsFile() throws IOException {
        AnswerKey key = PlantedCorpus.write(folder, 7);
        assertThat(AnswerKey.read(folder.resolve(PlantedCorpus.KEY))).isEqualTo(key);
    }

    @Test
    void tabsAndLineEndsSurviveTheFile() throws IOException {
        Check check = new Check("a", "text", ScoreAction.TEXT_REMOVED, "x\\n\ty\r\nz\\", "");
        ExamObject object = new ExamObject("a", "CT", "1.2", "P\t1", "", ExamObject.Quarantine.ALLOWED);
        AnswerKey key = new AnswerKey(List.of(object), List.of(check));
        key.write(folder.resolve("key"));
        assertThat(AnswerKey.read(folder.resolve("key"))).isEqualTo(key);
    }

    @Test
    void aFileThatIsNoKeyIsRefusedWithItsLine() throws IOException {
        Path file = Files.writeString(folder.resolve("key"), "# Symbolon answer key 1\nobject\tonly\n");
        assertThatThrownBy(() -> AnswerKey.read(file))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("line 2");
    }

    @Test
    void shortWordsMustStandByThemselves() {
        assertThat(Words.has("Xray of Annabelle", "ann")).isFalse();
        assertThat(Words.has("xray_of_ANN_B", "ann")).isTrue();
        assertThat(Words.has("prekowalskipost", "kowalski")).isTrue();
        assertThat(Words.firstMissing("b1000 FLAIR", "FLAIR b1000, Gd")).isEqualTo("gd");
        assertThat(Words.firstPresent("seen 2019-03-12", "on 2019-03-12")).isEqualTo("2019-03-12");
    }

    @Test
    void datesAreMovedWithWhatStandsBehindThem() {
        assertThat(Days.moved("20190301101500.5\\20190302", -2)).isEqualTo("20190227101500.5\\20190228");
    }
}

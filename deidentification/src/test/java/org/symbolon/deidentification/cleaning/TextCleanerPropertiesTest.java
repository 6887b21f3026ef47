package org.symbolon.deidentification.cleaning;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for every text whatever. */
class TextCleanerPropertiesTest {
    private static final long SEED = 20261121;
    private static final int TEXTS = 4_000;
    private static final int MEGABYTE = 1 << 20;
    private static final String SIGNS =
            " .,;:-_/\\'\"()[]{}<>@#%&*+=^~|\n\t\u00A0\u2019\u00AD\u200F\u0301\u3000\uD842\uDFB7\uDC00\u0000\u0640";
    private static final List<String> PIECES = List.of(
            "Dr.",
            "dr",
            "Mrs",
            "MRN",
            "ID:",
            "tel.",
            "PESEL",
            "born",
            "aged",
            "May",
            "marca",
            "2019",
            "12",
            "3",
            "03/04/2019",
            "20190312",
            "44051401359",
            "www.",
            "http://",
            "a@b.cd",
            "[name]",
            "[date]",
            "&#261;",
            "&#x41;",
            "ul.",
            "Street",
            "IL 62704",
            "\u5E74",
            "2019\u5E743\u670812\u65E5",
            "\u5C71\u7530",
            "\u0417\u0430\u0439\u0446\u0435\u0432",
            "Kowalska",
            "KOWALSKA",
            "kowalskiej",
            "AKowalska",
            "Long",
            "White",
            "1.2.840.113619.2.1.1.1.1.1.1.1",
            "12MAR2019",
            "92yo",
            "555-201-7788",
            "wife");

    private static final String[] PERSON = {
        "PATIENT=Kowalska^Anna Maria",
        "SOMEBODY=Long^Rose",
        "SOMEBODY=White",
        "SOMEBODY=\u5C71\u7530^\u592A\u90CE",
        "SOMEBODY=\u0417\u0430\u0439\u0446\u0435\u0432",
        "OWN_NUMBER=4711007",
        "CONTACT=+48 601 234 567",
        "ADDRESS=ul. Mickiewicza 12/4",
        "ADDRESS=Pozna\u0144",
        "ORGANISATION=Wielkopolskie Centrum Pulmonologii",
        "DATE=2019-03-12"
    };

    @ParameterizedTest
    @EnumSource(TextKind.class)
    void neverThrowsAndChangesAreInOrder(TextKind kind) {
        Random random = new Random(SEED);
        TextCleaner cleaner = cleaner(-41);
        for (int i = 0; i < TEXTS; i++) {
            String text = random(random);
            int position = 0;
            for (Change change : cleaner.changes(text, kind)) {
                assertThat(change.start()).as(text).isGreaterThanOrEqualTo(position);
                assertThat(change.end()).as(text).isGreaterThan(change.start());
                position = change.end();
            }
            assertThat(position).isLessThanOrEqualTo(text.length());
        }
        assertThat(cleaner.tally().kept()).isLessThanOrEqualTo(cleaner.tally().seen());
    }

    /** With no days to move by, so that moved dates are the same again. */
    @ParameterizedTest
    @EnumSource(TextKind.class)
    void cleaningWhatIsCleanChangesNothing(TextKind kind) throws IOException {
        TextCleaner cleaner = cleaner(0);
        Random random = new Random(SEED + 1);
        for (int i = 0; i < TEXTS; i++) {
            String once = cleaner.clean(random(random), kind);
            assertThat(cleaner.clean(once, kind)).isEqualTo(once);
        }
        for (PlantedText text : PlantedText.corpus()) {
            TextCleaner own = new TextCleaner(text.terms(), 0, CleaningOptions.defaults());
            String once = own.clean(text.text(), kind);
            assertThat(own.clean(once, kind)).isEqualTo(once);
        }
    }

    @Test
    void whatIsCleanHoldsNoIdentityAndIsTheSameInstance() throws IOException {
        for (PlantedText text : PlantedText.corpus()) {
            TextCleaner cleaner = new TextCleaner(text.terms(), -30, CleaningOptions.defaults());
            String once = cleaner.clean(text.text(), text.kind());
            assertThat(cleaner.holdsIdentity(once, text.kind())).as(once).isFalse();
        }
        String plain = "Thorax 1.0 B70f LUNG";
        assertThat(cleaner(-30).clean(plain, TextKind.DESCRIPTION)).isSameAs(plain);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a",
                "A",
                "1",
                " ",
                "[",
                "@",
                "a@",
                "1-",
                "1 ",
                "12/",
                "1.",
                "(",
                "&#",
                "&#6",
                "Dr ",
                "Dr. A",
                "MRN ",
                "ID:",
                "May ",
                "1234567 ",
                "www.",
                "http://a",
                "\u5C71",
                "\u5E74",
                "\uD842",
                "\u0301",
                "\u00AD",
                "A.",
                "J. ",
                "Kowalsk",
                "Anna",
                "annakowalska",
                "Street ",
                "ul. ",
                "IL 62704 ",
                "A B ",
                "aB",
                "a1",
                "1a",
                "+48 ",
                "00",
                "kowalska@",
                "born ",
                "aged 9",
                "Room ",
                "by ",
                "wife ",
                "'",
                "\\",
                "\n"
            })
    void hostileMegabytesTakeLittleTime(String piece) {
        String text = piece.repeat(MEGABYTE / piece.length());
        TextCleaner cleaner = cleaner(-41);

        long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        cleaner.clean(text, TextKind.NARRATIVE);
        Duration taken = Duration.ofNanos(ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start);

        assertThat(taken).isLessThan(Duration.ofSeconds(3));
    }

    private static TextCleaner cleaner(int days) {
        return new TextCleaner(Terms.of(PERSON), days, CleaningOptions.defaults());
    }

    private static String random(Random random) {
        StringBuilder text = new StringBuilder();
        List<String> parts = new ArrayList<>(PIECES);
        int pieces = random.nextInt(12);
        for (int i = 0; i < pieces; i++) {
            switch (random.nextInt(6)) {
                case 0 -> text.append((char) random.nextInt(Character.MAX_VALUE + 1));
                case 1, 2 -> text.append(SIGNS.charAt(random.nextInt(SIGNS.length())));
                default -> text.append(parts.get(random.nextInt(parts.size())));
            }
            if (random.nextInt(3) > 0) {
                text.append(' ');
            }
        }
        return text.toString();
    }
}

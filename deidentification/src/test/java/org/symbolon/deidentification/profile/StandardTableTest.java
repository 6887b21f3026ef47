package org.symbolon.deidentification.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.symbolon.deidentification.profile.Questions.ROOT;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.symbolon.dicom.Dictionary;
import org.symbolon.dicom.Tag;
import org.symbolon.dicom.Tags;
import org.symbolon.dicom.Vr;
import org.symbolon.model.SymbolonException;

/** Each row and option column of PS3.15 table E.1-1, read a second time from the table itself where it is beside us. */
class StandardTableTest {
    private static final Path TABLE = ROOT.resolve("../shared/standard/ps3.15_2026c_table_E.1-1.tsv");
    private static final Set<Integer> PSEUDONYMS = Set.of(Tags.PatientID, Tags.PatientName, Tags.AccessionNumber);
    private static final Map<Option, Integer> COLUMNS = Map.of(
            Option.RETAIN_UIDS, 6,
            Option.RETAIN_DEVICE_IDENTITY, 7,
            Option.RETAIN_INSTITUTION_IDENTITY, 8,
            Option.RETAIN_PATIENT_CHARACTERISTICS, 9,
            Option.RETAIN_LONGITUDINAL_FULL_DATES, 10,
            Option.RETAIN_LONGITUDINAL_MODIFIED_DATES, 11,
            Option.CLEAN_DESCRIPTORS, 12,
            Option.CLEAN_STRUCTURED_CONTENT, 13,
            Option.CLEAN_GRAPHICS, 14);

    private static List<String[]> rows() throws IOException {
        Assumptions.assumeTrue(Files.exists(TABLE), "the standard's table is not beside the repository");
        return Files.readAllLines(TABLE).stream()
                .skip(1)
                .map(line -> line.split("\t", -1))
                .filter(cells -> !cells[1].startsWith("(gggg"))
                .toList();
    }

    private static int tag(String[] cells) {
        return Tag.parse(cells[1].replace('x', '0'));
    }

    @Test
    void everyRowHasItsBasicAction() throws IOException {
        RuleSet basic = Profiles.byName("basic").rulesFor(ObjectFacts.NONE);
        List<String[]> rows = rows();
        for (String[] cells : rows) {
            if (isCommandOrPseudonym(tag(cells))) {
                continue;
            }
            Action expected = switch (cells[4]) {
                case "X" -> Action.REMOVE;
                case "Z", "X/Z" -> Action.EMPTY;
                case "D", "Z/D", "X/D", "X/Z/D" -> Action.DUMMY;
                case "U" -> Action.REPLACE_UID;
                default -> Action.PROCESS;
            };
            assertThat(ask(basic, tag(cells)).action())
                    .as(cells[1] + " " + cells[4])
                    .isEqualTo(expected);
        }
        assertThat(rows).hasSize(655);
    }

    @Test
    void everyOptionChangesJustTheRowsOfItsColumn() throws IOException {
        RuleSet basic = Profiles.byName("basic").rulesFor(ObjectFacts.NONE);
        List<String[]> rows = rows();
        for (Map.Entry<Option, Integer> option : COLUMNS.entrySet()) {
            RuleSet rules = Profiles.basicWith(Set.of(option.getKey())).rulesFor(ObjectFacts.NONE);
            for (String[] cells : rows) {
                int tag = tag(cells);
                String what = cells[1] + " under " + option.getKey();
                String code = cells[option.getValue()];
                if (isCommandOrPseudonym(tag)) {
                    continue;
                }
                switch (code) {
                    case "K" -> assertThat(ask(rules, tag).action()).as(what).isEqualTo(Action.KEEP);
                    case "C" ->
                        assertThat(ask(rules, tag)).as(what).isEqualTo(cleaned(tag, ask(basic, tag), option.getKey()));
                    default -> assertThat(ask(rules, tag)).as(what).isEqualTo(ask(basic, tag));
                }
            }
        }
    }

    /** What comes with Symbolon does to each row what its options say, at the top and deep inside, but for what its file tells otherwise. */
    @Test
    void profilesThatComeWithSymbolonAreTheTableAndTheirOwnRules() throws IOException {
        Set<Integer> others = Set.of(Tags.PatientAge, Tags.ReferencedImageSequence, Tags.SourceImageSequence);
        Map<String, Set<Integer>> own = Map.of("basic", Set.of(), "archive", others, "tcia", others);
        List<String[]> rows = rows();
        for (Map.Entry<String, Set<Integer>> profile : own.entrySet()) {
            Profile built = Profiles.byName(profile.getKey());
            for (ObjectFacts facts : List.of(ObjectFacts.NONE, Questions.facts(Questions.CT))) {
                RuleSet rules = built.rulesFor(facts);
                RuleSet table = Profiles.basicWith(built.options()).rulesFor(facts);
                Set<Integer> differ = new TreeSet<>();
                for (String[] cells : rows) {
                    int tag = tag(cells);
                    Vr vr = Dictionary.standard().vr(tag);
                    for (int depth : new int[] {0, 1, 5}) {
                        int parent = depth == 0 ? 0 : Tags.RequestAttributesSequence;
                        if (!rules.rule(tag, "", vr, depth, parent, vr == Vr.SQ)
                                .equals(table.rule(tag, "", vr, depth, parent, vr == Vr.SQ))) {
                            differ.add(tag);
                        }
                    }
                }
                assertThat(differ).as(profile.getKey()).isEqualTo(profile.getValue());
            }
        }
    }

    @Test
    void theTableHasAsManyRowsOfEachCodeAsTheStandard() throws IOException {
        Map<String, Integer> codes = new TreeMap<>();
        int rows = 0;
        try (InputStream in = Profiles.class.getResourceAsStream("profile-table.txt")) {
            assertThat(in).isNotNull();
            for (String line : new String(in.readAllBytes(), StandardCharsets.US_ASCII)
                    .lines()
                    .toList()) {
                if (!line.startsWith("#")) {
                    rows++;
                    String[] fields = line.split(" ");
                    Arrays.stream(fields).skip(1).forEach(code -> codes.merge(code, 1, Integer::sum));
                }
            }
        }
        assertThat(rows).isEqualTo(655);
        // one row more has X in the standard: all private attributes, which are a rule of the engine
        assertThat(codes)
                .isEqualTo(Map.ofEntries(
                        Map.entry("X", 415),
                        Map.entry("Z", 42),
                        Map.entry("D", 93),
                        Map.entry("U", 55),
                        Map.entry("X/Z", 11),
                        Map.entry("X/D", 23),
                        Map.entry("Z/D", 6),
                        Map.entry("X/Z/D", 8),
                        Map.entry("X/Z/U*", 2),
                        Map.entry("uK", 60),
                        Map.entry("dK", 48),
                        Map.entry("dC", 11),
                        Map.entry("iK", 10),
                        Map.entry("pK", 14),
                        Map.entry("pC", 5),
                        Map.entry("fK", 169),
                        Map.entry("mC", 169),
                        Map.entry("tC", 140),
                        Map.entry("sC", 4),
                        Map.entry("gC", 4)));
    }

    private static Rule cleaned(int tag, Rule basic, Option option) {
        boolean dates = option == Option.RETAIN_LONGITUDINAL_MODIFIED_DATES;
        return switch (Dictionary.standard().vr(tag)) {
            case DA, DT -> Rule.of(dates ? Action.SHIFT_DATE : basic.action(), basic.action(), basic.origin());
            case TM -> Rule.of(dates ? Action.KEEP_TIME : basic.action(), basic.action(), basic.origin());
            case SQ -> Rule.of(Action.PROCESS, basic.action(), basic.origin());
            case AE -> Rule.of(Action.DUMMY, basic.origin());
            case LO, LT, SH, ST, UC, UT, CS ->
                dates ? basic : Rule.of(Action.CLEAN_TEXT, basic.action(), basic.origin());
            default -> basic;
        };
    }

    /** Group 0000 and 0002 do not belong into a data set; the pseudonyms are a decision of ours. */
    private static boolean isCommandOrPseudonym(int tag) {
        return Tag.group(tag) < 0x0008 || PSEUDONYMS.contains(tag);
    }

    private static Rule ask(RuleSet rules, int tag) {
        Vr vr = Dictionary.standard().vr(tag);
        return rules.rule(tag, "", vr, 0, 0, vr == Vr.SQ);
    }

    @Test
    void optionsAreTakenTogether() {
        Set<Option> all = EnumSet.allOf(Option.class);
        all.remove(Option.CLEAN_RECOGNIZABLE_VISUAL_FEATURES);
        all.remove(Option.RETAIN_LONGITUDINAL_FULL_DATES);

        Profile profile = Profiles.basicWith(all);

        assertThat(profile.options()).isEqualTo(all);
        assertThat(profile.marks().codes()).hasSize(11);
        assertThat(profile.marks().method().length()).isLessThanOrEqualTo(64);
        assertThat(profile.privateAttributes()).isEqualTo(PrivatePolicy.SAFE);
        assertThat(profile.pixels()).isEqualTo(PixelPolicy.CLEAN);
    }

    @Test
    void everyPairOfOptionsLoadsUnlessItContradicts() {
        for (Option first : COLUMNS.keySet()) {
            for (Option second : COLUMNS.keySet()) {
                Set<Option> pair = EnumSet.of(first, second);
                if (Option.contradict(pair)) {
                    assertThatExceptionOfType(SymbolonException.class)
                            .isThrownBy(() -> Profiles.basicWith(pair))
                            .withMessageContaining("retain-longitudinal-full-dates")
                            .withMessageContaining("retain-longitudinal-modified-dates");
                } else {
                    assertThat(Profiles.basicWith(pair).options()).isEqualTo(pair);
                }
            }
        }
    }

    @Test
    void doesNotClaimToRemoveFaces() {
        assertThatExceptionOfType(SymbolonException.class)
                .isThrownBy(() -> Profiles.basicWith(Set.of(Option.CLEAN_RECOGNIZABLE_VISUAL_FEATURES)))
                .withMessageContaining("faces");
    }

    @Test
    void marksSayWhatBecameOfDates() {
        assertThat(Profiles.basicWith(Set.of()).marks().temporal()).isEqualTo("REMOVED");
        assertThat(Profiles.basicWith(Set.of(Option.RETAIN_LONGITUDINAL_FULL_DATES))
                        .marks()
                        .temporal())
                .isEqualTo("UNMODIFIED");
        assertThat(Profiles.basicWith(Set.of(Option.RETAIN_LONGITUDINAL_MODIFIED_DATES))
                        .marks()
                        .temporal())
                .isEqualTo("MODIFIED");
    }

    /** PS3.6 has (7FE0,0020) as a stream of bytes; a writer that made a text of it may have put a name there. */
    @Test
    void anUnlistedNumberThatStandsAsTextIsTreatedAsText() {
        RuleSet archive = Profiles.byName("archive").rulesFor(ObjectFacts.NONE);
        assertThat(archive.rule(Tags.CoefficientsSDVN, "", Vr.OW, 0, 0, false).action())
                .isEqualTo(Action.KEEP);
        assertThat(archive.rule(Tags.CoefficientsSDVN, "", Vr.LO, 0, 0, false).action())
                .isEqualTo(Action.CLEAN_TEXT);
        assertThat(archive.rule(Tags.CoefficientsSDVN, "", Vr.DA, 0, 0, false).action())
                .isEqualTo(Action.SHIFT_DATE);
        assertThat(archive.rule(Tags.CoefficientsSDVN, "", Vr.UI, 0, 0, false).action())
                .isEqualTo(Action.REPLACE_UID);
    }
}

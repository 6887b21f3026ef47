package org.symbolon.deidentification.cleaning;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.symbolon.dicom.DataSet;
import org.symbolon.dicom.DataSetReader;
import org.symbolon.dicom.DicomFile;
import org.symbolon.dicom.DicomFormatException;
import org.symbolon.dicom.Element;
import org.symbolon.dicom.ReaderOptions;
import org.symbolon.dicom.Tags;
import org.symbolon.dicom.Vr;

/**
 * The texts of real devices (descriptions, protocol names, comments, device names, SR texts) in the shared data, under identities
 * that have nothing to do with them: what is lost is medicine.
 */
class SharedTextsTest {
    private static final Path DATA =
            Path.of(System.getProperty("symbolon.repository.root", "..")).resolve("../shared/data/dicom");
    private static final Set<Vr> TEXTS = Set.of(Vr.LO, Vr.SH, Vr.LT, Vr.ST, Vr.UT, Vr.UC, Vr.CS);
    /** Their values are identity, not descriptions. */
    private static final Set<String> NOT_DESCRIPTIONS = Set.of("0010", "0032", "0038", "0040A730");

    /** What some of the texts hold in truth: addresses of the web and of people, doctors' names. */
    private static final Pattern IDENTITY = Pattern.compile("://|@|www\\.|\\bDr\\b|Landstrasse");

    private static final List<String[]> STRANGERS = List.of(
            new String[] {
                "PATIENT=Zabielskaite^Ruta",
                "SOMEBODY=Ostrowidzki^Dobromil",
                "OWN_NUMBER=QX771204",
                "ADDRESS=Kwidzyn",
                "ORGANISATION=Spital Krumbach West",
                "DATE=1987-02-03"
            },
            new String[] {"PATIENT=Long^Rose", "SOMEBODY=White^Mark", "SOMEBODY=Head^Grace", "OWN_NUMBER=5550123"},
            new String[] {"PATIENT=Young^Chase", "SOMEBODY=Baker^Dean", "SOMEBODY=Phillips^Neil", "OWN_NUMBER=90210"},
            new String[] {"PATIENT=Ng^Li", "SOMEBODY=Kim^Ha", "OWN_NUMBER=A1B2C3"});

    @Test
    void strangersTakeNothingFromDescriptions() throws IOException {
        Assumptions.assumeTrue(Files.isDirectory(DATA), "the shared test data is not beside the repository");
        Set<String> texts = texts();
        for (String[] stranger : STRANGERS) {
            TextCleaner cleaner = new TextCleaner(Terms.of(stranger), -30, CleaningOptions.defaults());
            List<String> lost = new ArrayList<>();
            for (String text : texts) {
                String clean = cleaner.clean(text, TextKind.DESCRIPTION);
                if (clean.contains("[") && !clean.equals(text)) {
                    lost.add(text + " -> " + clean);
                }
            }
            if (System.getProperty("symbolon.show.lost") != null) {
                lost.forEach(System.out::println);
            }
            System.out.printf(
                    Locale.ROOT,
                    "Shared DICOM texts under a stranger's identity: %d texts, %d of %d words kept (%.4f)%n",
                    texts.size(),
                    cleaner.tally().kept(),
                    cleaner.tally().seen(),
                    cleaner.tally().share());
            assertThat(cleaner.tally().share()).isGreaterThan(0.99);
        }
    }

    private static Set<String> texts() throws IOException {
        Set<String> texts = new LinkedHashSet<>();
        try (Stream<Path> walk = Files.walk(DATA)) {
            for (Path file : walk.filter(Files::isRegularFile).sorted().toList()) {
                try (DataSetReader reader =
                        DicomFile.open(file).reader(ReaderOptions.defaults().withStopBefore(Tags.PixelData))) {
                    collect(DataSet.read(reader), texts);
                } catch (DicomFormatException notDicom) {
                    // fuzzed and foreign files have no texts to keep
                }
            }
        }
        return texts;
    }

    private static void collect(DataSet dataSet, Set<String> texts) {
        for (Element element : dataSet) {
            String tag = String.format(Locale.ROOT, "%08X", element.tag());
            if (element instanceof Element.Sequence sequence) {
                sequence.items().forEach(item -> collect(item, texts));
            } else if (TEXTS.contains(element.vr()) && NOT_DESCRIPTIONS.stream().noneMatch(tag::startsWith)) {
                dataSet.strings(element.tag()).stream()
                        .filter(text -> !text.isBlank()
                                && !text.matches("[\\d.]+")
                                && !IDENTITY.matcher(text).find())
                        .forEach(texts::add);
            }
        }
    }
}

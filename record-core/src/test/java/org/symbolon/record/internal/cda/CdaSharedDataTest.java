package org.symbolon.record.internal.cda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.symbolon.model.ErrorCode;
import org.symbolon.model.SymbolonException;
import org.symbolon.record.ClinicalRecord;
import org.symbolon.record.Place;
import org.symbolon.record.PlaceType;
import org.symbolon.record.RecordOptions;
import org.symbolon.record.RecordReader;

/** All CDA documents and HL7 v3 messages of the shared test data. */
class CdaSharedDataTest {
    private static final RecordReader READER = new RecordReader(RecordOptions.defaults());
    private static final List<Path> readable = new ArrayList<>();
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9 .:/-]+");
    private static final int FUZZ_SEED = 20260;
    private static final int FUZZ_ROUNDS = 400;

    @Test
    void readsAllButThePinnedOnes() throws IOException {
        Map<String, ErrorCode> refused = new TreeMap<>();
        int read = 0;
        for (Path file : files("cda", "cda-synthea", "hl7v3")) {
            try {
                READER.read(Files.readAllBytes(file));
                read++;
            } catch (SymbolonException e) {
                refused.put(file.getFileName().toString(), e.code());
            }
        }
        assertThat(refused)
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        // fragments without namespace
                        "Entry Reference Example.xml", ErrorCode.UNSUPPORTED_FORMAT,
                        "Transfer Summary participant (Support) Example.xml", ErrorCode.UNSUPPORTED_FORMAT,
                        "US Realm Header (V3) Example.xml", ErrorCode.UNSUPPORTED_FORMAT,
                        "Health Concerns Link to Problems Section with linkHTML(C-CDA2.1).xml",
                                ErrorCode.UNSUPPORTED_FORMAT,
                        // a document type declaration
                        "CDADocumentWithXXEInjection.xml", ErrorCode.UNSUPPORTED_FORMAT,
                        // SAML and XACML
                        "chadr-response-1.xml", ErrorCode.UNSUPPORTED_FORMAT,
                        "add-request-ppq.xml", ErrorCode.UNSUPPORTED_FORMAT,
                        "ppq-query-backend-response.xml", ErrorCode.UNSUPPORTED_FORMAT,
                        "query-response.xml", ErrorCode.UNSUPPORTED_FORMAT));
        assertThat(read).isEqualTo(97);
    }

    @Test
    void placesAreInOrderAndHoldWhatStandsThere() throws IOException {
        for (Path file : readable()) {
            byte[] bytes = Files.readAllBytes(file);
            ClinicalRecord record = READER.read(bytes);
            int end = 0;
            for (Place place : record.places()) {
                if (place.offset() < end) {
                    fail("Places overlap: " + place);
                }
                if (place.type() != PlaceType.REMOVABLE) {
                    end = place.end();
                    String written = new String(bytes, place.offset(), place.length(), record.charset());
                    boolean plain = place.type() != PlaceType.ATTACHMENT
                            && PLAIN.matcher(written).matches();
                    if (plain && !place.text().equals(written)) {
                        fail("Not what stands there: " + place);
                    }
                }
            }
        }
    }

    @Test
    void replacingEveryValueKeepsTheDocumentAndItsPlaces() throws IOException {
        for (Path file : readable()) {
            byte[] bytes = Files.readAllBytes(file);
            List<Place> places = READER.read(bytes).places();
            byte[] replaced = Splice.replaceAll(bytes, places, "X<&\"");
            List<Place> again = READER.read(replaced).places();
            assertThat(paths(again)).as(file.getFileName().toString()).isEqualTo(paths(places));
            assertThat(again.stream()
                            .filter(place -> place.type() != PlaceType.REMOVABLE)
                            .filter(place -> place.type() != PlaceType.ATTACHMENT)
                            .map(Place::text)
                            .distinct())
                    .containsExactly("X<&\"");
        }
    }

    @Test
    void cuttingEverythingRemovableLeavesADocumentWithNothingToCut() throws IOException {
        for (Path file : readable()) {
            byte[] bytes = Files.readAllBytes(file);
            byte[] cut = Splice.cutAll(bytes, READER.read(bytes).places());
            assertThat(READER.read(cut).places())
                    .as(file.getFileName().toString())
                    .noneMatch(place -> place.type() == PlaceType.REMOVABLE);
        }
    }

    /** The structured identity of the synthetic patients is in places that are not taken for medicine. */
    @Test
    void noIdentityOfSyntheaPatientsIsTypedAsMedicine() throws IOException {
        for (Path file : files("cda-synthea")) {
            ClinicalRecord record = READER.read(Files.readAllBytes(file));
            List<String> identity = new ArrayList<>();
            for (Place place : record.places()) {
                switch (place.type()) {
                    case PATIENT_NAME, PATIENT_IDENTIFIER, BIRTH_DATE, TELECOM -> identity.add(place.text());
                    default -> {}
                }
            }
            assertThat(identity).hasSizeGreaterThan(3);
            assertThat(record.places())
                    .filteredOn(place -> place.type() == PlaceType.VALUE)
                    .noneMatch(place -> identity.contains(place.text()));
            assertThat(record.places())
                    .filteredOn(place ->
                            place.type() == PlaceType.UNKNOWN && !place.path().endsWith("schemaLocation"))
                    .isEmpty();
        }
    }

    @Test
    void damagedDocumentsAreReadOrRefusedButNeverFail() throws IOException {
        List<Path> files = readable().stream()
                .filter(file -> file.toFile().length() < 60_000)
                .toList();
        Random random = new Random(FUZZ_SEED);
        for (int round = 0; round < FUZZ_ROUNDS; round++) {
            byte[] bytes = Files.readAllBytes(files.get(random.nextInt(files.size())));
            int changes = 1 + random.nextInt(4);
            for (int i = 0; i < changes; i++) {
                byte[] spice = "<>&;\"'=/!-[]? \0\u00ff".getBytes(StandardCharsets.ISO_8859_1);
                int at = random.nextInt(Math.min(bytes.length, random.nextBoolean() ? 600 : bytes.length));
                bytes[at] = random.nextBoolean() ? spice[random.nextInt(spice.length)] : (byte) random.nextInt();
            }
            try {
                ClinicalRecord record = READER.read(bytes);
                READER.read(Splice.replaceAll(bytes, record.places(), "X"));
                READER.read(Splice.cutAll(bytes, record.places()));
            } catch (SymbolonException e) {
                assertThat(e.code()).as("round %d", round).isNotEqualTo(ErrorCode.INTERNAL);
            }
        }
    }

    private static List<String> paths(List<Place> places) {
        return places.stream().map(Place::path).toList();
    }

    private static synchronized List<Path> readable() throws IOException {
        if (!readable.isEmpty()) {
            return readable;
        }
        for (Path file : files("cda", "cda-synthea", "hl7v3")) {
            try {
                READER.read(Files.readAllBytes(file));
                readable.add(file);
            } catch (SymbolonException e) {
                assertThat(e.code()).isEqualTo(ErrorCode.UNSUPPORTED_FORMAT);
            }
        }
        return readable;
    }

    private static List<Path> files(String... folders) throws IOException {
        Path data = Path.of(System.getProperty("symbolon.repository.root", ".."), "..", "shared", "data");
        assumeTrue(Files.isDirectory(data), "The shared test data are not here");
        List<Path> files = new ArrayList<>();
        for (String folder : folders) {
            try (Stream<Path> walk = Files.walk(data.resolve(folder))) {
                walk.filter(Files::isRegularFile).sorted().forEach(files::add);
            }
        }
        return files;
    }
}

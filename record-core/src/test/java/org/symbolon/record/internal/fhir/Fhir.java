package org.symbolon.record.internal.fhir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.symbolon.record.ClinicalRecord;
import org.symbolon.record.Place;
import org.symbolon.record.PlaceType;
import org.symbolon.record.RecordOptions;
import org.symbolon.record.RecordReader;

/** What the tests of this package share: reading, editing by places, the shared files. */
final class Fhir {
    private static final RecordReader READER = new RecordReader(RecordOptions.defaults());

    private Fhir() {}

    /** Apostrophes stand for quotes. */
    static byte[] json(String text) {
        return text.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    }

    static ClinicalRecord read(byte[] bytes) {
        return READER.read(bytes);
    }

    static ClinicalRecord read(String json) {
        return READER.read(json(json));
    }

    /** Each place as {@code TYPE path text}. */
    /** Of the first place with that path. */
    static PlaceType type(ClinicalRecord record, String path) {
        return record.places().stream()
                .filter(place -> place.path().equals(path))
                .map(Place::type)
                .findFirst()
                .orElseThrow(() -> new AssertionError("No place " + path));
    }

    static List<String> lines(ClinicalRecord record) {
        return record.places().stream()
                .map(place -> place.type() + " " + place.path() + " " + place.text())
                .toList();
    }

    static List<String> texts(ClinicalRecord record, PlaceType type) {
        return record.places().stream()
                .filter(place -> place.type() == type)
                .map(Place::text)
                .toList();
    }

    static byte[] replaced(byte[] bytes, ClinicalRecord record, Predicate<Place> which, String text) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length);
        int done = 0;
        for (Place place : record.places()) {
            if (place.type() != PlaceType.REMOVABLE && which.test(place)) {
                out.write(bytes, done, place.offset() - done);
                out.writeBytes(place.syntax().encode(text));
                done = place.end();
            }
        }
        out.write(bytes, done, bytes.length - done);
        return out.toByteArray();
    }

    static byte[] cut(byte[] bytes, ClinicalRecord record) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length);
        int done = 0;
        for (Place place : record.places()) {
            if (place.type() == PlaceType.REMOVABLE && place.offset() >= done) {
                out.write(bytes, done, place.offset() - done);
                done = place.end();
            }
        }
        out.write(bytes, done, bytes.length - done);
        return out.toByteArray();
    }

    /** In order, apart from each other, and whole inside a removable one or whole outside. */
    static void assertPlacesAreSound(byte[] bytes, ClinicalRecord record) {
        int end = 0;
        int removableEnd = 0;
        for (Place place : record.places()) {
            boolean removable = place.type() == PlaceType.REMOVABLE;
            boolean sound = place.offset() >= (removable ? Math.max(end, removableEnd) : end)
                    && place.end() <= bytes.length
                    && (place.offset() >= removableEnd || place.end() <= removableEnd);
            assertThat(sound).as("%s", place).isTrue();
            if (removable) {
                removableEnd = place.end();
            } else {
                end = place.end();
            }
        }
    }

    static List<Path> files(String... folders) throws IOException {
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

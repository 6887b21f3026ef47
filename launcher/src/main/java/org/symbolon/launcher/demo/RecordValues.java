package org.symbolon.launcher.demo;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.symbolon.deidentification.text.RemovedValue;
import org.symbolon.record.Place;
import org.symbolon.record.PlaceType;
import org.symbolon.record.RecordOptions;
import org.symbolon.record.RecordReader;
import org.symbolon.testkit.ByteStringScanner;

/**
 * What the leak scan looks for in textual records whose identities are known to the crosswalk only: structured values that name a
 * person, of at least {@link CrosswalkValues#MIN_BYTES} bytes, in UTF-8. Not sought are those that are also a code, unit or other
 * harmless value in some record: finding them would say nothing. Not thread-safe.
 */
final class RecordValues {
    private static final Set<PlaceType> IDENTIFYING = EnumSet.of(
            PlaceType.PATIENT_NAME,
            PlaceType.PATIENT_IDENTIFIER,
            PlaceType.ADDRESS,
            PlaceType.TELECOM,
            PlaceType.ACCESSION_NUMBER,
            PlaceType.VISIT_NUMBER,
            PlaceType.DICOM_UID);

    private final RecordReader reader = new RecordReader(RecordOptions.defaults());
    private final Map<String, PlaceType> removed = new HashMap<>();
    private final Set<String> retained = new HashSet<>();

    /** Adds what was taken out of one original, and the values that stayed in it. */
    void add(Path original, List<RemovedValue> values) throws IOException {
        for (RemovedValue value : values) {
            if (IDENTIFYING.contains(value.type())) {
                removed.putIfAbsent(value.text().strip(), value.type());
            }
        }
        for (Place place : reader.read(Files.readAllBytes(original)).places()) {
            if (place.type() == PlaceType.VALUE) {
                retained.add(place.text());
            }
        }
    }

    List<SoughtValue> sought() {
        List<SoughtValue> candidates = new ArrayList<>();
        removed.forEach((text, type) -> {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            if (bytes.length >= CrosswalkValues.MIN_BYTES && text.chars().distinct().count() > 3) {
                candidates.add(new SoughtValue(type.name().toLowerCase(Locale.ROOT), bytes));
            }
        });
        if (candidates.isEmpty()) {
            return candidates;
        }
        ByteStringScanner scanner = new ByteStringScanner(
                candidates.stream().map(SoughtValue::bytes).toList());
        Set<Integer> alsoRetained = new HashSet<>();
        for (String value : retained) {
            alsoRetained.addAll(scanner.scan(value.getBytes(StandardCharsets.UTF_8)));
        }
        List<SoughtValue> sought = new ArrayList<>();
        for (int index = 0; index < candidates.size(); index++) {
            if (!alsoRetained.contains(index)) {
                sought.add(candidates.get(index));
            }
        }
        return sought;
    }
}

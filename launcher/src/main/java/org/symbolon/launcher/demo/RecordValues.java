package org.symbolon.launcher.demo;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.symbolon.deidentification.text.RemovedValue;
import org.symbolon.record.Place;
import org.symbolon.record.PlaceType;
import org.symbolon.record.RecordOptions;
import org.symbolon.record.RecordReader;

/**
 * What the leak scan looks for in a textual record whose identities are known to the crosswalk only: structured values that name
 * the patient or a visit, of at least {@link CrosswalkValues#MIN_BYTES} bytes, in UTF-8. Not sought are those that are also part of
 * a code, unit or other harmless value of the record: finding them would say nothing.
 */
final class RecordValues {
    private static final int MIN_DIFFERENT = 4;
    private static final Set<PlaceType> IDENTIFYING = EnumSet.of(
            PlaceType.PATIENT_NAME,
            PlaceType.PATIENT_IDENTIFIER,
            PlaceType.ADDRESS,
            PlaceType.TELECOM,
            PlaceType.ACCESSION_NUMBER,
            PlaceType.VISIT_NUMBER,
            PlaceType.DICOM_UID);

    /** What is starred out or made of initials names nobody. */
    private static final Pattern TELLING = Pattern.compile("[\\p{L}\\p{N}]{3}");

    private RecordValues() {}

    /** @param removed what was taken out of the original */
    static List<SoughtValue> sought(Path original, List<RemovedValue> removed) throws IOException {
        String retained = new RecordReader(RecordOptions.defaults())
                .read(Files.readAllBytes(original)).places().stream()
                        .filter(place -> place.type() == PlaceType.VALUE)
                        .map(Place::text)
                        .collect(Collectors.joining("\n"));
        Map<String, PlaceType> values = new HashMap<>();
        for (RemovedValue value : removed) {
            if (IDENTIFYING.contains(value.type())) {
                values.putIfAbsent(value.text().strip(), value.type());
            }
        }
        List<SoughtValue> sought = new ArrayList<>();
        values.forEach((text, type) -> {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            boolean telling = bytes.length >= CrosswalkValues.MIN_BYTES
                    && text.chars().distinct().count() >= MIN_DIFFERENT;
            if (telling && TELLING.matcher(text).find() && !retained.contains(text)) {
                sought.add(new SoughtValue(type.name().toLowerCase(Locale.ROOT), bytes));
            }
        });
        return sought;
    }
}

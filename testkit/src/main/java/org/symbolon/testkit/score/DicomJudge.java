package org.symbolon.testkit.score;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.symbolon.dicom.Tags;
import org.symbolon.model.ByteStringScanner;
import org.symbolon.testkit.PlantedValue;

/** Decides the checks on one DICOM object. */
final class DicomJudge implements Judge {
    private static final String NAME = "name";

    private final ExamObject object;
    private final Path original;
    private final Path file;
    private final String outputName;
    private final Mappings mappings;
    private final Set<String> claimed;
    private final PixelJudge pixels;
    private final DicomValues values;

    DicomJudge(
            ExamObject object,
            Path original,
            Path file,
            Path outputName,
            Mappings mappings,
            Set<String> claimed,
            Frames frames)
            throws IOException {
        this.object = object;
        this.original = original;
        this.file = file;
        this.outputName = outputName.toString();
        this.mappings = mappings;
        this.claimed = claimed;
        this.values = DicomValues.read(file);
        this.pixels = new PixelJudge(original, file, frames);
    }

    @Override
    public String found(Check check) throws IOException {
        String value = check.place().equals(NAME) ? outputName : String.join("\n", values.at(check.place()));
        return switch (check.action()) {
            case TAG_RETAINED -> values.has(check.place()) ? PASSED : "it is gone";
            case TEXT_NOT_NULL -> value.isBlank() ? "it has no value" : PASSED;
            case TEXT_RETAINED -> retained(check, value);
            case TEXT_REMOVED -> removed(check, value);
            case DATE_SHIFTED -> shifted(check);
            case UID_CHANGED -> value.contains(check.text()) ? "it is the original" : PASSED;
            case UID_CONSISTENT -> consistent(values.at(check.place()), mappings.uid(check.text()));
            case PATIENT_ID_CONSISTENT ->
                values.at(check.place()).isEmpty()
                        ? "it is gone"
                        : consistent(values.at(check.place()), mappings.patientId(check.text()));
            case PIXELS_HIDDEN -> check.place().startsWith("(") ? overlayHidden(check) : pixels.hidden(check);
            case PIXELS_RETAINED -> check.place().equals("pixels") ? samePixels() : pixels.retained(check);
        };
    }

    private static String retained(Check check, String value) {
        String missing = Words.firstMissing(value, check.text());
        return missing.isEmpty() ? PASSED : "\"" + missing + "\" is gone";
    }

    private String removed(Check check, String value) throws IOException {
        String present = Words.firstPresent(value, check.text());
        if (!present.isEmpty()) {
            return "\"" + present + "\" is still there";
        }
        List<byte[]> sought = PlantedTexts.encodings(check.text()).stream()
                .filter(bytes -> bytes.length >= PlantedValue.MIN_BYTES)
                .toList();
        if (!sought.isEmpty()
                && !check.place().equals(NAME)
                && PlantedTexts.isTelling(check.text())
                && !new ByteStringScanner(sought)
                        .scan(new ByteArrayInputStream(values.dataSet()))
                        .isEmpty()) {
            return "it stands elsewhere in the object";
        }
        return PASSED;
    }

    private String shifted(Check check) {
        List<String> found = values.at(check.place());
        if (!Days.isDate(check.text())) {
            return found.stream().anyMatch(value -> value.contains(check.text())) ? "it is the original" : PASSED;
        }
        if (claimed.contains("retain-longitudinal-modified-dates")) {
            if (found.isEmpty()) {
                return "it is gone";
            }
            int days = mappings.dateShiftDays(object.patientId());
            String moved = Days.moved(check.text(), days);
            return found.contains(moved) && days != 0 ? PASSED : "it is not moved by the patient's days";
        }
        return found.stream().anyMatch(value -> value.contains(check.text())) ? "it is the original" : PASSED;
    }

    private static String consistent(List<String> found, String mapped) {
        if (mapped.isEmpty()) {
            return "the mapping table lacks it";
        }
        return found.isEmpty()
                        || found.stream()
                                .anyMatch(value ->
                                        Arrays.asList(value.split("\\\\")).contains(mapped))
                ? PASSED
                : "it is not what the mapping table has";
    }

    private String overlayHidden(Check check) {
        boolean blank = values.at(check.place()).stream()
                .allMatch(value -> value.chars().allMatch(c -> c == 0 || c == '\n'));
        return blank ? PASSED : "the overlay has its bits";
    }

    private String samePixels() throws IOException {
        byte[] before = DicomValues.read(original).pixelData();
        boolean same = before.length > 0 && Arrays.equals(before, values.pixelData());
        return same
                ? PASSED
                : "Pixel Data " + org.symbolon.dicom.Tag.format(Tags.PixelData) + " of " + file.getFileName()
                        + " differs";
    }
}

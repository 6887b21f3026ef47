package org.symbolon.deidentification.text;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.symbolon.model.visit.VisitRecord;
import org.symbolon.record.ClinicalRecord;
import org.symbolon.record.Place;
import org.symbolon.record.PlaceSyntax;
import org.symbolon.record.PlaceType;
import org.symbolon.record.RecordFormat;
import org.symbolon.record.RecordIdentity;

/** A format of lines {@code TYPE=text} in UTF-8, so that the engine can be tested without the readers of real formats. */
public final class ToyFormat {
    private ToyFormat() {}

    /** Escapes as a careful writer would: backslash and newline. */
    private record Line(boolean allowsEmpty) implements PlaceSyntax {
        @Override
        public byte[] encode(String text) {
            return text.replace("\\", "\\\\").replace("\n", "\\n").getBytes(StandardCharsets.UTF_8);
        }
    }

    public static byte[] write(String... lines) {
        return String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
    }

    public static ClinicalRecord read(byte[] bytes) {
        List<Place> places = new ArrayList<>();
        int offset = 0;
        for (String line : new String(bytes, StandardCharsets.UTF_8).split("\n", -1)) {
            int equals = line.indexOf('=');
            int length = line.getBytes(StandardCharsets.UTF_8).length;
            if (equals > 0) {
                PlaceType type = PlaceType.valueOf(line.substring(0, equals));
                boolean cut = type == PlaceType.REMOVABLE;
                int start = cut ? 0 : equals + 1;
                String text = line.substring(equals + 1).replace("\\n", "\n").replace("\\\\", "\\");
                if (length > start) {
                    places.add(new Place(
                            offset + start,
                            length - start,
                            cut ? "" : text,
                            type,
                            "toy",
                            new Line(type != PlaceType.UNKNOWN && type != PlaceType.LABEL)));
                }
            }
            offset += length + 1;
        }
        return new ClinicalRecord(RecordFormat.HL7_V2, StandardCharsets.UTF_8, identity(places), places, visit(places));
    }

    private static RecordIdentity identity(List<Place> places) {
        List<String> ids = texts(places, PlaceType.PATIENT_IDENTIFIER);
        List<String> born = texts(places, PlaceType.BIRTH_DATE);
        List<String> records = texts(places, PlaceType.RECORD_IDENTIFIER);
        return new RecordIdentity(
                records.isEmpty() ? "" : records.get(0),
                "",
                ids.isEmpty() ? "" : ids.get(0),
                ids.subList(Math.min(1, ids.size()), ids.size()),
                String.join("^", texts(places, PlaceType.PATIENT_NAME)),
                born.isEmpty() ? "" : born.get(0).replace("-", ""),
                "",
                texts(places, PlaceType.ACCESSION_NUMBER),
                texts(places, PlaceType.VISIT_NUMBER),
                texts(places, PlaceType.DICOM_UID));
    }

    private static VisitRecord visit(List<Place> places) {
        String language = places.isEmpty()
                ? ""
                : places.get(0).text().length() == 2 ? places.get(0).text() : "";
        return new VisitRecord(
                "toy", "", "", "", "", "", language, List.of(), List.of(), List.of(), List.of(), List.of(), List.of());
    }

    private static List<String> texts(List<Place> places, PlaceType type) {
        return places.stream()
                .filter(place -> place.type() == type)
                .map(Place::text)
                .toList();
    }
}

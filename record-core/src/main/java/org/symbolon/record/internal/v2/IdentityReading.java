package org.symbolon.record.internal.v2;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.symbolon.record.RecordIdentity;

/** Who a file speaks of: the patient of its first PID. */
final class IdentityReading {
    private static final List<String> RECORD_NUMBER_TYPES = List.of("MR", "PI", "PT", "MRN", "");

    private final List<Segment> segments;
    private final Orders orders;

    IdentityReading(List<Segment> segments, Orders orders) {
        this.segments = segments;
        this.orders = orders;
    }

    RecordIdentity read() {
        Optional<Segment> patient =
                segments.stream().filter(s -> s.name().equals("PID")).findFirst();
        Optional<Value> main = patient.flatMap(IdentityReading::mainIdentifier);
        return new RecordIdentity(
                documentId(),
                main.map(IdentityReading::issuer).orElse(""),
                main.map(value -> value.text(1)).orElse(""),
                patient.map(segment -> others(segment, main)).orElse(List.of()),
                patient.map(IdentityReading::name).orElse(""),
                patient.map(segment -> Dates.isoDate(segment.text(7)).replace("-", ""))
                        .orElse(""),
                patient.map(IdentityReading::sex).orElse(""),
                List.copyOf(orders.accessionNumbers()),
                List.copyOf(orders.visitNumbers()),
                DicomReferences.studies(segments));
    }

    /**
     * Sender, time, kind and control ID of the one message: some senders count their control IDs from 1 again. None of a file
     * with several messages, unless it is a batch file with an ID of its own.
     */
    private String documentId() {
        List<Segment> messages =
                segments.stream().filter(s -> s.name().equals("MSH")).toList();
        Segment header = messages.size() == 1 ? messages.get(0) : segments.get(0);
        int controlId = header.name().equals("MSH") ? 10 : 11;
        if ((messages.size() > 1 && controlId == 10) || header.text(controlId).isEmpty()) {
            return "";
        }
        return Stream.of(3, 4, 7, 9, controlId)
                .map(field ->
                        header.repetitions(field).stream().map(Value::whole).collect(Collectors.joining("~")))
                .collect(Collectors.joining("\n"));
    }

    static Optional<Value> mainIdentifier(Segment patient) {
        List<Value> listed = patient.repetitions(3).stream()
                .filter(value -> !value.text(1).isEmpty())
                .toList();
        for (String type : RECORD_NUMBER_TYPES) {
            Optional<Value> found = listed.stream()
                    .filter(value -> value.text(5).equalsIgnoreCase(type))
                    .findFirst();
            if (found.isPresent()) {
                return found;
            }
        }
        return Stream.of(listed.stream(), patient.repetitions(2).stream(), patient.repetitions(4).stream())
                .flatMap(values -> values)
                .filter(value -> !value.text(1).isEmpty())
                .findFirst();
    }

    private static String issuer(Value identifier) {
        String name = identifier.text(4);
        return name.isEmpty() ? identifier.text(4, 2) : name;
    }

    private static List<String> others(Segment patient, Optional<Value> main) {
        Set<String> others = new LinkedHashSet<>();
        for (int field : new int[] {3, 2, 4, 19, 20}) {
            patient.repetitions(field).forEach(value -> others.add(value.text(1)));
        }
        others.remove("");
        main.ifPresent(value -> others.remove(value.text(1)));
        return List.copyOf(others);
    }

    /** The legal name where one is marked so, as a DICOM person name. */
    private static String name(Segment patient) {
        List<Value> names = patient.repetitions(5).stream()
                .filter(value -> !value.text(1).isEmpty() || !value.text(2).isEmpty())
                .toList();
        return names.stream()
                .filter(value -> value.text(7).equals("L"))
                .findFirst()
                .or(() -> names.stream().findFirst())
                .map(IdentityReading::dicomName)
                .orElse("");
    }

    private static String dicomName(Value name) {
        List<String> parts =
                new ArrayList<>(List.of(name.text(1), name.text(2), name.text(3), name.text(5), name.text(4)));
        while (!parts.isEmpty() && parts.get(parts.size() - 1).isEmpty()) {
            parts.remove(parts.size() - 1);
        }
        return parts.stream()
                .map(part -> part.replace('^', ' ').replace('=', ' '))
                .collect(Collectors.joining("^"));
    }

    static String sex(Segment patient) {
        return switch (patient.text(8).toUpperCase(Locale.ROOT)) {
            case "M", "MALE" -> "M";
            case "F", "FEMALE" -> "F";
            case "O", "A", "OTHER" -> "O";
            default -> "";
        };
    }
}

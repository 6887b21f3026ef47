package org.symbolon.record.internal.v2;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.symbolon.record.RecordIdentity;

/** Who a part of a file speaks of: the patient of its first PID. */
final class IdentityReading {
    private static final List<String> RECORD_NUMBER_TYPES = List.of("MR", "PI", "PT", "MRN", "");

    private final List<Segment> segments;
    private final List<Segment> own;
    private final Orders orders;

    /**
     * @param segments of the whole file, which has one identifier
     * @param own those of the part
     * @param orders of the part
     */
    IdentityReading(List<Segment> segments, List<Segment> own, Orders orders) {
        this.segments = segments;
        this.own = own;
        this.orders = orders;
    }

    RecordIdentity read() {
        Segment patient = first(own, "PID");
        Value main = patient == null ? null : mainIdentifier(patient);
        return new RecordIdentity(
                documentId(),
                main == null ? "" : issuer(main),
                main == null ? "" : main.text(1),
                patient == null ? List.of() : others(patient, main),
                patient == null ? "" : name(patient),
                patient == null ? "" : Dates.isoDate(patient.text(7)).replace("-", ""),
                patient == null ? "" : sex(patient),
                List.copyOf(orders.accessionNumbers()),
                List.copyOf(orders.visitNumbers()),
                DicomReferences.studies(own));
    }

    private static @Nullable Segment first(List<Segment> segments, String name) {
        for (Segment segment : segments) {
            if (segment.name().equals(name)) {
                return segment;
            }
        }
        return null;
    }

    /**
     * Sender, time, kind and control ID of the one message: some senders count their control IDs from 1 again. None of a file
     * with several messages, unless it is a batch file with an ID of its own.
     */
    private String documentId() {
        int messages = 0;
        Segment header = segments.get(0);
        for (Segment segment : segments) {
            if (segment.name().equals("MSH")) {
                messages++;
                header = messages == 1 ? segment : segments.get(0);
            }
        }
        int controlId = header.name().equals("MSH") ? 10 : 11;
        if ((messages > 1 && controlId == 10) || header.text(controlId).isEmpty()) {
            return "";
        }
        StringBuilder id = new StringBuilder();
        for (int field : new int[] {3, 4, 7, 9, controlId}) {
            String separator = "";
            for (Value value : header.repetitions(field)) {
                id.append(separator).append(value.whole());
                separator = "~";
            }
            id.append(field == controlId ? "" : "\n");
        }
        return id.toString();
    }

    static @Nullable Value mainIdentifier(Segment patient) {
        List<Value> listed = patient.repetitions(3);
        for (String type : RECORD_NUMBER_TYPES) {
            for (Value value : listed) {
                if (value.text(5).equalsIgnoreCase(type) && !value.text(1).isEmpty()) {
                    return value;
                }
            }
        }
        for (int field : new int[] {3, 2, 4}) {
            for (Value value : patient.repetitions(field)) {
                if (!value.text(1).isEmpty()) {
                    return value;
                }
            }
        }
        return null;
    }

    static String issuer(Value identifier) {
        String name = identifier.text(4);
        return name.isEmpty() ? identifier.text(4, 2) : name;
    }

    private static List<String> others(Segment patient, @Nullable Value main) {
        Set<String> others = new LinkedHashSet<>();
        for (int field : new int[] {3, 2, 4, 19, 20}) {
            for (Value value : patient.repetitions(field)) {
                others.add(value.text(1));
            }
        }
        others.remove("");
        if (main != null) {
            others.remove(main.text(1));
        }
        return List.copyOf(others);
    }

    /** The legal name where one is marked so, as a DICOM person name. */
    static String name(Segment patient) {
        Value first = null;
        for (Value value : patient.repetitions(5)) {
            if (!value.text(1).isEmpty() || !value.text(2).isEmpty()) {
                if (value.text(7).equals("L")) {
                    return dicomName(value);
                }
                first = first == null ? value : first;
            }
        }
        return first == null ? "" : dicomName(first);
    }

    private static String dicomName(Value name) {
        StringBuilder parts = new StringBuilder();
        int end = 0;
        for (int component : new int[] {1, 2, 3, 5, 4}) {
            String part = name.text(component).replace('^', ' ').replace('=', ' ');
            parts.append(component == 1 ? "" : "^").append(part);
            end = part.isEmpty() ? end : parts.length();
        }
        return parts.substring(0, end);
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

package org.symbolon.record.internal.v2;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.symbolon.model.visit.CodedText;
import org.symbolon.model.visit.Description;
import org.symbolon.model.visit.Description.Kind;
import org.symbolon.model.visit.LaboratoryResult;
import org.symbolon.record.internal.DescriptionKinds;

/**
 * Observations (OBX) and notes (NTE), parted into measured values and texts; texts of one order and heading are put together. Fed
 * in the order of the file; not thread-safe.
 */
final class Observations {
    private static final Set<String> SKIPPED_TYPES =
            Set.of("ED", "RP", "XPN", "PN", "XCN", "CN", "XAD", "AD", "XTN", "TN", "CX");
    private static final Set<String> CODED_TYPES = Set.of("CE", "CWE", "CNE", "CF");
    private static final Set<String> TEXT_TYPES = Set.of("TX", "FT");
    private static final int LONGEST_RESULT = 64;

    private final List<LaboratoryResult> results = new ArrayList<>();
    private final List<CodedText> diagnoses = new ArrayList<>();
    private final Map<Heading, StringBuilder> texts = new LinkedHashMap<>();
    private @Nullable Segment order;
    private int orderNumber;

    /** @param order counts the orders, so that those of one name stay apart */
    private record Heading(int order, Kind kind, String title, String date) {}

    void order(Segment segment) {
        order = segment;
        orderNumber++;
    }

    void add(Segment segment) {
        if (segment.name().equals("NTE")) {
            String note = whole(segment, 3);
            if (!note.isEmpty()) {
                append(new Heading(orderNumber, Kind.OBSERVATIONS, "Note", ""), note);
            }
        } else if (!DicomReferences.holdsUid(segment) && !SKIPPED_TYPES.contains(segment.text(2))) {
            addObservation(segment);
        }
    }

    private void addObservation(Segment segment) {
        String value = value(segment);
        if (value.isEmpty()) {
            return;
        }
        String date = Dates.iso(segment.text(14).isEmpty() && order != null ? order.text(7) : segment.text(14));
        Optional<Kind> kind = kind(segment);
        Optional<CodedText> coded =
                CODED_TYPES.contains(segment.text(2)) ? Codes.diagnosis(segment, 5, "", date) : Optional.empty();
        if (coded.isPresent() && coded.get().system().equals(CodedText.ICD_10)) {
            diagnoses.add(coded.get());
        } else if (isText(segment, value)
                || kind.filter(Kind.BLOOD_TYPE::equals).isPresent()) {
            append(new Heading(orderNumber, kind.orElseGet(this::kindOfOrder), title(segment), date), value);
        } else {
            Codes.preferring(CodedText.LOINC, segment, 3, date)
                    .map(test ->
                            new LaboratoryResult(test, value, unit(segment), whole(segment, 7), segment.text(8), date))
                    .ifPresent(results::add);
        }
    }

    /** Text by its type, by its length, or because it is in a report on images. */
    private boolean isText(Segment segment, String value) {
        return TEXT_TYPES.contains(segment.text(2))
                || value.length() > LONGEST_RESULT
                || value.indexOf('\n') >= 0
                || (segment.text(2).equals("ST") && order != null && Orders.isImaging(order));
    }

    private static String value(Segment segment) {
        return segment.repetitions(5).stream()
                .map(value -> switch (segment.text(2)) {
                    case "CE", "CWE", "CNE", "CF" -> value.text(2).isEmpty() ? value.text(1) : value.text(2);
                    case "SN" -> Stream.of(1, 2, 3, 4).map(value::text).collect(Collectors.joining());
                    default -> value.whole();
                })
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining("\n"));
    }

    private static String unit(Segment segment) {
        String code = segment.text(6);
        return code.isEmpty() ? segment.text(6, 2) : code;
    }

    private static String whole(Segment segment, int field) {
        return segment.repetitions(field).stream()
                .map(Value::whole)
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining("\n"));
    }

    private String title(Segment segment) {
        String own = Codes.words(segment, 3);
        return own.isEmpty() && order != null ? Codes.words(order, 4) : own;
    }

    private static Optional<Kind> kind(Segment segment) {
        return DescriptionKinds.ofLoinc(segment.text(3)).or(() -> DescriptionKinds.ofTitle(segment.text(3, 2)));
    }

    private Kind kindOfOrder() {
        if (order == null) {
            return Kind.OBSERVATIONS;
        }
        Segment known = order;
        return DescriptionKinds.ofLoinc(known.text(4))
                .or(() -> DescriptionKinds.ofTitle(known.text(4, 2)))
                .or(() -> kindOfSection(known))
                .orElse(Kind.OBSERVATIONS);
    }

    private static Optional<Kind> kindOfSection(Segment order) {
        return switch (order.text(24)) {
            case "CT" -> Optional.of(Kind.CT);
            case "US", "RUS", "OUS", "VUS" -> Optional.of(Kind.ULTRASOUND);
            case "RX", "CR", "DX", "DR", "XR" -> Optional.of(Kind.X_RAY);
            case "EC", "ECG", "EKG" -> Optional.of(Kind.ECG);
            default -> Orders.isImaging(order) ? Optional.of(Kind.OTHER_IMAGING) : Optional.empty();
        };
    }

    private void append(Heading heading, String text) {
        StringBuilder whole = texts.computeIfAbsent(heading, unused -> new StringBuilder());
        whole.append(whole.isEmpty() ? "" : "\n").append(text);
    }

    List<LaboratoryResult> results() {
        return results;
    }

    List<CodedText> diagnoses() {
        return diagnoses;
    }

    List<Description> descriptions() {
        return texts.entrySet().stream()
                .map(entry -> new Description(
                        entry.getKey().kind(),
                        entry.getKey().title(),
                        entry.getValue().toString(),
                        entry.getKey().date()))
                .toList();
    }
}

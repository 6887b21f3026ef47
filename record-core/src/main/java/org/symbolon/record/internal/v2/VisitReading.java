package org.symbolon.record.internal.v2;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.symbolon.model.visit.CodedText;
import org.symbolon.model.visit.Description;
import org.symbolon.model.visit.Description.Kind;
import org.symbolon.model.visit.Visit;
import org.symbolon.model.visit.VisitRecord;

/** What a file says: of a batch, all messages of its first patient together under the kind of the first. */
final class VisitReading {
    private static final Set<String> VISIT_ID_TYPES = Set.of("VN", "ZVN", "");
    private static final int UNRANKED = 99;

    private final List<Segment> segments;
    private final Orders orders;
    private final Observations observations = new Observations();
    private final List<RankedDiagnosis> diagnoses = new ArrayList<>();
    private final List<CodedText> procedures = new ArrayList<>();
    private final List<Description> descriptions = new ArrayList<>();
    private final Map<String, Visit> visits = new LinkedHashMap<>();

    VisitReading(List<Segment> segments, Orders orders) {
        this.segments = segments;
        this.orders = orders;
    }

    private record RankedDiagnosis(int rank, CodedText diagnosis) {}

    VisitRecord read() {
        segments.forEach(this::add);
        List<CodedText> allDiagnoses = Stream.concat(
                        diagnoses.stream()
                                .sorted(Comparator.comparingInt(RankedDiagnosis::rank))
                                .map(RankedDiagnosis::diagnosis),
                        observations.diagnoses().stream())
                .toList();
        Segment header = first("MSH").orElseThrow();
        return new VisitRecord(
                kind(header),
                header.text(10),
                first("PID")
                        .map(IdentityReading::mainIdentifier)
                        .map(value -> value.text(1))
                        .orElse(""),
                first("PID").map(IdentityReading::sex).orElse(""),
                first("PID").map(patient -> Dates.isoDate(patient.text(7))).orElse(""),
                date(),
                Hl7V2Reader.language(header),
                List.copyOf(visits.values()),
                List.copyOf(orders.accessionNumbers()),
                allDiagnoses,
                procedures,
                observations.results(),
                Stream.concat(descriptions.stream(), observations.descriptions().stream())
                        .toList());
    }

    private void add(Segment segment) {
        switch (segment.name()) {
            case "PV1" -> addVisit(segment);
            case "PV2" -> describe(Kind.COMPLAINTS, "Admit reason", Codes.words(segment, 3), "");
            case "DG1" -> addDiagnosis(segment);
            case "PRB" ->
                Codes.diagnosis(segment, 3, "", Dates.iso(segment.text(2)))
                        .ifPresent(problem -> diagnoses.add(new RankedDiagnosis(UNRANKED, problem)));
            case "PR1" -> addProcedure(segment, 3, 4, 5);
            case "RXA" -> addProcedure(segment, 5, 0, 3);
            case "AL1" -> describe(Kind.ALLERGIES, Codes.words(segment, 3), reaction(segment), segment.text(6));
            case "OBR" -> addOrder(segment);
            case "OBX", "NTE" -> observations.add(segment);
            default -> {}
        }
    }

    private void addVisit(Segment segment) {
        String number = segment.text(19);
        String previous = segment.repetitions(50).stream()
                .filter(value -> VISIT_ID_TYPES.contains(value.text(5).toUpperCase(Locale.ROOT)))
                .map(value -> value.text(1))
                .findFirst()
                .orElse("");
        String start = Dates.iso(segment.text(44));
        String end = Dates.iso(segment.text(45));
        if (!(number.isEmpty() && previous.isEmpty() && start.isEmpty())) {
            visits.putIfAbsent(number, new Visit(number, previous, start, end, patientClass(segment.text(2))));
        }
    }

    private static String patientClass(String code) {
        return switch (code) {
            case "I" -> "inpatient";
            case "O" -> "outpatient";
            case "E" -> "emergency";
            case "P" -> "preadmit";
            default -> code;
        };
    }

    private void addDiagnosis(Segment segment) {
        Codes.diagnosis(segment, 3, segment.text(2), Dates.iso(segment.text(5)))
                .map(diagnosis -> diagnosis.text().isEmpty()
                        ? new CodedText(diagnosis.system(), diagnosis.code(), segment.text(4), diagnosis.date())
                        : diagnosis)
                .or(() -> Optional.of(segment.text(4))
                        .filter(text -> !text.isEmpty())
                        .map(text -> new CodedText("", "", text, Dates.iso(segment.text(5)))))
                .ifPresent(diagnosis -> diagnoses.add(new RankedDiagnosis(rank(segment.text(15)), diagnosis)));
    }

    /** Priority 1 is the main diagnosis; 0 and anything else say nothing. */
    private static int rank(String priority) {
        return priority.matches("[1-9]|[1-8][0-9]") ? Integer.parseInt(priority) : UNRANKED;
    }

    private void addProcedure(Segment segment, int code, int text, int date) {
        Codes.coded(segment, code, Dates.iso(segment.text(date)))
                .map(procedure -> procedure.text().isEmpty() && text > 0
                        ? new CodedText(procedure.system(), procedure.code(), segment.text(text), procedure.date())
                        : procedure)
                .ifPresent(procedures::add);
    }

    private void addOrder(Segment segment) {
        observations.order(segment);
        String date = segment.text(7);
        if (Orders.isImaging(segment)) {
            Codes.coded(segment, 4, Dates.iso(date)).ifPresent(procedures::add);
        }
        describe(Kind.HISTORY, "Relevant clinical information", Codes.words(segment, 13), date);
        describe(Kind.COMPLAINTS, "Reason for study", Codes.words(segment, 31), date);
    }

    private static String reaction(Segment allergy) {
        String reaction = Codes.words(allergy, 5);
        return reaction.isEmpty() ? Codes.words(allergy, 3) : reaction;
    }

    private void describe(Kind kind, String title, String text, String date) {
        if (!text.isEmpty()) {
            descriptions.add(new Description(kind, title, text, Dates.iso(date)));
        }
    }

    private static String kind(Segment header) {
        String event = header.text(9, 2);
        return event.isEmpty() ? header.text(9) : header.text(9) + "^" + event;
    }

    /** When the visit began, else when the order was done, else when the event or message was. */
    private String date() {
        return Stream.of(
                        first("PV1").map(segment -> segment.text(44)),
                        first("OBR").map(segment -> segment.text(7)),
                        first("EVN").map(segment -> segment.text(6)),
                        first("EVN").map(segment -> segment.text(2)),
                        first("MSH").map(segment -> segment.text(7)))
                .flatMap(Optional::stream)
                .map(Dates::iso)
                .filter(date -> !date.isEmpty())
                .findFirst()
                .orElse("");
    }

    private Optional<Segment> first(String name) {
        return segments.stream().filter(segment -> segment.name().equals(name)).findFirst();
    }
}

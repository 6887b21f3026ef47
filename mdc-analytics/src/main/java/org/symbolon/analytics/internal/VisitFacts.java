package org.symbolon.analytics.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Set;
import java.util.TreeSet;
import org.symbolon.archive.DocumentRecord;
import org.symbolon.model.ErrorCode;
import org.symbolon.model.SymbolonException;
import org.symbolon.model.visit.CodedText;
import org.symbolon.model.visit.LaboratoryResult;
import org.symbolon.model.visit.Visit;
import org.symbolon.model.visit.VisitRecord;

/**
 * What a document, or all documents of a visit together, contribute to the analyses. Merging gives the same whatever the order.
 *
 * @param sex M, F, O; empty where unknown, {@link #CONTRADICTORY} where the documents disagree
 * @param birthDate as much as is known; the earliest
 * @param date of the visit's beginning, else of the earliest document; ISO 8601
 * @param codes ICD-10, canonical
 */
public record VisitFacts(String sex, String birthDate, String date, Set<String> codes, Set<Measurement> measurements) {
    static final String UNKNOWN = "unknown";
    static final String CONTRADICTORY = "?";

    /** More of either is no visit of a patient: the rest is left out. */
    static final int MAX_CODES = 10_000;

    static final int MAX_MEASUREMENTS = 100_000;

    private static final int MAX_TEXT = 120;
    private static final int MAX_UNIT = 32;
    private static final int LAST_BAND = 90;
    private static final ObjectMapper JSON = new ObjectMapper();

    public VisitFacts {
        codes = new TreeSet<>(codes);
        measurements = new TreeSet<>(measurements);
    }

    static VisitFacts none() {
        return new VisitFacts("", "", "", Set.of(), Set.of());
    }

    static VisitFacts of(VisitRecord record) {
        String start = record.visits().stream().findFirst().map(Visit::start).orElse("");
        VisitFacts facts = new VisitFacts(
                record.sex(), record.birthDate(), start.isEmpty() ? record.date() : start, Set.of(), Set.of());
        for (CodedText diagnosis : record.diagnoses()) {
            if (diagnosis.system().equals(CodedText.ICD_10)) {
                Icd10.canonical(diagnosis.code()).ifPresent(facts.codes::add);
            }
        }
        for (LaboratoryResult result : record.laboratoryResults()) {
            result.number().ifPresent(value -> facts.measurements.add(measurement(result, value)));
        }
        return facts;
    }

    private static Measurement measurement(LaboratoryResult result, double value) {
        CodedText test = result.test();
        String name = cut(test.text(), MAX_TEXT);
        String code = test.code().isEmpty() ? name : cut(test.system(), MAX_TEXT) + " " + cut(test.code(), MAX_TEXT);
        // -0.0 and 0.0 are one value, but not one double
        return new Measurement(code, name, cut(result.unit(), MAX_UNIT), cut(result.date(), MAX_UNIT), value + 0.0);
    }

    private static String cut(String text, int length) {
        String stripped = text.strip();
        return stripped.length() <= length ? stripped : stripped.substring(0, length);
    }

    /**
     * Which visit a document speaks of: the first it names, within its organisation; a document without a visit number stands for
     * itself.
     */
    static String visitKey(DocumentRecord document) {
        String number = document.visit().visits().stream()
                .findFirst()
                .map(Visit::number)
                .orElse("");
        return document.organisation()
                + (number.isEmpty() ? "\nd\n" + document.documentId() + "\n" + document.sha256() : "\nv\n" + number);
    }

    VisitFacts with(VisitFacts other) {
        VisitFacts both = new VisitFacts(
                sex(sex, other.sex),
                earliest(birthDate, other.birthDate),
                earliest(date, other.date),
                codes,
                measurements);
        add(both.codes, other.codes, MAX_CODES);
        add(both.measurements, other.measurements, MAX_MEASUREMENTS);
        return both;
    }

    private static <T> void add(Set<T> to, Set<T> from, int limit) {
        for (T each : from) {
            if (to.size() == limit) {
                return;
            }
            to.add(each);
        }
    }

    private static String sex(String one, String other) {
        if (one.isEmpty() || one.equals(other)) {
            return other;
        }
        return other.isEmpty() ? one : CONTRADICTORY;
    }

    private static String earliest(String one, String other) {
        if (one.isEmpty() || other.isEmpty()) {
            return one + other;
        }
        return one.compareTo(other) <= 0 ? one : other;
    }

    String year() {
        return date.matches("[0-9]{4}.*") ? date.substring(0, 4) : UNKNOWN;
    }

    String knownSex() {
        return sex.isEmpty() || sex.equals(CONTRADICTORY) ? UNKNOWN : sex;
    }

    /** Ten years wide, by the age at the visit. */
    String ageBand() {
        if (!date.matches("[0-9]{4}.*") || !birthDate.matches("[0-9]{4}.*")) {
            return UNKNOWN;
        }
        int years = Integer.parseInt(date.substring(0, 4)) - Integer.parseInt(birthDate.substring(0, 4));
        int age = hasDay(date) && hasDay(birthDate) && monthAndDay(date).compareTo(monthAndDay(birthDate)) < 0
                ? years - 1
                : years;
        if (age < 0) {
            return UNKNOWN;
        }
        int from = age / 10 * 10;
        return from >= LAST_BAND ? LAST_BAND + "+" : String.format("%02d-%02d", from, from + 9);
    }

    private static boolean hasDay(String iso) {
        return iso.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}.*");
    }

    private static String monthAndDay(String iso) {
        return iso.substring(5, 10);
    }

    byte[] json() {
        try {
            return JSON.writeValueAsBytes(this);
        } catch (JsonProcessingException e) {
            throw new SymbolonException(ErrorCode.INTERNAL, "What a visit contributes could not be written", e);
        }
    }

    static VisitFacts read(byte[] json, int length) {
        try {
            return JSON.readValue(json, 0, length, VisitFacts.class);
        } catch (IOException e) {
            throw new SymbolonException(ErrorCode.INTERNAL, "What a visit contributes could not be read", e);
        }
    }

    /** Shows nothing of a visit. */
    @Override
    public String toString() {
        return "[visit]";
    }
}

package org.symbolon.record.internal.v2;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.symbolon.model.visit.CodedText;
import org.symbolon.record.internal.CodeSystems;

/** Coded values (CE, CWE, CNE) as {@link CodedText}. */
final class Codes {
    private Codes() {}

    /** The primary coding of the field's first repetition; empty where there is neither code nor text. */
    static Optional<CodedText> coded(Segment segment, int field, String date) {
        return codings(segment, field, date).findFirst();
    }

    /** The coding in the system that is wanted, else the first. */
    static Optional<CodedText> preferring(String system, Segment segment, int field, String date) {
        List<CodedText> codings = codings(segment, field, date).toList();
        return codings.stream()
                .filter(coded -> coded.system().equals(system))
                .findFirst()
                .or(() -> codings.stream().findFirst());
    }

    /** A diagnosis: in ICD-10 where one of its codings is. */
    static Optional<CodedText> diagnosis(Segment segment, int field, String method, String date) {
        return preferring(CodedText.ICD_10, segment, field, date).map(coded -> {
            String system = coded.system().isEmpty() ? CodeSystems.normal(method) : coded.system();
            boolean unnamed = system.isEmpty() && CodeSystems.looksLikeIcd10(coded.code());
            return new CodedText(unnamed ? CodedText.ICD_10 : system, coded.code(), coded.text(), date);
        });
    }

    private static Stream<CodedText> codings(Segment segment, int field, String date) {
        return segment.repetitions(field).stream()
                .limit(1)
                .flatMap(value -> Stream.of(coding(value, 1, date), coding(value, 4, date)))
                .filter(coded -> !(coded.code().isEmpty() && coded.text().isEmpty()));
    }

    private static CodedText coding(Value value, int first, String date) {
        String text = value.text(first + 1);
        return new CodedText(
                CodeSystems.normal(value.text(first + 2)),
                value.text(first),
                text.isEmpty() && first == 1 ? value.text(9) : text,
                date);
    }

    /** What a field says in words: of each repetition the text of a code, else the code or text itself. */
    static String words(Segment segment, int field) {
        return segment.repetitions(field).stream()
                .map(value -> value.text(2).isEmpty() ? value.text(1) : value.text(2))
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining("\n"));
    }
}

package org.symbolon.testkit.score;

import java.nio.charset.Charset;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Decides the checks on one textual record: texts are sought anywhere in it. */
final class RecordJudge implements Judge {
    private final ExamObject object;
    private final String text;
    private final Mappings mappings;
    private final Set<String> claimed;
    private final String retained;

    /** @param checks all of the object: a word that must stay in one place is not sought for another place's sake */
    RecordJudge(ExamObject object, byte[] content, List<Check> checks, Mappings mappings, Set<String> claimed) {
        this.retained = checks.stream()
                .filter(check -> check.action() == ScoreAction.TEXT_RETAINED)
                .map(Check::text)
                .collect(Collectors.joining("\n"));
        this.object = object;
        this.text = new String(content, Charset.forName(object.charset()));
        this.mappings = mappings;
        this.claimed = claimed;
    }

    @Override
    public String found(Check check) {
        return switch (check.action()) {
            case TAG_RETAINED, TEXT_NOT_NULL, TEXT_RETAINED -> {
                String missing = Words.firstMissing(text, check.text());
                yield missing.isEmpty() ? PASSED : "\"" + missing + "\" is gone";
            }
            case TEXT_REMOVED -> {
                String present = Words.of(check.text()).stream()
                        .filter(word -> word.length() >= Words.LONG)
                        .filter(word -> Words.has(text, word) && !Words.has(retained, word))
                        .findFirst()
                        .orElse(text.contains(check.text()) ? check.text() : "");
                yield present.isEmpty() ? PASSED : "\"" + present + "\" is still there";
            }
            case DATE_SHIFTED -> shifted(check);
            case UID_CHANGED -> text.contains(check.text()) ? "it is the original" : PASSED;
            case UID_CONSISTENT -> mapped(mappings.uid(check.text()));
            case PATIENT_ID_CONSISTENT -> mapped(mappings.patientId(check.text()));
            case PIXELS_HIDDEN, PIXELS_RETAINED -> throw new IllegalArgumentException("A textual record has no pixels");
        };
    }

    private String shifted(Check check) {
        if (text.contains(check.text())) {
            return "it is the original";
        }
        boolean moves = claimed.contains("retain-longitudinal-modified-dates")
                && check.text().matches("\\d{8}");
        if (!moves) {
            return PASSED;
        }
        String moved = Days.moved(check.text(), mappings.dateShiftDays(object.patientId()));
        return text.contains(moved) ? PASSED : "it is not moved by the patient's days";
    }

    private String mapped(String mapped) {
        if (mapped.isEmpty()) {
            return "the mapping table lacks it";
        }
        return text.contains(mapped) ? PASSED : "it is not what the mapping table has";
    }
}

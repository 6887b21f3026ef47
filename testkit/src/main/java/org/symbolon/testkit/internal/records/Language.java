package org.symbolon.testkit.internal.records;

import org.symbolon.testkit.internal.people.Clinic;

/** What a clinic writes in. */
enum Language {
    LITHUANIAN("lt", "lt-LT", "%1$s-%2$s-%3$s"),
    POLISH("pl", "pl-PL", "%3$s.%2$s.%1$s"),
    ENGLISH("en", "en-GB", "%3$s/%2$s/%1$s");

    private final String code;
    private final String tag;
    private final String dateForm;

    Language(String code, String tag, String dateForm) {
        this.code = code;
        this.tag = tag;
        this.dateForm = dateForm;
    }

    /** ISO 639-1. */
    String code() {
        return code;
    }

    /** BCP 47. */
    String tag() {
        return tag;
    }

    /** A date YYYYMMDD as people write it in a sentence. */
    String written(String date) {
        return String.format(dateForm, date.substring(0, 4), date.substring(4, 6), date.substring(6, 8));
    }

    static Language of(Clinic clinic) {
        return switch (clinic.folder()) {
            case "gabriel" -> LITHUANIAN;
            case "brzozowa" -> POLISH;
            default -> ENGLISH;
        };
    }
}

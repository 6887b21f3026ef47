package org.symbolon.deidentification.cleaning;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/** What stands where identity stood. The words are stable; a text that holds them is not cleaned of them. */
public enum Placeholder {
    /** A person. */
    NAME("[name]"),
    /** An identifier of whatever kind. */
    NUMBER("[number]"),
    /** A place where somebody lives or lies. */
    ADDRESS("[address]"),
    /** A telephone number, e-mail address or URL. */
    CONTACT("[contact]"),
    /** A hospital, insurer or employer. */
    ORGANISATION("[organisation]"),
    /** A date that cannot be moved. */
    DATE("[date]"),
    /** An age above the highest that may be told. */
    AGE("[age]"),
    /** Several kinds in one. */
    REMOVED("[removed]");

    private static final Set<String> TEXTS =
            Arrays.stream(values()).map(Placeholder::text).collect(Collectors.toUnmodifiableSet());

    private final String text;

    Placeholder(String text) {
        this.text = text;
    }

    /** As it is written. */
    public String text() {
        return text;
    }

    /** All of them, as they are written. */
    public static Set<String> texts() {
        return TEXTS;
    }
}

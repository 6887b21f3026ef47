package org.symbolon.deidentification.text.internal;

/** What stands where identity stood. The words are stable. */
enum Placeholder {
    NAME("[name]"),
    NUMBER("[number]"),
    ADDRESS("[address]"),
    CONTACT("[contact]"),
    ORGANISATION("[organisation]"),
    DATE("[date]"),
    REMOVED("[removed]");

    private final String text;

    Placeholder(String text) {
        this.text = text;
    }

    String text() {
        return text;
    }
}

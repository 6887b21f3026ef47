package org.symbolon.anonymizer.audit;

import java.util.regex.Pattern;

/** What the form of a value suggests, whatever attribute it stands in. */
enum Looks {
    E_MAIL("looks like an e-mail address", 40, "[\\p{L}\\p{N}._%+-]+@[\\p{L}\\p{N}.-]+\\.\\p{L}{2,}"),
    URL("looks like a URL", 20, "\\b(?:https?|ftp)://\\S+"),
    PHONE("looks like a telephone number", 30, "(?<![\\d.])\\+\\d{1,3}[ (-]?\\d[\\d ()/-]{5,}\\d"),
    DATE(
            "looks like a date",
            15,
            "(?<!\\d)(?:(?:19|20)\\d\\d([-./]?)(?:0[1-9]|1[0-2])\\1(?:0[1-9]|[12]\\d|3[01])|(?:0?[1-9]|[12]\\d|3[01])[./](?:0?[1-9]|1[0-2])[./](?:19|20)\\d\\d)(?!\\d)"),
    NUMBER("holds a long number", 15, "(?<![\\d.])\\d(?:[ -]?\\d){5,}(?![\\d.])"),
    TITLE("holds a title as names have", 30, "(?i)(?<!\\p{L})(?:dr|prof|mrs?|ms|gyd|lek|pan[ia]?)\\.? +\\p{Lu}\\p{L}+"),
    NAME("looks like a name", 25, "\\p{Lu}[\\p{L}'-]+(?:\\^|, ?| )\\p{Lu}[\\p{L}'-]+|\\p{L}{2,}\\^\\p{L}+");

    private final String reason;
    private final int weight;
    private final Pattern pattern;

    Looks(String reason, int weight, String pattern) {
        this.reason = reason;
        this.weight = weight;
        this.pattern = Pattern.compile(pattern);
    }

    boolean in(String value) {
        return pattern.matcher(value).find();
    }

    String reason() {
        return reason;
    }

    int weight() {
        return weight;
    }
}

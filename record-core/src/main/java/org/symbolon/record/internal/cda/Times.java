package org.symbolon.record.internal.cda;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.symbolon.record.internal.xml.XmlElement;

/** Points in time (TS: YYYYMMDDHHMMSS.UUUU[+|-ZZZZ]) and intervals of them, turned into ISO 8601 local times. */
final class Times {
    private static final Pattern TS = Pattern.compile(
            "([0-9]{4})(?:-?([0-9]{2})(?:-?([0-9]{2})(?:T?([0-9]{2}):?([0-9]{2})(?::?([0-9]{2}))?)?)?)?(?:[^0-9].*)?");

    private Times() {}

    /** ISO 8601 date or local date and time, as exact as the value is; empty where it is no time. */
    static String iso(String value) {
        Matcher ts = TS.matcher(value.strip());
        if (!ts.matches()) {
            return "";
        }
        StringBuilder iso = new StringBuilder(ts.group(1));
        append(iso, "-", ts.group(2));
        append(iso, "-", ts.group(3));
        append(iso, "T", ts.group(4));
        append(iso, ":", ts.group(5));
        append(iso, ":", ts.group(6));
        return iso.toString();
    }

    private static void append(StringBuilder iso, String mark, @Nullable String part) {
        if (part != null) {
            iso.append(mark).append(part);
        }
    }

    /** YYYYMMDD, or as much of it as is known. */
    static String digits(String value) {
        String iso = iso(value);
        return iso.substring(0, Math.min(iso.length(), 10)).replace("-", "");
    }

    /** When it began, or happened: the time itself, or the low end of its interval, or its centre. */
    static String start(XmlElement act) {
        return of(act, "low").or(() -> of(act, "center")).orElse("");
    }

    /** The high end of the interval; empty for a point in time. */
    static String end(XmlElement act) {
        return of(act, "high").filter(end -> !end.equals(start(act))).orElse("");
    }

    private static Optional<String> of(XmlElement act, String part) {
        for (String name : new String[] {"effectiveTime", "time"}) {
            for (XmlElement time : act.elements(name)) {
                String value = time.attribute("value");
                String text = value.isEmpty() ? Elements.attribute(time, "value", part) : value;
                if (!iso(text).isEmpty()) {
                    return Optional.of(iso(text));
                }
            }
        }
        return Optional.empty();
    }
}

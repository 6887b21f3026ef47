package org.symbolon.dicomweb.internal;

import org.symbolon.dicom.Vr;

/**
 * A date, time or date and time, or a range of them (PS3.4 C.2.2.2.5). Values are compared as far as the bound goes: a bound
 * of {@code 2024} as a DT spans the year.
 */
record TemporalRange(String from, String to) {
    static boolean isRange(String value, Vr vr) {
        return rangeSign(value, vr) >= 0;
    }

    static TemporalRange of(String value, Vr vr) {
        int sign = rangeSign(value, vr);
        return sign < 0
                ? new TemporalRange(plain(value), plain(value))
                : new TemporalRange(plain(value.substring(0, sign)), plain(value.substring(sign + 1)));
    }

    boolean contains(String value) {
        String plain = plain(value);
        return !plain.isEmpty() && atLeast(plain) && atMost(plain);
    }

    private boolean atLeast(String value) {
        int common = Math.min(from.length(), value.length());
        return value.substring(0, common).compareTo(from.substring(0, common)) >= 0;
    }

    private boolean atMost(String value) {
        int common = Math.min(to.length(), value.length());
        return value.substring(0, common).compareTo(to.substring(0, common)) <= 0;
    }

    /** The hyphen between two values; not the one of a DT's offset from UTC (PS3.5 6.2), nor those of an ISO date. */
    private static int rangeSign(String value, Vr vr) {
        if (vr == Vr.DA && value.matches("\\d{4}-\\d\\d-\\d\\d")) {
            return -1;
        }
        if (vr != Vr.DT) {
            return value.indexOf('-');
        }
        for (int at = value.indexOf('-'); at >= 0; at = value.indexOf('-', at + 1)) {
            boolean offset = value.substring(at + 1).matches("(0\\d|1[0-4])[0-5]\\d(-.*)?") && at > 0;
            if (!offset || at + 1 == value.length()) {
                return at;
            }
        }
        return -1;
    }

    private static String plain(String value) {
        String trimmed = value.strip();
        int zone = Math.max(trimmed.indexOf('+'), trimmed.indexOf('-', 5));
        boolean isoDate = trimmed.matches("\\d{4}-\\d\\d-\\d\\d");
        String local = zone > 0 && !isoDate ? trimmed.substring(0, zone) : trimmed;
        return local.replace("-", "").replace(":", "");
    }
}

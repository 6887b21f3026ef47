package org.symbolon.dicomweb.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.symbolon.dicom.DataSet;
import org.symbolon.dicom.Tags;
import org.symbolon.dicom.Vr;
import org.symbolon.dicomweb.AttributeMatch;
import org.symbolon.dicomweb.QidoQuery;

/**
 * Attribute matching of PS3.4 C.2.2.2: single value, list of UID, universal, wild card, range, and sequence matching.
 * Person names match without regard to case and component delimiters at the end (PS3.4 C.2.2.2.1.1 allows it).
 */
public final class ValueMatch {
    private ValueMatch() {}

    public static boolean matchesPath(QidoQuery query, DataSet candidate) {
        return matchesUid(query.studyInstanceUid(), candidate, Tags.StudyInstanceUID)
                && matchesUid(query.seriesInstanceUid(), candidate, Tags.SeriesInstanceUID);
    }

    public static boolean matches(AttributeMatch match, DataSet candidate) {
        if (isUniversal(match.value())) {
            return true;
        }
        return anyItem(match, candidate, 0);
    }

    /** See {@link QidoQuery#exactValues}. */
    public static List<String> exactValues(QidoQuery query, int tag) {
        String fromPath = tag == Tags.StudyInstanceUID
                ? query.studyInstanceUid()
                : tag == Tags.SeriesInstanceUID ? query.seriesInstanceUid() : null;
        if (fromPath != null) {
            return List.of(fromPath);
        }
        for (AttributeMatch match : query.matches()) {
            if (match.path().size() == 1 && match.tag() == tag && isExact(match)) {
                return match.vr() == Vr.UI ? uids(match.value()) : List.of(match.value());
            }
        }
        return List.of();
    }

    private static boolean matchesUid(@Nullable String uid, DataSet candidate, int tag) {
        return uid == null || candidate.string(tag).equals(uid);
    }

    private static boolean isUniversal(String value) {
        return value.chars().allMatch(c -> c == '*');
    }

    private static boolean isExact(AttributeMatch match) {
        return !isUniversal(match.value()) && !hasWildcard(match) && !isRange(match) && match.vr() != Vr.PN;
    }

    private static boolean hasWildcard(AttributeMatch match) {
        boolean allowed = match.vr().isText() && match.vr() != Vr.UI && !isTemporal(match.vr());
        return allowed && (match.value().indexOf('*') >= 0 || match.value().indexOf('?') >= 0);
    }

    private static boolean isTemporal(Vr vr) {
        return vr == Vr.DA || vr == Vr.TM || vr == Vr.DT;
    }

    private static boolean isRange(AttributeMatch match) {
        return isTemporal(match.vr()) && TemporalRange.isRange(match.value(), match.vr());
    }

    private static boolean anyItem(AttributeMatch match, DataSet level, int depth) {
        int tag = match.path().get(depth);
        if (depth == match.path().size() - 1) {
            return anyValue(match, level.strings(tag));
        }
        return level.sequence(tag).stream().anyMatch(item -> anyItem(match, item, depth + 1));
    }

    private static boolean anyValue(AttributeMatch match, List<String> values) {
        if (match.vr() == Vr.UI) {
            return values.stream().anyMatch(uids(match.value())::contains);
        }
        if (isTemporal(match.vr())) {
            TemporalRange range = TemporalRange.of(match.value(), match.vr());
            return values.stream().anyMatch(range::contains);
        }
        if (match.vr() == Vr.PN) {
            return values.stream().anyMatch(value -> wildcard(personName(match.value()), personName(value)));
        }
        if (hasWildcard(match)) {
            return values.stream().anyMatch(value -> wildcard(match.value(), value));
        }
        return values.stream().anyMatch(value -> sameValue(match, value));
    }

    private static boolean sameValue(AttributeMatch match, String value) {
        if (value.equals(match.value())) {
            return true;
        }
        boolean number = switch (match.vr()) {
            case IS, DS, US, SS, UL, SL, FL, FD, UV, SV -> true;
            default -> false;
        };
        return number && sameNumber(match.value(), value);
    }

    private static boolean sameNumber(String a, String b) {
        try {
            return Double.parseDouble(a) == Double.parseDouble(b);
        } catch (NumberFormatException e) {
            return false;
        }
    }

    private static String personName(String value) {
        int end = value.length();
        while (end > 0
                && (value.charAt(end - 1) == '^' || value.charAt(end - 1) == '=' || value.charAt(end - 1) == ' ')) {
            end--;
        }
        return value.substring(0, end).toUpperCase(Locale.ROOT);
    }

    private static List<String> uids(String value) {
        List<String> uids = new ArrayList<>();
        for (String uid : value.split("[,\\\\]")) {
            if (!uid.isBlank()) {
                uids.add(uid.strip());
            }
        }
        return uids;
    }

    /** Without backtracking over more than one star, so that no pattern takes more than pattern x value steps. */
    static boolean wildcard(String pattern, String text) {
        int p = 0;
        int t = 0;
        int star = -1;
        int resume = 0;
        while (t < text.length()) {
            char expected = p < pattern.length() ? pattern.charAt(p) : 0;
            if (p < pattern.length() && expected == '*') {
                star = p++;
                resume = t;
            } else if (p < pattern.length() && (expected == '?' || expected == text.charAt(t))) {
                p++;
                t++;
            } else if (star >= 0) {
                p = star + 1;
                t = ++resume;
            } else {
                return false;
            }
        }
        while (p < pattern.length() && pattern.charAt(p) == '*') {
            p++;
        }
        return p == pattern.length();
    }
}

package org.symbolon.dicom.internal.charset;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The defined terms of PS3.3 tables C.12-2 to C.12-5, and how they are misspelt. */
public final class Terms {
    private static final Pattern REGISTERED = Pattern.compile("ISO[ _-]?(2022[ _-]?)?(?:IR[ _-]?)?(\\d{1,3})");
    private static final Pattern ISO_8859 = Pattern.compile("ISO[ _-]?8859[ _-](\\d{1,2})");
    private static final int MAX_TERM_CHARACTERS = 64;

    /** Sets that take no part in code extensions: alone in (0008,0005) they mean this charset. */
    private static final Map<String, Charset> ALONE = Map.ofEntries(
            Map.entry("ISO_IR 6", StandardCharsets.ISO_8859_1),
            Map.entry("ISO_IR 100", StandardCharsets.ISO_8859_1),
            Map.entry("ISO_IR 101", Charset.forName("ISO-8859-2")),
            Map.entry("ISO_IR 109", Charset.forName("ISO-8859-3")),
            Map.entry("ISO_IR 110", Charset.forName("ISO-8859-4")),
            Map.entry("ISO_IR 144", Charset.forName("ISO-8859-5")),
            Map.entry("ISO_IR 127", Charset.forName("ISO-8859-6")),
            Map.entry("ISO_IR 126", Charset.forName("ISO-8859-7")),
            Map.entry("ISO_IR 138", Charset.forName("ISO-8859-8")),
            Map.entry("ISO_IR 148", Charset.forName("ISO-8859-9")),
            Map.entry("ISO_IR 203", Charset.forName("ISO-8859-15")),
            Map.entry("ISO_IR 166", Charset.forName("TIS-620")),
            Map.entry("ISO_IR 192", StandardCharsets.UTF_8),
            Map.entry("GB18030", Charset.forName("GB18030")),
            Map.entry("GBK", Charset.forName("x-mswin-936")));

    private static final Map<String, String> BY_NUMBER_OF_8859 = Map.ofEntries(
            Map.entry("1", "ISO_IR 100"),
            Map.entry("2", "ISO_IR 101"),
            Map.entry("3", "ISO_IR 109"),
            Map.entry("4", "ISO_IR 110"),
            Map.entry("5", "ISO_IR 144"),
            Map.entry("6", "ISO_IR 127"),
            Map.entry("7", "ISO_IR 126"),
            Map.entry("8", "ISO_IR 138"),
            Map.entry("9", "ISO_IR 148"),
            Map.entry("11", "ISO_IR 166"),
            Map.entry("15", "ISO_IR 203"));

    private static final Map<String, String> OTHER_NAMES = Map.of(
            "UTF-8", "ISO_IR 192",
            "UTF8", "ISO_IR 192",
            "ISO 2022 GBK", "GBK",
            "ISO 2022 GB18030", "GB18030",
            "LATIN1", "ISO_IR 100",
            "US-ASCII", "ISO_IR 6",
            "ASCII", "ISO_IR 6",
            "SHIFT_JIS", "ISO_IR 13");

    private Terms() {}

    /** The term in its regular spelling; in capitals if it is none. */
    public static String regular(String term) {
        String capitals = term.strip().toUpperCase(Locale.ROOT);
        if (capitals.length() > MAX_TERM_CHARACTERS || ALONE.containsKey(capitals)) {
            return capitals;
        }
        String other = OTHER_NAMES.get(capitals);
        if (other != null) {
            return other;
        }
        Matcher iso8859 = ISO_8859.matcher(capitals);
        if (iso8859.matches()) {
            return BY_NUMBER_OF_8859.getOrDefault(iso8859.group(1), capitals);
        }
        Matcher registered = REGISTERED.matcher(capitals);
        if (!registered.matches()) {
            return capitals;
        }
        return (registered.group(1) == null ? "ISO_IR " : "ISO 2022 IR ") + registered.group(2);
    }

    /** Whether the standard defines the term, which is in its regular spelling. */
    public static boolean isDefined(String term) {
        return ALONE.containsKey(term) || term.equals("ISO_IR 13") || CodeExtension.isDefined(term);
    }

    /** Whether the term excludes any other beside it (PS3.3 C.12.1.1.2). */
    public static boolean isMultiByteAlone(String term) {
        return term.equals("ISO_IR 192") || term.equals("GB18030") || term.equals("GBK");
    }

    /** The charset of a term that stands alone; null if it has none or is one of code extensions. */
    static @Nullable Charset charset(String term) {
        return ALONE.get(term);
    }

    /** What a term without code extensions is called when it takes part in one. */
    static String extended(String term) {
        if (term.isEmpty()) {
            return "ISO 2022 IR 6";
        }
        return term.startsWith("ISO_IR ") ? "ISO 2022 IR " + term.substring("ISO_IR ".length()) : term;
    }
}

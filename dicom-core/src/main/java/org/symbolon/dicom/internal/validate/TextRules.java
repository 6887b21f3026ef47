package org.symbolon.dicom.internal.validate;

import java.util.EnumMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.symbolon.dicom.Vr;

/** What one value of a textual VR must look like (PS3.5 table 6.2-1). */
enum TextRules {
    AE(Vr.AE, 16, "[ -\\[\\]-~]*", "AE is at most 16 characters of the default repertoire"),
    AS(Vr.AS, 4, "\\d{3}[DWMY]", "AS is three digits and D, W, M or Y"),
    CS(Vr.CS, 16, "[A-Z0-9 _]*", "CS is at most 16 upper case letters, digits, spaces and underscores"),
    DA(Vr.DA, 8, "\\d{4}(0[1-9]|1[0-2])(0[1-9]|[12]\\d|3[01])", "DA is YYYYMMDD"),
    DS(Vr.DS, 16, " *[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)? *", "DS is a decimal number of at most 16 characters"),
    DT(
            Vr.DT,
            26,
            "\\d{4}((0[1-9]|1[0-2])((0[1-9]|[12]\\d|3[01])(([01]\\d|2[0-3])([0-5]\\d(([0-5]\\d|60)(\\.\\d{1,6})?)?)?)?)?)?"
                    + "([+-](0\\d|1[0-4])[0-5]\\d)? *",
            "DT is YYYYMMDDHHMMSS.FFFFFF&ZZXX"),
    IS(Vr.IS, 12, " *[+-]?\\d{1,11} *", "IS is a whole number of at most 12 characters"),
    LO(Vr.LO, 64, "[^\\p{Cntrl}]*", "LO is at most 64 characters without control characters"),
    LT(Vr.LT, 10240, "[^\\p{Cntrl}\\r\\n\\f\\t]*", "LT is at most 10240 characters"),
    SH(Vr.SH, 16, "[^\\p{Cntrl}]*", "SH is at most 16 characters without control characters"),
    ST(Vr.ST, 1024, "[^\\p{Cntrl}\\r\\n\\f\\t]*", "ST is at most 1024 characters"),
    TM(Vr.TM, 16, "([01]\\d|2[0-3])([0-5]\\d(([0-5]\\d|60)(\\.\\d{1,6})?)?)? *", "TM is HHMMSS.FFFFFF"),
    UI(Vr.UI, 64, "(0|[1-9]\\d*)(\\.(0|[1-9]\\d*))*", "UI is a UID of at most 64 characters (PS3.5 9.1)"),
    UR(Vr.UR, Integer.MAX_VALUE, "[!-~]* *", "UR is a URI of the default repertoire");

    private static final Map<Vr, TextRules> BY_VR = new EnumMap<>(Vr.class);

    static {
        for (TextRules rules : values()) {
            BY_VR.put(rules.vr, rules);
        }
    }

    private final Vr vr;
    private final int maxCharacters;
    private final Pattern format;
    private final String rule;

    TextRules(Vr vr, int maxCharacters, String format, String rule) {
        this.vr = vr;
        this.maxCharacters = maxCharacters;
        this.format = Pattern.compile(format.replace("[^\\p{Cntrl}\\r\\n\\f\\t]", "[^\\p{Cntrl}&&[^\\r\\n\\f\\t]]"));
        this.rule = rule + " (PS3.5 6.2)";
    }

    static @Nullable TextRules of(Vr vr) {
        return BY_VR.get(vr);
    }

    /** The rule that the value breaks, null if none; an empty value breaks none. */
    @Nullable
    String broken(String value) {
        boolean right = value.isEmpty()
                || (value.codePointCount(0, value.length()) <= maxCharacters
                        && format.matcher(value).matches());
        return right ? null : rule;
    }
}

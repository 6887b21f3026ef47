package org.symbolon.agent.internal.parting;

import org.symbolon.dicom.DicomFormatException;
import org.symbolon.dicom.Tag;
import org.symbolon.model.ErrorCode;
import org.symbolon.model.SymbolonException;

/** Why a file is not archived: a code, the rule that was broken, and where; never a value. */
public record Rejection(ErrorCode code, String rule, String tag, long offset) {
    private static final int MAX_RULE_CHARACTERS = 500;

    public Rejection {
        rule = rule.length() > MAX_RULE_CHARACTERS ? rule.substring(0, MAX_RULE_CHARACTERS) : rule;
    }

    public static Rejection of(ErrorCode code, String rule) {
        return new Rejection(code, rule, "", -1);
    }

    static Rejection of(SymbolonException e) {
        String rule = String.valueOf(e.getMessage());
        return e.getCause() instanceof DicomFormatException format
                ? new Rejection(e.code(), rule, tag(format), format.offset())
                : of(e.code(), rule);
    }

    private static String tag(DicomFormatException e) {
        return e.tag() == -1 ? "" : Tag.format(e.tag());
    }
}

package org.symbolon.dicom.net.internal;

import java.util.Map;
import org.symbolon.dicom.net.StatusCategory;

/** The words of the standard for status codes (PS3.7 annex C; PS3.4 tables B.2-1, C.4-1 to C.4-3). */
public final class StatusMeanings {
    /** Codes that mean one thing in every service. */
    private static final Map<Integer, String> EXACT = Map.ofEntries(
            Map.entry(0x0000, "Success"),
            Map.entry(0x0001, "Warning: requested optional attributes are not supported"),
            Map.entry(0x0105, "No such attribute"),
            Map.entry(0x0106, "Invalid attribute value"),
            Map.entry(0x0107, "Warning: attribute list error"),
            Map.entry(0x0110, "Processing failure"),
            Map.entry(0x0111, "Duplicate SOP instance"),
            Map.entry(0x0112, "No such SOP instance"),
            Map.entry(0x0113, "No such event type"),
            Map.entry(0x0114, "No such argument"),
            Map.entry(0x0115, "Invalid argument value"),
            Map.entry(0x0116, "Warning: attribute value out of range"),
            Map.entry(0x0117, "Invalid SOP instance"),
            Map.entry(0x0118, "No such SOP class"),
            Map.entry(0x0119, "Class-instance conflict"),
            Map.entry(0x0120, "Missing attribute"),
            Map.entry(0x0121, "Missing attribute value"),
            Map.entry(0x0122, "Refused: SOP class not supported"),
            Map.entry(0x0123, "No such action"),
            Map.entry(0x0124, "Refused: not authorised"),
            Map.entry(0x0131, "Duplicate transaction UID"),
            Map.entry(0x0210, "Duplicate invocation"),
            Map.entry(0x0211, "Unrecognised operation"),
            Map.entry(0x0212, "Mistyped argument"),
            Map.entry(0x0213, "Resource limitation"),
            Map.entry(0xA701, "Refused: out of resources, unable to count matches"),
            Map.entry(0xA702, "Refused: out of resources, unable to perform sub-operations"),
            Map.entry(0xA801, "Refused: move destination unknown"),
            Map.entry(0xB000, "Warning: coercion of data elements, or sub-operations complete with failures"),
            Map.entry(0xB006, "Warning: elements discarded"),
            Map.entry(0xB007, "Warning: data set does not match SOP class"),
            Map.entry(0xFE00, "Cancelled"),
            Map.entry(0xFF00, "Pending"),
            Map.entry(0xFF01, "Pending: optional keys are not supported"));

    private static final int RANGE = 0xFF00;
    private static final int CLASS = 0xF000;

    private StatusMeanings() {}

    public static String of(int status) {
        String exact = EXACT.get(status);
        if (exact != null) {
            return exact;
        }
        return switch (status & RANGE) {
            case 0xA700 -> "Refused: out of resources";
            case 0xA900 -> "Error: data set does not match SOP class";
            default -> (status & CLASS) == 0xC000 ? "Error: cannot understand, or unable to process" : general(status);
        };
    }

    private static String general(int status) {
        return StatusCategory.of(status) == StatusCategory.WARNING ? "Warning" : "Failure";
    }
}

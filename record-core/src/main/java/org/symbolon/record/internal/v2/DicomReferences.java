package org.symbolon.record.internal.v2;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Where messages name DICOM objects: IPC-3, the ZDS segment of IHE Radiology, observations with a UID's code, and the free fields
 * of an imaging order (OBR-19 to 21).
 */
final class DicomReferences {
    private static final String STUDY_CODE = "110180";
    private static final Set<String> UID_CODES = Set.of(STUDY_CODE, "112002", "113014");
    private static final Pattern UID = Pattern.compile("[0-2](\\.(0|[1-9][0-9]*))+");
    private static final int MAX_UID = 64;

    private DicomReferences() {}

    static boolean isUid(String text) {
        return text.length() <= MAX_UID && UID.matcher(text).matches();
    }

    /** A Z segment, but one that IHE defines. */
    static boolean isStudyReference(Segment segment) {
        return segment.name().equals("ZDS") && segment.text(1, 4).equals("DICOM") && segment.fieldCount() == 1;
    }

    static boolean holdsUid(Segment observation) {
        return UID_CODES.contains(observation.text(3));
    }

    /** Whether a field of a segment may hold a UID though the standard does not say so. */
    static boolean mayHoldUid(String segment, int field) {
        return segment.equals("OBR") && field >= 19 && field <= 21;
    }

    static List<String> studies(List<Segment> segments) {
        Set<String> studies = new TreeSet<>();
        for (Segment segment : segments) {
            String uid = switch (segment.name()) {
                case "IPC" -> segment.text(3);
                case "ZDS" -> isStudyReference(segment) ? segment.text(1) : "";
                case "OBR" -> Orders.isImaging(segment) ? segment.text(19) : "";
                case "OBX" -> segment.text(3).equals(STUDY_CODE) ? segment.text(5) : "";
                default -> "";
            };
            if (isUid(uid)) {
                studies.add(uid);
            }
        }
        return List.copyOf(studies);
    }
}

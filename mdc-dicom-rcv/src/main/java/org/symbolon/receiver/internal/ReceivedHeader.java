package org.symbolon.receiver.internal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.symbolon.archive.InstanceHeader;
import org.symbolon.dicom.CharacterSets;
import org.symbolon.dicom.Tags;
import org.symbolon.dicom.Vr;
import org.symbolon.model.ErrorCode;
import org.symbolon.model.SymbolonException;

/** What the receiver wants to know of an object, gathered from the top level of its data set as it streams by. One thread. */
public final class ReceivedHeader {
    /** Longest value kept; those wanted have at most 64 characters (PS3.5 table 6.2-1), and some archives pad them. */
    static final int MAX_VALUE_BYTES = 1024;

    private static final Set<Integer> TEXTS = Set.of(
            Tags.SOPClassUID,
            Tags.SOPInstanceUID,
            Tags.AccessionNumber,
            Tags.Modality,
            Tags.PatientID,
            Tags.PatientIdentityRemoved,
            Tags.StudyInstanceUID,
            Tags.SeriesInstanceUID,
            Tags.SeriesNumber,
            Tags.InstanceNumber,
            Tags.NumberOfFrames);

    private final Map<Integer, String> texts = new HashMap<>();
    private List<String> characterSets = List.of();
    private int rows;
    private int columns;

    boolean wants(int tag) {
        return TEXTS.contains(tag) || tag == Tags.SpecificCharacterSet || tag == Tags.Rows || tag == Tags.Columns;
    }

    void take(int tag, Vr vr, byte[] value, boolean bigEndian) {
        if (tag == Tags.SpecificCharacterSet) {
            characterSets = CharacterSets.terms(value);
        } else if (tag == Tags.Rows) {
            rows = unsignedShort(value, bigEndian);
        } else if (tag == Tags.Columns) {
            columns = unsignedShort(value, bigEndian);
        } else {
            texts.put(tag, firstValue(CharacterSets.decode(value, vr, characterSets)));
        }
    }

    /** PS3.15 E.1.1: Patient Identity Removed (0012,0062) is YES. */
    boolean isDeidentified() {
        return text(Tags.PatientIdentityRemoved).equals("YES");
    }

    /**
     * @throws SymbolonException MISSING_UID
     */
    InstanceHeader instanceHeader() {
        return new InstanceHeader(
                text(Tags.SOPClassUID),
                text(Tags.SOPInstanceUID),
                text(Tags.SeriesInstanceUID),
                text(Tags.StudyInstanceUID),
                text(Tags.AccessionNumber),
                text(Tags.PatientID),
                text(Tags.Modality),
                text(Tags.SeriesNumber),
                text(Tags.InstanceNumber),
                rows,
                columns,
                numberOfFrames());
    }

    public String text(int tag) {
        return texts.getOrDefault(tag, "");
    }

    /** The command names the instance that the data set holds (PS3.7 9.1.1.1). */
    public static void requireSame(String affectedSopClassUid, String affectedSopInstanceUid, ReceivedHeader header) {
        if (!affectedSopClassUid.equals(header.text(Tags.SOPClassUID))
                || !affectedSopInstanceUid.equals(header.text(Tags.SOPInstanceUID))) {
            throw new SymbolonException(
                    ErrorCode.UID_MISMATCH, "The command names another SOP class or instance than the data set");
        }
    }

    private int numberOfFrames() {
        String digits = text(Tags.NumberOfFrames);
        if (digits.isEmpty()) {
            return rows > 0 ? 1 : 0;
        }
        // IS allows a sign and 12 characters; what is no count is not one
        return digits.matches("\\+?\\d{1,9}") ? Integer.parseInt(digits) : 0;
    }

    private static String firstValue(String text) {
        int backslash = text.indexOf('\\');
        String first = backslash < 0 ? text : text.substring(0, backslash);
        int end = first.length();
        while (end > 0 && (first.charAt(end - 1) == '\0' || first.charAt(end - 1) == ' ')) {
            end--;
        }
        return first.substring(0, end).stripLeading();
    }

    private static int unsignedShort(byte[] value, boolean bigEndian) {
        if (value.length < 2) {
            return 0;
        }
        int first = value[0] & 0xFF;
        int second = value[1] & 0xFF;
        return bigEndian ? first << 8 | second : second << 8 | first;
    }
}

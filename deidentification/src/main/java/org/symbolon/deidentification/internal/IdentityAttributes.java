package org.symbolon.deidentification.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.symbolon.deidentification.internal.PlanRequest.Purpose;
import org.symbolon.dicom.CharacterSets;
import org.symbolon.dicom.Dictionary;
import org.symbolon.dicom.Tags;
import org.symbolon.dicom.Vr;

/**
 * What a data set says about whose it is and which object it is, collected while it is read. Values are decoded with the
 * Specific Character Set (0008,0005) of the top level. Owned by one plan.
 */
public final class IdentityAttributes {
    private static final int MAX_VALUE_BYTES = 64 << 10;
    private static final int MAX_NESTED_VALUES = 100;
    private static final Set<Integer> TOP_LEVEL = Set.of(
            Tags.SpecificCharacterSet,
            Tags.SOPClassUID,
            Tags.SOPInstanceUID,
            Tags.StudyDate,
            Tags.AccessionNumber,
            Tags.PatientName,
            Tags.PatientID,
            Tags.IssuerOfPatientID,
            Tags.PatientBirthDate,
            Tags.PatientSex,
            Tags.PatientAge,
            Tags.OtherPatientIDs,
            Tags.PatientIdentityRemoved,
            Tags.BodyPartExamined,
            Tags.StudyInstanceUID,
            Tags.SeriesInstanceUID);
    private static final Set<Integer> ENTITY_IDENTIFIERS = Set.of(Tags.LocalNamespaceEntityID, Tags.UniversalEntityID);

    private final Map<Integer, byte[]> topLevel = new HashMap<>();
    private final List<byte[]> otherPatientIds = new ArrayList<>();
    private final List<byte[]> accessionIssuers = new ArrayList<>();

    private final boolean directory;
    private boolean severalPatients;

    IdentityAttributes(Purpose purpose) {
        this.directory = purpose == Purpose.DIRECTORY;
    }

    /** Whether a directory speaks of more than one patient. */
    public boolean namesSeveralPatients() {
        return severalPatients;
    }

    /** Whether {@link #add} wants the value of an element; the parent is the enclosing sequence, 0 at the top level. */
    boolean wants(int tag, int depth, int parent, long length) {
        if (length < 0 || length > MAX_VALUE_BYTES) {
            return false;
        }
        return switch (depth) {
            case 0 -> TOP_LEVEL.contains(tag) && !topLevel.containsKey(tag);
            case 1 ->
                (directory && parent == Tags.DirectoryRecordSequence && TOP_LEVEL.contains(tag))
                        || (parent == Tags.OtherPatientIDsSequence && tag == Tags.PatientID)
                        || (parent == Tags.IssuerOfAccessionNumberSequence && ENTITY_IDENTIFIERS.contains(tag));
            default -> false;
        };
    }

    void add(int tag, int depth, byte[] value) {
        if (depth == 0 || (directory && tag != Tags.LocalNamespaceEntityID && tag != Tags.UniversalEntityID)) {
            byte[] first = topLevel.putIfAbsent(tag, value);
            if (first != null
                    && tag == Tags.PatientID
                    && !Ascii.text(first).strip().equals(Ascii.text(value).strip())) {
                severalPatients = true;
            }
            return;
        }
        List<byte[]> list = tag == Tags.PatientID ? otherPatientIds : accessionIssuers;
        if (list.size() < MAX_NESTED_VALUES) {
            list.add(value);
        }
    }

    /** The text of a top-level attribute, all its values, without padding; empty if there is none. */
    public String text(int tag) {
        byte[] value = topLevel.get(tag);
        return value == null ? "" : text(value, Dictionary.standard().vr(tag));
    }

    /** Every other identifier of the patient, from (0010,1000) and (0010,1002). */
    public List<String> otherPatientIds() {
        List<String> texts = new ArrayList<>();
        for (String part : text(Tags.OtherPatientIDs).split("\\\\")) {
            if (!part.isBlank()) {
                texts.add(part.strip());
            }
        }
        otherPatientIds.forEach(value -> texts.add(text(value, Vr.LO)));
        return texts;
    }

    /** Who issued the accession number (0008,0051), empty if the object does not say. */
    public String accessionIssuer() {
        List<String> texts = new ArrayList<>();
        accessionIssuers.forEach(value -> texts.add(text(value, Vr.UT)));
        return String.join("\\", texts);
    }

    /** Decodes any value of this data set. */
    String text(byte[] value, Vr vr) {
        return Ascii.trim(CharacterSets.decode(value, vr, characterSets()));
    }

    private List<String> characterSets() {
        byte[] value = topLevel.get(Tags.SpecificCharacterSet);
        return value == null ? List.of() : CharacterSets.terms(value);
    }
}

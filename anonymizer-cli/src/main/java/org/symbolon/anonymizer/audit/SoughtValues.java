package org.symbolon.anonymizer.audit;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.symbolon.crosswalk.Crosswalk;
import org.symbolon.crosswalk.IdentityHalf;
import org.symbolon.deidentification.IdentityHalfReader;
import org.symbolon.deidentification.OriginalValue;
import org.symbolon.deidentification.text.RecordReidentifier;
import org.symbolon.deidentification.text.RemovedValue;
import org.symbolon.dicom.Tag;
import org.symbolon.dicom.Vr;
import org.symbolon.model.ErrorCode;
import org.symbolon.model.SymbolonException;
import org.symbolon.model.Uid;

/**
 * What de-identification took out of the audited objects, as the crosswalk holds it: the values to look for, and how many objects lost
 * which attribute. Sought are texts and their parts (between carets, backslashes and equal signs); not dates, registered UIDs, codes, and what is
 * too short to mean anything. Not thread-safe while it is filled.
 */
final class SoughtValues {
    /** More are not sought; the report says so. */
    static final int MAX_VALUES = 500_000;

    private static final int MIN_BYTES = 6;
    private static final int MIN_NAME_BYTES = 4;
    private static final int MAX_BYTES = 4096;
    private static final int MIN_DIFFERENT = 3;
    private static final Set<Vr> TEXTS =
            EnumSet.of(Vr.PN, Vr.LO, Vr.SH, Vr.LT, Vr.ST, Vr.UT, Vr.UC, Vr.UI, Vr.AE, Vr.UR, Vr.UN);
    private static final Pattern DATE =
            Pattern.compile("(19|20)\\d\\d([.-]?)(0[1-9]|1[0-2])\\2(0[1-9]|[12]\\d|3[01]).*");
    private static final Pattern PARTS = Pattern.compile("[\\\\^=]");

    private final Map<ByteBuffer, Sought> values = new LinkedHashMap<>();
    private final Map<String, String> patients = new HashMap<>();
    private final Map<Integer, Long> objectsByTag = new HashMap<>();
    private long halves;
    private long notKept;
    private long unreadable;

    /**
     * One value.
     *
     * @param origin the attribute it was taken from
     * @param patients pseudonyms of those it was taken from
     */
    record Sought(String origin, String text, Set<String> patients) {}

    /** Takes the values of the halves that belong to the objects, by their anonymous SOP Instance UIDs; of all textual records. */
    void fill(Crosswalk crosswalk, Set<String> sopInstanceUids) {
        crosswalk.forEachHalf(half -> {
            if (half.originalSopUid().isEmpty()) {
                record(half);
            } else if (sopInstanceUids.contains(half.key().sopUid())) {
                image(half);
            }
        });
    }

    private void image(IdentityHalf half) {
        halves++;
        patients.put(half.key().sopUid(), half.patientPseudonym());
        List<OriginalValue> originals;
        try {
            originals = IdentityHalfReader.values(half);
        } catch (SymbolonException e) {
            if (e.code() != ErrorCode.DAMAGED) {
                throw e;
            }
            unreadable++;
            return;
        }
        Set<Integer> tags = new HashSet<>();
        for (OriginalValue value : originals) {
            tags.add(value.tag());
            if (TEXTS.contains(value.vr())) {
                String text = new String(value.value(), StandardCharsets.ISO_8859_1);
                add(text, value.vr() == Vr.PN, Tag.format(value.tag()), half.patientPseudonym(), true);
            }
        }
        tags.forEach(tag -> objectsByTag.merge(tag, 1L, Long::sum));
    }

    private void record(IdentityHalf half) {
        List<RemovedValue> removed;
        try {
            removed = RecordReidentifier.removed(half);
        } catch (SymbolonException e) {
            if (e.code() != ErrorCode.DAMAGED) {
                throw e;
            }
            image(half);
            return;
        }
        for (RemovedValue value : removed) {
            switch (value.type()) {
                case PATIENT_NAME, OTHER_NAME ->
                    add(value.text(), true, value.type().name(), half.patientPseudonym(), false);
                case PATIENT_IDENTIFIER, ADDRESS, TELECOM, ACCESSION_NUMBER, VISIT_NUMBER, DICOM_UID ->
                    add(value.text(), false, value.type().name(), half.patientPseudonym(), false);
                default -> {
                    // dates, and texts of which only parts were identity
                }
            }
        }
    }

    private void add(String text, boolean name, String origin, String patient, boolean latin) {
        addPart(text, name, origin, patient, latin);
        for (String part : PARTS.split(text)) {
            addPart(part, name, origin, patient, latin);
        }
    }

    private void addPart(String part, boolean name, String origin, String patient, boolean latin) {
        String text = part.replace('\0', ' ').strip();
        byte[] bytes = text.getBytes(latin ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8);
        boolean telling = bytes.length >= (name ? MIN_NAME_BYTES : MIN_BYTES)
                && bytes.length <= MAX_BYTES
                && text.chars().distinct().count() >= MIN_DIFFERENT
                && !Uid.isRegistered(text)
                && !DATE.matcher(text).matches();
        if (!telling) {
            return;
        }
        Sought known = values.get(ByteBuffer.wrap(bytes));
        if (known != null) {
            known.patients().add(patient);
        } else if (values.size() < MAX_VALUES) {
            String shown = latin ? new String(bytes, StandardCharsets.UTF_8) : text;
            Set<String> patients = new HashSet<>(Set.of(patient));
            values.put(ByteBuffer.wrap(bytes), new Sought(origin, shown.contains("\uFFFD") ? text : shown, patients));
        } else {
            notKept++;
        }
    }

    /** In the order of {@link #sought}. */
    List<byte[]> patterns() {
        return values.keySet().stream().map(ByteBuffer::array).toList();
    }

    List<Sought> sought() {
        return new ArrayList<>(values.values());
    }

    /** Pseudonyms by anonymous SOP Instance UID. */
    Map<String, String> patientsByObject() {
        return Map.copyOf(patients);
    }

    /** How many of the objects lost or changed the attribute, at any depth. */
    long objects(int tag) {
        return objectsByTag.getOrDefault(tag, 0L);
    }

    Map<Integer, Long> objectsByTag() {
        return objectsByTag;
    }

    /** Audited images whose identity half the crosswalk has. */
    long halves() {
        return halves;
    }

    long notKept() {
        return notKept;
    }

    /** Halves that cannot be read: what they took out is not sought. */
    long unreadable() {
        return unreadable;
    }
}

package org.symbolon.launcher.demo;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.symbolon.deidentification.OriginalValue;
import org.symbolon.deidentification.profile.Action;
import org.symbolon.deidentification.profile.ObjectFacts;
import org.symbolon.deidentification.profile.Profile;
import org.symbolon.deidentification.profile.RuleSet;
import org.symbolon.dicom.DataSetReader;
import org.symbolon.dicom.DicomFile;
import org.symbolon.dicom.ReaderOptions;
import org.symbolon.dicom.Tag;
import org.symbolon.dicom.Vr;
import org.symbolon.model.ByteStringScanner;
import org.symbolon.model.Uid;

/**
 * What the leak scan looks for where the identities are not known beforehand: everything that de-identification took out, as
 * the crosswalk holds it. Sought are text values and their parts (between backslashes, carets and equal signs) of at least eight
 * bytes. Not sought are dates and times, whatever VR they stand in (another patient's shifted date may be the same), registered UIDs, values of fewer than
 * four different characters, and values that also occur in an attribute that was retained or in
 * what the profile itself writes: finding those would say nothing. Not
 * thread-safe.
 */
final class CrosswalkValues {
    static final int MIN_BYTES = 8;

    private static final int MAX_BYTES = 4096;

    private static final int MIN_DIFFERENT = 4;

    /** A date (PS3.5 6.2), with dots between as ACR-NEMA wrote it, or dashes. */
    private static final Pattern DATE = Pattern.compile("(19|20)\\d\\d([.-]?)(0[1-9]|1[0-2])\\2(0[1-9]|[12]\\d|3[01])");

    private static final int MAX_RETAINED_BYTES = 1 << 20;
    private static final Set<Vr> SOUGHT = EnumSet.of(
            Vr.PN, Vr.LO, Vr.SH, Vr.LT, Vr.ST, Vr.UT, Vr.UC, Vr.UI, Vr.AE, Vr.CS, Vr.UR, Vr.AS, Vr.IS, Vr.DS);

    private final RuleSet rules;
    private final Map<ByteBuffer, String> removed = new HashMap<>();
    private final Set<ByteBuffer> retained = new HashSet<>();

    /** @param profile that the objects were parted under; the texts that it writes itself tell nothing */
    CrosswalkValues(Profile profile) {
        List<String> written = profile.writtenTexts();
        rules = profile.rulesFor(ObjectFacts.NONE);
        written.forEach(text -> retained.add(ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII))));
    }

    /** Adds what was taken out of one original, and what stayed in it. */
    void add(Path original, List<OriginalValue> values) throws IOException {
        // counted, since one value may be removed in one place and retained in another under the same tag
        Map<ByteBuffer, Integer> edited = new HashMap<>();
        for (OriginalValue value : values) {
            edited.merge(placed(value.tag(), value.value()), 1, Integer::sum);
            if (SOUGHT.contains(value.vr()) && !isCleaned(value)) {
                parts(value.value()).forEach(part -> removed.putIfAbsent(part, Tag.format(value.tag())));
            }
        }
        retain(original, edited);
    }

    /** Of a text that is cleaned, most stays; the names in it are sought as values of the attributes that hold them. */
    private boolean isCleaned(OriginalValue value) {
        return rules.rule(value.tag(), "", value.vr(), 0, 0, false).action() == Action.CLEAN_TEXT;
    }

    List<SoughtValue> sought() {
        List<SoughtValue> candidates = new ArrayList<>();
        removed.forEach((bytes, kind) -> candidates.add(new SoughtValue(kind, bytesOf(bytes))));
        ByteStringScanner scanner = new ByteStringScanner(
                candidates.stream().map(SoughtValue::bytes).toList());
        Set<Integer> alsoRetained = new HashSet<>();
        retained.forEach(value -> alsoRetained.addAll(scanner.scan(bytesOf(value))));
        List<SoughtValue> sought = new ArrayList<>();
        for (int index = 0; index < candidates.size(); index++) {
            if (!alsoRetained.contains(index)) {
                sought.add(candidates.get(index));
            }
        }
        return sought;
    }

    private void retain(Path original, Map<ByteBuffer, Integer> edited) throws IOException {
        DicomFile file = DicomFile.open(original);
        try (DataSetReader reader = file.reader(ReaderOptions.defaults())) {
            DataSetReader.Token token;
            while ((token = reader.next()) != null) {
                if (token == DataSetReader.Token.ELEMENT
                        && reader.vr().isText()
                        && reader.length() >= MIN_BYTES
                        && reader.length() <= MAX_RETAINED_BYTES) {
                    byte[] value = reader.value();
                    ByteBuffer place = placed(reader.tag(), value);
                    int edits = edited.getOrDefault(place, 0);
                    if (edits > 0) {
                        edited.put(place, edits - 1);
                    } else {
                        retained.add(ByteBuffer.wrap(value));
                    }
                }
            }
        }
    }

    private static ByteBuffer placed(int tag, byte[] value) {
        return ByteBuffer.allocate(Integer.BYTES + value.length)
                .putInt(tag)
                .put(value)
                .flip();
    }

    /** The value and its parts, trimmed, of at least the minimum length and variety. */
    static List<ByteBuffer> parts(byte[] value) {
        Set<ByteBuffer> parts = new HashSet<>();
        addPart(value, 0, value.length, parts);
        int start = 0;
        for (int i = 0; i <= value.length; i++) {
            if (i == value.length || value[i] == '\\' || value[i] == '^' || value[i] == '=') {
                addPart(value, start, i, parts);
                start = i + 1;
            }
        }
        return List.copyOf(parts);
    }

    private static void addPart(byte[] value, int from, int to, Set<ByteBuffer> parts) {
        int start = from;
        int end = to;
        while (start < end && isPadding(value[start])) {
            start++;
        }
        while (end > start && isPadding(value[end - 1])) {
            end--;
        }
        if (end - start < MIN_BYTES || end - start > MAX_BYTES) {
            return;
        }
        byte[] part = Arrays.copyOfRange(value, start, end);
        BitSet different = new BitSet();
        for (byte b : part) {
            different.set(b & 0xFF);
        }
        String text = new String(part, StandardCharsets.ISO_8859_1);
        boolean telling = !Uid.isRegistered(text) && !DATE.matcher(text).matches();
        if (different.cardinality() >= MIN_DIFFERENT && telling) {
            parts.add(ByteBuffer.wrap(part));
        }
    }

    private static byte[] bytesOf(ByteBuffer buffer) {
        byte[] bytes = new byte[buffer.remaining()];
        buffer.duplicate().get(bytes);
        return bytes;
    }

    private static boolean isPadding(byte b) {
        return b == ' ' || b == 0;
    }
}

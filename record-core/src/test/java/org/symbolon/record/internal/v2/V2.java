package org.symbolon.record.internal.v2;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.symbolon.record.ClinicalRecord;
import org.symbolon.record.Place;
import org.symbolon.record.PlaceType;
import org.symbolon.record.RecordFormat;
import org.symbolon.record.RecordOptions;

/** Messages for tests. */
final class V2 {
    static final String HEADER = "MSH|^~\\&|LAB|CLINIC|MDC|ARCHIVE|20260102030405||ORU^R01^ORU_R01|M1|P|2.5.1\r";

    private V2() {}

    static ClinicalRecord read(String message) {
        return read(message.getBytes(StandardCharsets.UTF_8));
    }

    static ClinicalRecord read(byte[] bytes) {
        return new Hl7V2Reader().read(bytes, RecordFormat.HL7_V2, RecordOptions.defaults());
    }

    /** The type of the first place with that path. */
    static PlaceType type(ClinicalRecord record, String path) {
        return place(record, path).type();
    }

    static Place place(ClinicalRecord record, String path) {
        return record.places().stream()
                .filter(place -> place.path().equals(path))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No place " + path));
    }

    /** The bytes with what stands at each place, save the removable, replaced. */
    static byte[] replaced(byte[] bytes, List<Place> places, String text) {
        List<Place> last = new ArrayList<>(places);
        last.removeIf(place -> place.type() == PlaceType.REMOVABLE);
        last.sort(Comparator.comparingInt(Place::offset).reversed());
        byte[] result = bytes;
        for (Place place : last) {
            result = spliced(result, place.offset(), place.end(), place.syntax().encode(text));
        }
        return result;
    }

    static byte[] spliced(byte[] bytes, int start, int end, byte[] replacement) {
        byte[] result = new byte[bytes.length - (end - start) + replacement.length];
        System.arraycopy(bytes, 0, result, 0, start);
        System.arraycopy(replacement, 0, result, start, replacement.length);
        System.arraycopy(bytes, end, result, start + replacement.length, bytes.length - end);
        return result;
    }

    static byte[] withoutRemovable(byte[] bytes, List<Place> places) {
        byte[] result = bytes;
        for (int i = places.size() - 1; i >= 0; i--) {
            Place place = places.get(i);
            if (place.type() == PlaceType.REMOVABLE) {
                result = spliced(result, place.offset(), place.end(), new byte[0]);
            }
        }
        return result;
    }

    static byte[] bytes(String text, String charset) {
        return text.getBytes(Charset.forName(charset));
    }
}

package org.symbolon.record.internal.v2;

import java.util.ArrayList;
import java.util.List;
import org.symbolon.record.RecordPart;

/**
 * A file parted by patients: a part begins with the message, or inside a message with the PID segment, that names another patient
 * than the one before (batches, answers to queries, ADT^A17). What comes before the first patient belongs to the first part.
 */
final class Parts {
    private final List<Segment> segments;

    /** Index of the first segment of each part. */
    private final List<Integer> starts;

    private Parts(List<Segment> segments, List<Integer> starts) {
        this.segments = segments;
        this.starts = starts;
    }

    static Parts of(List<Segment> segments) {
        List<Integer> starts = new ArrayList<>(1);
        starts.add(0);
        String current = "";
        int message = 0;
        boolean named = false;
        for (int i = 0; i < segments.size(); i++) {
            Segment segment = segments.get(i);
            if (segment.name().equals("MSH")) {
                message = i;
                named = false;
            } else if (segment.name().equals("PID")) {
                String patient = patient(segment);
                if (!current.isEmpty() && !patient.isEmpty() && !patient.equals(current)) {
                    starts.add(named ? i : message);
                }
                current = patient.isEmpty() ? current : patient;
                named = true;
            }
        }
        return new Parts(segments, starts);
    }

    /** What tells him from others in the same file; empty where nothing does. */
    private static String patient(Segment patient) {
        Value main = IdentityReading.mainIdentifier(patient);
        return main == null
                ? IdentityReading.name(patient) + "\n" + patient.text(7)
                : main.text(1) + "\n" + IdentityReading.issuer(main);
    }

    List<RecordPart> parts(Orders all) {
        if (starts.size() == 1) {
            return List.of(new RecordPart(0, () -> new IdentityReading(segments, segments, all).read()));
        }
        List<RecordPart> parts = new ArrayList<>(starts.size());
        for (int i = 0; i < starts.size(); i++) {
            List<Segment> own = segments(i);
            int start = i == 0 ? 0 : own.get(0).offset(own.get(0).slice().start());
            parts.add(new RecordPart(start, () -> new IdentityReading(segments, own, Orders.of(own)).read()));
        }
        return parts;
    }

    /** The segments of every part that speaks of whom the first speaks of. */
    List<Segment> ofFirstPatient() {
        return segments(0);
    }

    private List<Segment> segments(int part) {
        int end = part + 1 < starts.size() ? starts.get(part + 1) : segments.size();
        return segments.subList(starts.get(part), end);
    }
}

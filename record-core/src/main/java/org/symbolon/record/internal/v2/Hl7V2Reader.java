package org.symbolon.record.internal.v2;

import java.util.List;
import java.util.Locale;
import org.symbolon.record.ClinicalRecord;
import org.symbolon.record.RecordFormat;
import org.symbolon.record.RecordOptions;
import org.symbolon.record.internal.FormatReader;

/** Reads HL7 v2 in pipes and hats: a message, several messages, a batch. */
public final class Hl7V2Reader implements FormatReader {
    @Override
    public ClinicalRecord read(byte[] bytes, RecordFormat format, RecordOptions options) {
        List<Segment> segments = new SegmentScanner(bytes, options).scan();
        Orders orders = Orders.of(segments);
        Parts parts = Parts.of(segments);
        return new ClinicalRecord(
                format,
                segments.get(0).syntax().charset(),
                language(segments),
                parts.parts(orders),
                new PlaceFinder(orders, options.maxPlaces()).find(segments),
                () -> new VisitReading(parts.ofFirstPatient(), orders).read());
    }

    /** Of the first message (MSH-19). */
    private static String language(List<Segment> segments) {
        for (Segment segment : segments) {
            if (segment.name().equals("MSH")) {
                return language(segment);
            }
        }
        return "";
    }

    static String language(Segment header) {
        String code = header.text(19).toLowerCase(Locale.ROOT);
        boolean two = code.length() >= 2 && isLetter(code.charAt(0)) && isLetter(code.charAt(1));
        boolean ends = code.length() == 2 || (two && (code.charAt(2) == '-' || code.charAt(2) == '_'));
        return two && ends ? code.substring(0, 2) : "";
    }

    private static boolean isLetter(char c) {
        return c >= 'a' && c <= 'z';
    }
}

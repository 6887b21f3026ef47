package org.symbolon.record.internal.v2;

import java.util.List;
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
        return new ClinicalRecord(
                format,
                segments.get(0).syntax().charset(),
                new IdentityReading(segments, orders).read(),
                new PlaceFinder(orders, options.maxPlaces()).find(segments),
                new VisitReading(segments, orders).read());
    }
}

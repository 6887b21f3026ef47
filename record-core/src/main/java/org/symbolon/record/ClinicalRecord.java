package org.symbolon.record;

import java.nio.charset.Charset;
import java.util.List;
import org.symbolon.model.visit.VisitRecord;

/**
 * A record that was read to its end. Immutable.
 *
 * @param charset of the bytes
 * @param places every value, in the order of offsets
 */
public record ClinicalRecord(
        RecordFormat format, Charset charset, RecordIdentity identity, List<Place> places, VisitRecord visit) {
    public ClinicalRecord {
        places = List.copyOf(places);
    }

    @Override
    public String toString() {
        return format + " record";
    }
}

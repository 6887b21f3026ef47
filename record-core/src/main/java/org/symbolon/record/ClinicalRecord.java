package org.symbolon.record;

import java.nio.charset.Charset;
import java.util.Collections;
import java.util.List;
import java.util.function.Supplier;
import org.symbolon.model.visit.VisitRecord;

/**
 * A record that was read to its end. Immutable and thread-safe. What is asked for seldom is worked out when it is asked for
 * first; until then the record's bytes are held.
 */
public final class ClinicalRecord {
    private final RecordFormat format;
    private final Charset charset;
    private final String language;
    private final List<RecordPart> parts;
    private final List<Place> places;
    private final Once<VisitRecord> visit;

    /** What has been worked out already. */
    public ClinicalRecord(
            RecordFormat format, Charset charset, RecordIdentity identity, List<Place> places, VisitRecord visit) {
        this(
                format,
                charset,
                visit.language(),
                List.of(new RecordPart(0, () -> identity)),
                List.copyOf(places),
                () -> visit);
    }

    /**
     * @param language of its texts: two letters, or empty
     * @param parts at least one, in the order of offsets, the first from offset 0
     * @param places in the order of offsets; not copied, and not changed by anybody any more
     * @param visit called once at most
     */
    public ClinicalRecord(
            RecordFormat format,
            Charset charset,
            String language,
            List<RecordPart> parts,
            List<Place> places,
            Supplier<VisitRecord> visit) {
        this.format = format;
        this.charset = charset;
        this.language = language;
        this.parts = List.copyOf(parts);
        this.places = Collections.unmodifiableList(places);
        this.visit = new Once<>(visit);
    }

    public RecordFormat format() {
        return format;
    }

    /** Of the bytes. */
    public Charset charset() {
        return charset;
    }

    /** Of the texts, as the record says it: two lower-case letters (ISO 639-1), or empty. */
    public String language() {
        return language;
    }

    /** Whom the first part speaks of; nearly every record has only one. */
    public RecordIdentity identity() {
        return parts.get(0).identity();
    }

    /**
     * The parts that speak of different patients: the messages of a batch, the entries of a bundle; one in any other record. In
     * order; a patient may have several.
     */
    public List<RecordPart> parts() {
        return parts;
    }

    /** Every value, in the order of offsets. */
    public List<Place> places() {
        return places;
    }

    /** What the first part's patient came for and what was found. */
    public VisitRecord visit() {
        return visit.get();
    }

    @Override
    public String toString() {
        return format + " record";
    }
}

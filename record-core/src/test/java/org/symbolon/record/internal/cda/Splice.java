package org.symbolon.record.internal.cda;

import java.io.ByteArrayOutputStream;
import java.util.List;
import org.symbolon.record.Place;
import org.symbolon.record.PlaceType;

/** Edits a record as de-identification does: by its places, in one pass. */
final class Splice {
    private Splice() {}

    /** Every value replaced by one text. */
    static byte[] replaceAll(byte[] bytes, List<Place> places, String text) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length);
        int done = 0;
        for (Place place : places) {
            if (place.type() != PlaceType.REMOVABLE) {
                out.write(bytes, done, place.offset() - done);
                out.writeBytes(place.syntax().encode(text));
                done = place.end();
            }
        }
        out.write(bytes, done, bytes.length - done);
        return out.toByteArray();
    }

    /** Everything removable cut out. */
    static byte[] cutAll(byte[] bytes, List<Place> places) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length);
        int done = 0;
        for (Place place : places) {
            if (place.type() == PlaceType.REMOVABLE && place.offset() >= done) {
                out.write(bytes, done, place.offset() - done);
                done = place.end();
            }
        }
        out.write(bytes, done, bytes.length - done);
        return out.toByteArray();
    }
}

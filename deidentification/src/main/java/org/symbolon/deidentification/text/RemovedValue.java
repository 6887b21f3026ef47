package org.symbolon.deidentification.text;

import org.symbolon.record.PlaceType;

/**
 * A piece of an original that is not in the anonymous record.
 *
 * @param type of the place it stood in
 * @param text decoded and unescaped
 */
public record RemovedValue(PlaceType type, String text) {
    /** Shows no value. */
    @Override
    public String toString() {
        return "removed " + type;
    }
}

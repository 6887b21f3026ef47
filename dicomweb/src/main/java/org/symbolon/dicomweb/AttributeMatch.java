package org.symbolon.dicomweb;

import java.util.List;
import org.symbolon.dicom.DataSet;
import org.symbolon.dicom.Vr;
import org.symbolon.dicomweb.internal.ValueMatch;

/**
 * One matching key of a search (PS3.4 C.2.2.2, PS3.18 8.3.4.1).
 *
 * @param path the attribute's tag, behind the tags of the sequences that hold it
 * @param value as the client wrote it: a value, a list of UIDs, a range, or a pattern with {@code *} and {@code ?}
 */
public record AttributeMatch(List<Integer> path, Vr vr, String value) {
    public AttributeMatch {
        if (path.isEmpty()) {
            throw new IllegalArgumentException("A matching key has a tag");
        }
        path = List.copyOf(path);
    }

    /** The tag of the attribute itself. */
    public int tag() {
        return path.get(path.size() - 1);
    }

    /** Whether the data set has a value that matches; an empty key and {@code *} match everything. */
    public boolean matches(DataSet candidate) {
        return ValueMatch.matches(this, candidate);
    }

    /** Neither values nor UIDs. */
    @Override
    public String toString() {
        return "AttributeMatch of " + vr;
    }
}

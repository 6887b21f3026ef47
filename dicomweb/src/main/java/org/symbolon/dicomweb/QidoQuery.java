package org.symbolon.dicomweb;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.symbolon.dicom.DataSet;
import org.symbolon.dicomweb.internal.ValueMatch;

/**
 * A search (PS3.18 10.6.1).
 *
 * @param studyInstanceUid of the path, null if it has none
 * @param seriesInstanceUid of the path, null if it has none
 * @param matches matching keys, all of which must match
 * @param includeFields top-level tags asked for beyond the standard ones
 * @param allFields whether the client wants every attribute there is
 * @param limit at most so many results
 * @param offset so many matches are passed over first
 */
public record QidoQuery(
        QidoLevel level,
        @Nullable String studyInstanceUid,
        @Nullable String seriesInstanceUid,
        List<AttributeMatch> matches,
        Set<Integer> includeFields,
        boolean allFields,
        int limit,
        int offset) {
    public QidoQuery {
        matches = List.copyOf(matches);
        includeFields = Set.copyOf(includeFields);
    }

    /** Whether a result meets every matching key and the UIDs of the path. */
    public boolean matches(DataSet candidate) {
        return ValueMatch.matchesPath(this, candidate) && matches.stream().allMatch(match -> match.matches(candidate));
    }

    /**
     * The values one of which a top-level attribute must have: of the path, or of a matching key without wildcard or range.
     * Empty where the query leaves the attribute open.
     */
    public List<String> exactValues(int tag) {
        return ValueMatch.exactValues(this, tag);
    }

    /** Neither values nor UIDs. */
    @Override
    public String toString() {
        return "QidoQuery for " + level + " with " + matches.size() + " matching keys";
    }
}

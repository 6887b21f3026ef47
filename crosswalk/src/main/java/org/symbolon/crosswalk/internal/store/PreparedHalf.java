package org.symbolon.crosswalk.internal.store;

import org.symbolon.crosswalk.IdentityHalf;

/** A half on its way to the committer: sealed on the caller's thread, with the series it was sealed for. */
final class PreparedHalf {
    private final IdentityHalf half;
    private final SeriesState series;
    private final byte[] body;
    private final byte[] objectIndex;
    private final byte[] originalIndex;
    private final byte[] sealed;

    PreparedHalf(
            IdentityHalf half,
            SeriesState series,
            byte[] body,
            byte[] objectIndex,
            byte[] originalIndex,
            byte[] sealed) {
        this.half = half;
        this.series = series;
        this.body = body;
        this.objectIndex = objectIndex;
        this.originalIndex = originalIndex;
        this.sealed = sealed;
    }

    IdentityHalf half() {
        return half;
    }

    SeriesState series() {
        return series;
    }

    byte[] body() {
        return body;
    }

    byte[] objectIndex() {
        return objectIndex;
    }

    byte[] originalIndex() {
        return originalIndex;
    }

    byte[] sealed() {
        return sealed;
    }
}

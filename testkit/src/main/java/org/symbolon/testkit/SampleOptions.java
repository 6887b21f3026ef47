package org.symbolon.testkit;

import org.symbolon.model.ErrorCode;
import org.symbolon.model.SymbolonException;

/**
 * What sample hospital to make. The patients of a smaller hospital are the first ones of a larger one with the same seed.
 *
 * @param seed any number; equal options give equal files
 * @param patients people to invent, 1 to {@link #MAX_PATIENTS}; every 12 have about 26 studies and 600 instances
 */
public record SampleOptions(long seed, int patients) {
    /** Limit of {@link #patients}. */
    public static final int MAX_PATIENTS = 10_000_000;

    public static final long DEFAULT_SEED = 20_260_401L;
    public static final int DEFAULT_PATIENTS = 12;

    public SampleOptions {
        if (patients < 1 || patients > MAX_PATIENTS) {
            throw new SymbolonException(ErrorCode.USAGE, "Patients must be between 1 and " + MAX_PATIENTS);
        }
    }

    public static SampleOptions defaults() {
        return new SampleOptions(DEFAULT_SEED, DEFAULT_PATIENTS);
    }

    public SampleOptions withSeed(long newSeed) {
        return new SampleOptions(newSeed, patients);
    }

    public SampleOptions withPatients(int newPatients) {
        return new SampleOptions(seed, newPatients);
    }
}

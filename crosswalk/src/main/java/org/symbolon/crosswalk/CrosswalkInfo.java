package org.symbolon.crosswalk;

/**
 * How large a crosswalk is, at one moment.
 *
 * @param packedHalves how many of the halves are in blocks
 * @param sealedPatientBytes of the patients' sealed records, without their keys
 * @param sealedSeriesBytes of what the halves of a series share
 * @param sealedHalfBytes of the halves that are not packed
 * @param sealedBlockBytes of the packed ones
 * @param databaseBytes the database without its write-ahead log
 * @param freeBytes of the database that the next rows will use
 */
public record CrosswalkInfo(
        CrosswalkCounts counts,
        long packedHalves,
        long blocks,
        long sealedPatientBytes,
        long sealedSeriesBytes,
        long sealedHalfBytes,
        long sealedBlockBytes,
        long databaseBytes,
        long freeBytes) {

    /** What an instance takes on average, its share of its series' record included, indexes aside; 0 without instances. */
    public double sealedBytesAnInstance() {
        return counts.halves() == 0
                ? 0
                : (double) (sealedSeriesBytes + sealedHalfBytes + sealedBlockBytes) / counts.halves();
    }
}

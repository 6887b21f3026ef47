package org.symbolon.deidentification.cleaning;

/**
 * How many words a cleaner has seen and left as they were: what is lost says how much it cost.
 *
 * @param seen words, which are runs of letters and digits
 * @param kept of these
 */
public record CleaningTally(long seen, long kept) {
    /** None at all. */
    public static final CleaningTally NONE = new CleaningTally(0, 0);

    /** The sum of both. */
    public CleaningTally plus(CleaningTally other) {
        return new CleaningTally(seen + other.seen, kept + other.kept);
    }

    /** From 0 to 1; 1 if there was no word. */
    public double share() {
        return seen == 0 ? 1 : (double) kept / seen;
    }
}

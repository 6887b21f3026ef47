package org.symbolon.crosswalk;

/**
 * Two pseudonyms that may be one person. They were not linked, since a wrong link is worse than a missing one; somebody has
 * to look.
 *
 * @param first pseudonym of the person that was known earlier
 * @param second pseudonym of the person that was known later
 */
public record PossibleMatch(String first, String second, Reason reason) {
    /** Why somebody should look. */
    public enum Reason {
        /** Same name, birth date and sex, but no record lists the other's patient ID. */
        SAME_DEMOGRAPHICS(1),
        /** Same issuer (or source) and patient ID, but another name or birth date. */
        SAME_ID(2),
        /** A later record cross-lists the IDs of two people who already had pseudonyms of their own. */
        CROSS_LISTED(3);

        private final int stored;

        Reason(int stored) {
            this.stored = stored;
        }

        /** The number in the store; part of the format. */
        public int stored() {
            return stored;
        }
    }
}

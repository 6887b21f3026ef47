package org.symbolon.portal.icd;

/**
 * A chapter or a block.
 *
 * @param number Roman number of a chapter; empty for a block
 * @param first category
 * @param last category
 */
public record IcdRange(String number, String first, String last, String title) {
    public boolean contains(String category) {
        return first.compareTo(category) <= 0 && category.compareTo(last) <= 0;
    }

    /** Such as C30-C39. */
    public String code() {
        return first + "-" + last;
    }
}

package org.symbolon.testkit.score;

/**
 * A check that failed. All that it shows is invented.
 *
 * @param found why
 */
public record Discrepancy(Check check, String found) {
    @Override
    public String toString() {
        return check.object() + " " + check.place() + ": " + check.action().title() + " \"" + check.text() + "\": "
                + found;
    }
}

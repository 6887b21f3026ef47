package org.symbolon.deidentification.profile;

/**
 * The rule for one attribute.
 *
 * @param action what happens to it
 * @param otherwise what happens instead to a value that the action cannot be applied to, such as a date that is none
 * @param argument of the action, empty if it has none
 * @param origin where the rule comes from, for reports: {@code E.1-1}, {@code E.3.10-1}, {@code E.3.4-1}, {@code profile NAME
 *     line 12}, {@code unlisted}, {@code private}
 */
public record Rule(Action action, Action otherwise, String argument, String origin) {

    public static Rule of(Action action, String origin) {
        return new Rule(action, action, "", origin);
    }

    public static Rule of(Action action, Action otherwise, String origin) {
        return new Rule(action, otherwise, "", origin);
    }

    /** The same rule with another action and no second choice. */
    public Rule with(Action other) {
        return new Rule(other, other, "", origin);
    }

    /** The rule for a value that the action cannot be applied to. */
    public Rule fallback() {
        return with(otherwise);
    }
}

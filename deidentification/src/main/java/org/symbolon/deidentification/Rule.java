package org.symbolon.deidentification;

/**
 * The rule for one attribute.
 *
 * @param action what happens to it
 * @param otherwise what happens instead to a value that the action cannot be applied to, such as a date that is none
 */
public record Rule(Action action, Action otherwise) {

    public static Rule of(Action action) {
        return new Rule(action, action);
    }
}

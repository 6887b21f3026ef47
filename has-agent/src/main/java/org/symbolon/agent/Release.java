package org.symbolon.agent;

import org.symbolon.model.ErrorCode;
import org.symbolon.model.SymbolonException;

/**
 * A person's decision about a doubtful image in the quarantine.
 *
 * @param entry id of the image
 * @param decision {@code nothing}: its pixels do not say who it is; or rectangles to blank, {@code left,top,width,height},
 *     with blanks between them
 * @param reviewer who looked
 */
public record Release(long entry, String decision, Scope scope, String reviewer) {
    private static final int MAX_REVIEWER_CHARACTERS = 64;

    /** What the decision is for. */
    public enum Scope {
        THIS_IMAGE,
        /** Every image of that device, kind and size, now and later. */
        ALL_LIKE_IT
    }

    /** @throws SymbolonException {@code USAGE} for a reviewer without a name or with an unreadable one */
    public Release {
        reviewer = reviewer.strip();
        if (reviewer.isEmpty()
                || reviewer.length() > MAX_REVIEWER_CHARACTERS
                || reviewer.chars().anyMatch(Character::isISOControl)) {
            throw new SymbolonException(
                    ErrorCode.USAGE, "Who looked needs a name of 1 to " + MAX_REVIEWER_CHARACTERS + " characters");
        }
    }
}

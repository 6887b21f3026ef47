package org.symbolon.deidentification.cleaning;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.symbolon.deidentification.cleaning.internal.TextSearch;

/**
 * Takes identity out of the free texts of one record or object: the {@link IdentityTerms} of its own fields, in every form in
 * which a text may have them, and what tells itself by its form, such as telephone numbers. Dates are moved in the form they are
 * written in. Never throws, whatever the text; time is linear in its length. Cleaning what is clean changes nothing but dates and UIDs.
 * Not thread-safe: one cleaner is made for each record.
 */
public final class TextCleaner {
    private final TextSearch search;

    /**
     * @param dateShiftDays the patient's own number of days
     * @param options what else is looked for
     */
    public TextCleaner(IdentityTerms terms, int dateShiftDays, CleaningOptions options) {
        this(terms, dateShiftDays, options, StandardCharsets.UTF_8);
    }

    /**
     * @param charset of the text: a moved date that it cannot write becomes a placeholder
     */
    public TextCleaner(IdentityTerms terms, int dateShiftDays, CleaningOptions options, Charset charset) {
        this(terms, dateShiftDays, options, charset, null);
    }

    /**
     * @param uids gives the UID that stands for another everywhere else, which narrative has in its place too; without it, and in shorter texts, a
     *     placeholder stands there
     */
    public TextCleaner(
            IdentityTerms terms,
            int dateShiftDays,
            CleaningOptions options,
            Charset charset,
            @Nullable UnaryOperator<String> uids) {
        this.search = new TextSearch(
                terms.tables(),
                terms.language(),
                dateShiftDays,
                options,
                options.nationalNumbers(),
                options.expressions(),
                charset,
                uids);
    }

    /** The cleaned text; the same instance when nothing changes. May be longer than the text. */
    public String clean(String text, TextKind kind) {
        List<Change> changes = changes(text, kind);
        if (changes.isEmpty()) {
            return text;
        }
        StringBuilder changed = new StringBuilder(text.length());
        int position = 0;
        for (Change change : changes) {
            changed.append(text, position, change.start()).append(change.replacement());
            position = change.end();
        }
        return changed.append(text, position, text.length()).toString();
    }

    /** What changes, in order and without overlaps. */
    public List<Change> changes(String text, TextKind kind) {
        return search.changes(text, kind);
    }

    /** Whether something that {@link #clean} would take out is in the text; dates and UIDs that it replaces do not count. */
    public boolean holdsIdentity(String text, TextKind kind) {
        return search.holdsIdentity(text, kind);
    }

    /** As narrative. */
    public boolean holdsIdentity(String text) {
        return holdsIdentity(text, TextKind.NARRATIVE);
    }

    /** Of all that was cleaned so far. */
    public CleaningTally tally() {
        return search.tally();
    }
}

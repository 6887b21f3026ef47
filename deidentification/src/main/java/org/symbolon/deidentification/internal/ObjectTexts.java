package org.symbolon.deidentification.internal;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.symbolon.deidentification.cleaning.CleaningOptions;
import org.symbolon.deidentification.cleaning.CleaningTally;
import org.symbolon.deidentification.cleaning.IdentityTerms;
import org.symbolon.deidentification.cleaning.TextCleaner;
import org.symbolon.deidentification.cleaning.TextKind;
import org.symbolon.deidentification.internal.RemovedValues.Value;

/**
 * What cleaning made of texts under the same terms, days and options: objects of a series say the same of people, in the same
 * texts. Bounded; thread-safe.
 */
final class ObjectTexts {
    private static final int MAX_TEXTS = 256;
    private static final int MAX_TEXT_CHARACTERS = 1024;

    private final List<Value> values;
    private final int days;
    private final CleaningOptions options;
    private final IdentityTerms terms;
    private final @Nullable UnaryOperator<String> uids;
    private final Map<Key, Cleaned> known = new ConcurrentHashMap<>();

    /** A text, its kind and what the cleaner counted in it. */
    record Cleaned(String text, CleaningTally tally) {}

    private record Key(String text, TextKind kind) {}

    /**
     * @param values what the terms are made of
     * @param uids gives the UID that stands for another; null where no text holds one
     */
    ObjectTexts(List<Value> values, int days, CleaningOptions options, @Nullable UnaryOperator<String> uids) {
        this.values = values;
        this.days = days;
        this.options = options;
        this.uids = uids;
        this.terms = ObjectTerms.of(values);
    }

    /** Whether it serves an object of which the same values go. */
    boolean serves(List<Value> others, int otherDays) {
        if (days != otherDays || values.size() != others.size()) {
            return false;
        }
        for (int i = 0; i < others.size(); i++) {
            if (!values.get(i).isSameAs(others.get(i))) {
                return false;
            }
        }
        return true;
    }

    Cleaned clean(String text, TextKind kind) {
        if (text.length() > MAX_TEXT_CHARACTERS) {
            return cleaned(text, kind);
        }
        Key key = new Key(text, kind);
        @Nullable Cleaned before = known.get(key);
        if (before != null) {
            return before;
        }
        Cleaned now = cleaned(text, kind);
        if (known.size() < MAX_TEXTS) {
            known.put(key, now);
        }
        return now;
    }

    private Cleaned cleaned(String text, TextKind kind) {
        TextCleaner cleaner = new TextCleaner(terms, days, options, StandardCharsets.UTF_8, uids);
        String clean = cleaner.clean(text, kind);
        return new Cleaned(clean, cleaner.tally());
    }
}

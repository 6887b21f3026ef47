package org.symbolon.deidentification.pixels;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.symbolon.deidentification.profile.ObjectFacts;

/** What one object says, asked for once each, in capitals and its several values apart. Used by one decision. */
final class FactValues {
    /** Where a value comes from. */
    @FunctionalInterface
    interface Source {
        String of(ObjectFacts facts);
    }

    private static final String[] NONE = {};

    private final ObjectFacts facts;
    private final List<Source> sources;
    private final List<String @Nullable []> values;

    FactValues(ObjectFacts facts, List<Source> sources) {
        this.facts = facts;
        this.sources = sources;
        this.values = new ArrayList<>(Collections.nCopies(sources.size(), null));
    }

    /** The values of a source, none where it says nothing. */
    String[] of(int source) {
        String[] known = values.get(source);
        if (known != null) {
            return known;
        }
        String text = sources.get(source).of(facts).strip();
        String[] parts = text.isEmpty() ? NONE : text.toUpperCase(Locale.ROOT).split("\\\\", -1);
        for (int i = 0; i < parts.length; i++) {
            parts[i] = parts[i].strip();
        }
        values.set(source, parts);
        return parts;
    }
}

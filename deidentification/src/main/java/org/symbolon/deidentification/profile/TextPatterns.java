package org.symbolon.deidentification.profile;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What the text cleaner looks for beside the values of the record itself.
 *
 * @param nationalNumbers countries whose personal numbers are recognised by form and check digit, such as {@code lt};
 *     empty for the cleaner's own choice
 * @param own further numbers of the hospital, which go wherever they stand
 */
public record TextPatterns(Set<String> nationalNumbers, List<Pattern> own) {
    public static final TextPatterns DEFAULT = new TextPatterns(Set.of(), List.of());

    public TextPatterns {
        nationalNumbers = Set.copyOf(nationalNumbers);
        own = List.copyOf(own);
    }
}

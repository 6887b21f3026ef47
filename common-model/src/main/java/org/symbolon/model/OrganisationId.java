package org.symbolon.model;

import java.util.Set;
import java.util.regex.Pattern;

/**
 * The name of a hospital or trust, first part of every archive path and row key.
 *
 * @param value 2 to 32 characters: a lower-case letter, then lower-case letters, digits or hyphens; none of the names that
 *     HDFS and the archive use themselves
 */
public record OrganisationId(String value) {
    private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9-]{1,31}");
    private static final Set<String> RESERVED = Set.of("hbase", "tmp", "user", "hl7");

    public OrganisationId {
        if (!FORM.matcher(value).matches() || RESERVED.contains(value)) {
            throw new SymbolonException(
                    ErrorCode.CONFIGURATION,
                    "An organisation is 2 to 32 of a-z, 0-9 and hyphen, begins with a letter, and is none of "
                            + RESERVED);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}

package org.symbolon.model.visit;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.OptionalDouble;
import java.util.regex.Pattern;

/**
 * One measured value.
 *
 * @param test what was measured
 * @param value as it stands, numeric or not
 * @param unit as it stands; may be empty
 * @param referenceRange as it stands, such as {@code 3.5-5.1}; may be empty
 * @param flag the record's own mark, such as H, L, A; may be empty
 * @param date ISO 8601; empty where unknown
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record LaboratoryResult(
        CodedText test, String value, String unit, String referenceRange, String flag, String date) {
    private static final Pattern NUMBER = Pattern.compile("[+-]?[0-9]{1,15}([.,][0-9]{1,15})?");

    /** The value where it is a plain decimal number; empty for text, ratios and inequalities. */
    public OptionalDouble number() {
        String trimmed = value.strip();
        return NUMBER.matcher(trimmed).matches()
                ? OptionalDouble.of(Double.parseDouble(trimmed.replace(',', '.')))
                : OptionalDouble.empty();
    }

    @Override
    public String toString() {
        return "[laboratory result]";
    }
}

package org.symbolon.portal.cases;

import java.util.Locale;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.symbolon.model.visit.LaboratoryResult;

/** A laboratory result as the table shows it. */
public record LaboratoryRow(String test, String value, String unit, String range, Mark mark, String date) {
    private static final Pattern BETWEEN =
            Pattern.compile("\\s*(-?[0-9]+(?:[.,][0-9]+)?)\\s*(?:-|–|to)\\s*(-?[0-9]+(?:[.,][0-9]+)?)\\D*");
    private static final Pattern BELOW = Pattern.compile("\\s*(?:<|<=|≤)\\s*([0-9]+(?:[.,][0-9]+)?)\\D*");
    private static final Pattern ABOVE = Pattern.compile("\\s*(?:>|>=|≥)\\s*([0-9]+(?:[.,][0-9]+)?)\\D*");

    /** How a value stands to its range. */
    public enum Mark {
        NORMAL("", ""),
        LOW("low", "▼"),
        HIGH("high", "▲"),
        ABNORMAL("abnormal", "●");

        private final String word;
        private final String sign;

        Mark(String word, String sign) {
            this.word = word;
            this.sign = sign;
        }

        public String word() {
            return word;
        }

        public String sign() {
            return sign;
        }
    }

    public static LaboratoryRow of(LaboratoryResult result) {
        String name = result.test().text().isEmpty()
                ? result.test().code()
                : result.test().text();
        return new LaboratoryRow(
                name, result.value(), result.unit(), result.referenceRange(), mark(result), result.date());
    }

    /** The record's own flag (HL7 table 0078) first; without one, the value against its range. */
    private static Mark mark(LaboratoryResult result) {
        String flag = result.flag().strip().toUpperCase(Locale.ROOT);
        if (flag.startsWith("L") || flag.equals("<")) {
            return Mark.LOW;
        }
        if (flag.startsWith("H") || flag.equals(">")) {
            return Mark.HIGH;
        }
        if (flag.startsWith("A")) {
            return Mark.ABNORMAL;
        }
        OptionalDouble value = result.number();
        return flag.isEmpty() && value.isPresent()
                ? compare(value.getAsDouble(), result.referenceRange())
                : Mark.NORMAL;
    }

    private static Mark compare(double value, String range) {
        Matcher between = BETWEEN.matcher(range);
        if (between.matches()) {
            return value < number(between, 1) ? Mark.LOW : value > number(between, 2) ? Mark.HIGH : Mark.NORMAL;
        }
        Matcher below = BELOW.matcher(range);
        if (below.matches() && value > number(below, 1)) {
            return Mark.HIGH;
        }
        Matcher above = ABOVE.matcher(range);
        return above.matches() && value < number(above, 1) ? Mark.LOW : Mark.NORMAL;
    }

    private static double number(Matcher matcher, int group) {
        return Double.parseDouble(matcher.group(group).replace(',', '.'));
    }
}

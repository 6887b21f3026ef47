package org.symbolon.deidentification.cleaning.internal;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;

/** Dates as digits. */
final class DateDigits {
    private DateDigits() {}

    /** The day that eight digits name, if there is such a day. */
    static Optional<LocalDate> day(String digits) {
        try {
            return Optional.of(LocalDate.of(
                    Integer.parseInt(digits.substring(0, 4)),
                    Integer.parseInt(digits.substring(4, 6)),
                    Integer.parseInt(digits.substring(6, 8))));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    static String basic(LocalDate date) {
        return digits(date.getYear(), 4) + digits(date.getMonthValue(), 2) + digits(date.getDayOfMonth(), 2);
    }

    static String digits(int number, int width) {
        String digits = Integer.toString(number);
        return "0".repeat(Math.max(0, width - digits.length())) + digits;
    }
}

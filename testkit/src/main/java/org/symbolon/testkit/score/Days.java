package org.symbolon.testkit.score;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

/** Dates of DICOM's VR DA and DT, several values too. */
final class Days {
    private static final int DIGITS = 8;

    private Days() {}

    /** Whether it begins as a date of DICOM, not as people write one in a sentence. */
    static boolean isDate(String text) {
        return text.matches("\\d{8}.*");
    }

    /** The values with their first eight digits moved. */
    static String moved(String values, int days) {
        List<String> moved = new ArrayList<>();
        for (String value : values.split("\\\\", -1)) {
            if (value.length() < DIGITS) {
                throw new IllegalArgumentException("A planted date has eight digits");
            }
            try {
                LocalDate date = LocalDate.parse(value.substring(0, DIGITS), DateTimeFormatter.BASIC_ISO_DATE);
                moved.add(date.plusDays(days).format(DateTimeFormatter.BASIC_ISO_DATE) + value.substring(DIGITS));
            } catch (DateTimeException e) {
                throw new IllegalArgumentException("A planted date is one", e);
            }
        }
        return String.join("\\", moved);
    }
}

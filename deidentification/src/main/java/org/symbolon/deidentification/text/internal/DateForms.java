package org.symbolon.deidentification.text.internal;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.symbolon.record.Place;
import org.symbolon.record.RecordFormat;

/** Dates that say less, in the form of their format. */
final class DateForms {
    private static final int ISO_DATE_CHARACTERS = 10;

    private DateForms() {}

    /** Nothing, or a date of the same form that means none, as DICOM's dummies are. */
    static String none(Place place, RecordFormat format) {
        if (place.syntax().allowsEmpty()) {
            return "";
        }
        if (!isFhir(format)) {
            return "19000101";
        }
        return place.text().strip().length() > ISO_DATE_CHARACTERS ? "1900-01-01T00:00:00Z" : "1900-01-01";
    }

    /**
     * Only the year, or year and month; of a date and time in FHIR, which may have to be whole, the first moment. Null where the
     * text is no date.
     *
     * @param parts 1 for the year, 2 for year and month
     */
    static @Nullable String truncated(Place place, RecordFormat format, int parts) {
        String text = place.text().strip();
        LocalDate day = PlaceDates.firstDay(text);
        if (day == null) {
            return null;
        }
        String year = PlaceDates.digits(day.getYear(), 4);
        String month = PlaceDates.digits(parts == 1 ? 1 : day.getMonthValue(), 2);
        if (!isFhir(format)) {
            boolean named = parts > 1 && text.length() > 4;
            return named ? year + month : year;
        }
        if (text.length() > ISO_DATE_CHARACTERS) {
            return year + "-" + month + "-01T00:00:00Z";
        }
        return parts > 1 && text.length() > 4 ? year + "-" + month : year;
    }

    private static boolean isFhir(RecordFormat format) {
        return format == RecordFormat.FHIR_JSON || format == RecordFormat.FHIR_XML;
    }
}

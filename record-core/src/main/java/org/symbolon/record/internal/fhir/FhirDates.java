package org.symbolon.record.internal.fhir;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Dates of FHIR (hl7.org/fhir/R4/datatypes.html#dateTime) in the forms that the rest of the system uses. */
final class FhirDates {
    private static final Pattern LOCAL =
            Pattern.compile("^([0-9]{4}(?:-[0-9]{2}(?:-[0-9]{2}(?:T[0-9]{2}:[0-9]{2}(?::[0-9]{2})?)?)?)?)");
    private static final int DAY_LENGTH = "2026-11-21".length();

    private FhirDates() {}

    /** Without zone and fractions; empty where it is no date. */
    static String local(String date) {
        Matcher matcher = LOCAL.matcher(date);
        return matcher.find() ? matcher.group(1) : "";
    }

    /** YYYY, YYYY-MM or YYYY-MM-DD. */
    static String day(String date) {
        String local = local(date);
        return local.length() > DAY_LENGTH ? local.substring(0, DAY_LENGTH) : local;
    }

    /** When something happened, by the elements that resources have for it. */
    static String of(FhirView resource) {
        String[] names = {
            "effectiveDateTime",
            "effectiveInstant",
            "performedDateTime",
            "onsetDateTime",
            "started",
            "date",
            "recordedDate",
            "authoredOn",
            "issued"
        };
        String found = resource.firstText(names);
        for (String period : new String[] {"effectivePeriod", "performedPeriod", "onsetPeriod", "period"}) {
            if (found.isEmpty()) {
                found = resource.text(period, "start");
            }
        }
        return local(found);
    }
}

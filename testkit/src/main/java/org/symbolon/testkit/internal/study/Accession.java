package org.symbolon.testkit.internal.study;

import java.util.Locale;

/**
 * Accession numbers (0008,0050) in the forms clinics use. All but the last two can be encrypted keeping their form: 4 to 16
 * of the characters 0-9 A-Z / - . _.
 */
final class Accession {
    private static final int FORMS = 6;

    private Accession() {}

    /** Unlike for every study; {@code index} counts a person's studies on, so that neighbours have unlike forms. */
    static String number(int person, int study) {
        long index = 10L * person + study;
        return switch ((person + 2 * study) % FORMS) {
            case 0 -> String.format(Locale.ROOT, "RAD-%09d", 400_711_207L + index);
            case 1 -> String.format(Locale.ROOT, "23%09d", 50_471_188L + index);
            case 2 -> String.format(Locale.ROOT, "CT/%06d.%02d_X", 4_711 + index, study);
            case 3 ->
                String.format(Locale.ROOT, "HVIC-%07d-2024", 88_120 + index).substring(0, 16);
            case 4 -> Long.toString(index + 40, 36).toUpperCase(Locale.ROOT);
            default -> String.format(Locale.ROOT, "rx %06d/ab", 7_100 + index);
        };
    }
}

package org.symbolon.testkit.internal.exam;

/** Personal numbers of invented people, with right check digits. */
final class NationalNumbers {
    private static final int[] PESEL_WEIGHTS = {1, 3, 7, 9, 1, 3, 7, 9, 1, 3};

    private NationalNumbers() {}

    /** Poland's PESEL of somebody born in the 20th century. */
    static String pesel(String birthDate, int serial) {
        String body = birthDate.substring(2) + String.format(java.util.Locale.ROOT, "%04d", serial % 10_000);
        int sum = 0;
        for (int i = 0; i < PESEL_WEIGHTS.length; i++) {
            sum += PESEL_WEIGHTS[i] * (body.charAt(i) - '0');
        }
        return body + (10 - sum % 10) % 10;
    }

    /** Lithuania's asmens kodas of somebody born in the 20th century. */
    static String asmensKodas(String birthDate, boolean female, int serial) {
        String body = (female ? "4" : "3")
                + birthDate.substring(2)
                + String.format(java.util.Locale.ROOT, "%03d", serial % 1_000);
        int check = remainder(body, 1);
        if (check == 10) {
            check = remainder(body, 3) % 10;
        }
        return body + check;
    }

    /** A social security number of the United States, of an area that is issued. */
    static String socialSecurityNumber(int serial) {
        return String.format(
                java.util.Locale.ROOT, "%03d-%02d-%04d", 212 + serial % 300, 11 + serial % 80, 1_204 + serial % 8_000);
    }

    private static int remainder(String body, int firstWeight) {
        int sum = 0;
        for (int i = 0; i < body.length(); i++) {
            sum += ((firstWeight - 1 + i) % 9 + 1) * (body.charAt(i) - '0');
        }
        return sum % 11;
    }
}

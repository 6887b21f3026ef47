package org.symbolon.deidentification.cleaning.internal;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** In which ways a telephone number of a record may be dialled: with and without the country's and the trunk's digits. */
final class Phones {
    private static final int MIN_DIGITS = 7;
    private static final int MAX_NATIONAL_DIGITS = 10;
    private static final List<String> COUNTRIES = List.of("1", "48", "370", "371", "372", "49", "44");

    private Phones() {}

    /** Digits only; empty where it is no telephone number. */
    static Set<String> dialled(String phone) {
        String digits = digits(phone);
        if (digits.length() < MIN_DIGITS) {
            return Set.of();
        }
        Set<String> ways = new LinkedHashSet<>();
        String plain = digits.startsWith("00") ? digits.substring(2) : digits;
        ways.add(digits);
        ways.add(plain);
        for (String country : COUNTRIES) {
            String national = plain.substring(Math.min(country.length(), plain.length()));
            if (plain.startsWith(country)
                    && national.length() > MIN_DIGITS
                    && national.length() <= MAX_NATIONAL_DIGITS) {
                ways.add(national);
                ways.add("8" + national);
                ways.add("0" + national);
            }
        }
        if ((plain.startsWith("8") || plain.startsWith("0")) && plain.length() == 9) {
            ways.add(plain.substring(1));
            ways.add("370" + plain.substring(1));
        }
        if (plain.length() == 9) {
            ways.add("48" + plain);
        } else if (plain.length() == MAX_NATIONAL_DIGITS) {
            ways.add("1" + plain);
        }
        return ways;
    }

    private static String digits(String phone) {
        StringBuilder digits = new StringBuilder(phone.length());
        for (int i = 0; i < phone.length(); i++) {
            char c = phone.charAt(i);
            if (c >= '0' && c <= '9') {
                digits.append(c);
            }
        }
        return digits.toString();
    }
}

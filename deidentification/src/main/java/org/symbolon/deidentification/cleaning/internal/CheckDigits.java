package org.symbolon.deidentification.cleaning.internal;

import java.time.DateTimeException;
import java.time.LocalDate;

/** Check digits and embedded days of birth of national numbers. Each method takes folded letters and digits of the right length. */
final class CheckDigits {
    private static final int MONTHS_OF_A_CENTURY = 20;
    private static final String DNI_LETTERS = "trwagmyfpdxbnjzsqvhlcke";
    private static final String HETU_LETTERS = "0123456789abcdefhjklmnprstuvwxy";
    private static final int[] ITALIAN_ODD = {
        1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23
    };
    private static final int[][] DIHEDRAL = {
        {0, 1, 2, 3, 4, 5, 6, 7, 8, 9}, {1, 2, 3, 4, 0, 6, 7, 8, 9, 5}, {2, 3, 4, 0, 1, 7, 8, 9, 5, 6},
        {3, 4, 0, 1, 2, 8, 9, 5, 6, 7}, {4, 0, 1, 2, 3, 9, 5, 6, 7, 8}, {5, 9, 8, 7, 6, 0, 4, 3, 2, 1},
        {6, 5, 9, 8, 7, 1, 0, 4, 3, 2}, {7, 6, 5, 9, 8, 2, 1, 0, 4, 3}, {8, 7, 6, 5, 9, 3, 2, 1, 0, 4},
        {9, 8, 7, 6, 5, 4, 3, 2, 1, 0}
    };
    private static final int[][] PERMUTATION = {
        {0, 1, 2, 3, 4, 5, 6, 7, 8, 9}, {1, 5, 7, 6, 2, 8, 3, 0, 9, 4}, {5, 8, 0, 3, 7, 9, 6, 1, 4, 2},
        {8, 9, 1, 6, 0, 4, 3, 5, 2, 7}, {9, 4, 5, 3, 1, 2, 6, 8, 7, 0}, {4, 2, 8, 6, 5, 7, 3, 9, 0, 1},
        {2, 7, 9, 3, 8, 0, 6, 4, 1, 5}, {7, 0, 4, 6, 9, 1, 3, 2, 5, 8}
    };

    private CheckDigits() {}

    static boolean areDigits(String text) {
        return areDigits(text, 0, text.length());
    }

    static boolean areDigits(String text, int start, int end) {
        for (int i = start; i < end; i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }

    /** The sum of the first digits by these weights. */
    static int weighted(String digits, int... weights) {
        int sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i] * digit(digits, i);
        }
        return sum;
    }

    static boolean luhn(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digit(digits, digits.length() - 1 - i) * (i % 2 + 1);
            sum += digit > 9 ? digit - 9 : digit;
        }
        return sum % 10 == 0;
    }

    static boolean pesel(String n) {
        if (!areDigits(n)) {
            return false;
        }
        int month = number(n, 2, 2);
        int century = month / MONTHS_OF_A_CENTURY == 4 ? 1800 : 1900 + 100 * (month / MONTHS_OF_A_CENTURY);
        return weighted(n, 1, 3, 7, 9, 1, 3, 7, 9, 1, 3, 1) % 10 == 0
                && isDay(century + number(n, 0, 2), month % MONTHS_OF_A_CENTURY, number(n, 4, 2));
    }

    /** Lithuania's and Estonia's are the same. */
    static boolean baltic(String n) {
        if (!areDigits(n) || n.charAt(0) < '1' || n.charAt(0) > '8') {
            return false;
        }
        int control = weighted(n, 1, 2, 3, 4, 5, 6, 7, 8, 9, 1) % 11;
        if (control == 10) {
            control = weighted(n, 3, 4, 5, 6, 7, 8, 9, 1, 2, 3) % 11 % 10;
        }
        int century = 1800 + (digit(n, 0) - 1) / 2 * 100;
        return control == digit(n, 10) && isDay(century + number(n, 1, 2), number(n, 3, 2), number(n, 5, 2));
    }

    static boolean nip(String n) {
        return areDigits(n) && weighted(n, 6, 5, 7, 2, 3, 4, 5, 6, 7) % 11 == digit(n, 9);
    }

    static boolean regon(String n) {
        return areDigits(n)
                && weighted(n, 8, 9, 2, 3, 4, 5, 6, 7) % 11 % 10 == digit(n, 8)
                && (n.length() == 9 || weighted(n, 2, 4, 8, 5, 0, 9, 7, 3, 6, 1, 2, 4, 8) % 11 % 10 == digit(n, 13));
    }

    static boolean socialSecurity(String n) {
        return areDigits(n)
                && !n.startsWith("000")
                && !n.startsWith("666")
                && number(n, 3, 2) > 0
                && number(n, 5, 4) > 0;
    }

    static boolean nhs(String n) {
        return areDigits(n) && (11 - weighted(n, 10, 9, 8, 7, 6, 5, 4, 3, 2) % 11) % 11 == digit(n, 9);
    }

    /** National insurance number: QQ 12 34 56 C. */
    static boolean nino(String n) {
        return isLetter(n, 0)
                && isLetter(n, 1)
                && areDigits(n, 2, 8)
                && "abcd".indexOf(n.charAt(8)) >= 0
                && "dfiquv".indexOf(n.charAt(0)) < 0
                && "dfiquvo".indexOf(n.charAt(1)) < 0;
    }

    /** ISO 7064 MOD 11,10, and one digit twice or thrice among the first ten. */
    static boolean steuerId(String n) {
        if (!areDigits(n) || n.charAt(0) == '0') {
            return false;
        }
        int product = 10;
        for (int i = 0; i < 10; i++) {
            int sum = (digit(n, i) + product) % 10;
            product = (sum == 0 ? 10 : sum) * 2 % 11;
        }
        return n.chars().limit(10).distinct().count() < 10 && (11 - product) % 10 == digit(n, 10);
    }

    /** A letter and nine digits (Krankenversichertennummer). */
    static boolean kvnr(String n) {
        if (!isLetter(n, 0) || !areDigits(n, 1, 10)) {
            return false;
        }
        int letter = n.charAt(0) - 'a' + 1;
        String digits = letter / 10 + "" + letter % 10 + n.substring(1);
        int sum = 0;
        for (int i = 0; i < 10; i++) {
            int product = digit(digits, i) * (i % 2 + 1);
            sum += product > 9 ? product - 9 : product;
        }
        return sum % 10 == digit(digits, 10);
    }

    /** Sozialversicherungsnummer: eight digits, a letter, three digits. */
    static boolean versicherung(String n) {
        if (!areDigits(n, 0, 8) || !isLetter(n, 8) || !areDigits(n, 9, 12)) {
            return false;
        }
        int letter = n.charAt(8) - 'a' + 1;
        String digits = n.substring(0, 8) + letter / 10 + letter % 10 + n.substring(9);
        int[] weights = {2, 1, 2, 5, 7, 1, 2, 1, 2, 1, 2, 1};
        int sum = 0;
        for (int i = 0; i < weights.length; i++) {
            int product = digit(digits, i) * weights[i];
            sum += product / 10 + product % 10;
        }
        return sum % 10 == digit(digits, 12);
    }

    static boolean austrian(String n) {
        return areDigits(n) && weighted(n, 3, 7, 9, 0, 5, 8, 4, 2, 1, 6) % 11 == digit(n, 3) && isShortDay(n, 4);
    }

    static boolean ahv(String n) {
        return areDigits(n)
                && n.startsWith("756")
                && (10 - weighted(n, 1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1, 3) % 10) % 10 == digit(n, 12);
    }

    static boolean nir(String n) {
        return areDigits(n)
                && (n.charAt(0) == '1' || n.charAt(0) == '2')
                && 97 - Long.parseLong(n.substring(0, 13)) % 97 == number(n, 13, 2);
    }

    static boolean dni(String n) {
        String digits = switch (n.charAt(0)) {
            case 'x' -> "0" + n.substring(1);
            case 'y' -> "1" + n.substring(1);
            case 'z' -> "2" + n.substring(1);
            default -> n;
        };
        return areDigits(digits, 0, 8) && DNI_LETTERS.charAt(number(digits, 0, 8) % 23) == digits.charAt(8);
    }

    static boolean codiceFiscale(String n) {
        int sum = 0;
        for (int i = 0; i < 15; i++) {
            char c = n.charAt(i);
            boolean digit = c >= '0' && c <= '9';
            if (!digit && !isLetter(n, i)) {
                return false;
            }
            int value = digit ? c - '0' : c - 'a';
            sum += i % 2 == 0 ? ITALIAN_ODD[value] : value;
        }
        for (int i = 0; i < 6; i++) {
            if (!isLetter(n, i)) {
                return false;
            }
        }
        return n.charAt(15) == 'a' + sum % 26;
    }

    static boolean bsn(String n) {
        return areDigits(n) && weighted(n, 9, 8, 7, 6, 5, 4, 3, 2) % 11 == digit(n, 8) && number(n, 0, 9) > 0;
    }

    static boolean belgian(String n) {
        if (!areDigits(n) || number(n, 2, 2) > 12 || number(n, 4, 2) > 31) {
            return false;
        }
        int check = number(n, 9, 2);
        long number = number(n, 0, 9);
        return 97 - number % 97 == check || 97 - (2_000_000_000L + number) % 97 == check;
    }

    static boolean swedish(String n) {
        String ten = n.substring(n.length() - 10);
        return areDigits(n) && luhn(ten) && isDay(2000, number(ten, 2, 2), number(ten, 4, 2) % 60);
    }

    static boolean hetu(String n) {
        if (!areDigits(n, 0, 6) || !isShortDay(n, 0)) {
            return false;
        }
        String rest = n.substring(n.length() - 4);
        boolean sign = n.length() == 10 || "abcdefuvwxy".indexOf(n.charAt(6)) >= 0;
        return sign
                && areDigits(rest, 0, 3)
                && HETU_LETTERS.charAt((int) (Long.parseLong(n.substring(0, 6) + rest.substring(0, 3)) % 31))
                        == rest.charAt(3);
    }

    static boolean danish(String n) {
        return areDigits(n) && isShortDay(n, 0);
    }

    static boolean norwegian(String n) {
        return areDigits(n)
                && isDay(2000, number(n, 2, 2), number(n, 0, 2) % 40)
                && weighted(n, 3, 7, 6, 1, 8, 9, 4, 5, 2, 1) % 11 == 0
                && weighted(n, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1) % 11 == 0;
    }

    static boolean latvian(String n) {
        return areDigits(n) && (n.startsWith("32") || isShortDay(n, 0));
    }

    /** Rodn\u00E9 \u010D\u00EDslo of ten digits. */
    static boolean czech(String n) {
        return areDigits(n) && Long.parseLong(n) % 11 == 0 && isDay(2000, number(n, 2, 2) % 50 % 20, number(n, 4, 2));
    }

    static boolean snils(String n) {
        return areDigits(n) && weighted(n, 9, 8, 7, 6, 5, 4, 3, 2, 1) % 101 % 100 == number(n, 9, 2);
    }

    static boolean cpf(String n) {
        return areDigits(n)
                && n.chars().distinct().count() > 1
                && weighted(n, 10, 9, 8, 7, 6, 5, 4, 3, 2) * 10 % 11 % 10 == digit(n, 9)
                && weighted(n, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2) * 10 % 11 % 10 == digit(n, 10);
    }

    static boolean canadian(String n) {
        return areDigits(n) && luhn(n);
    }

    static boolean chinese(String n) {
        if (!areDigits(n, 0, 17) || !isDay(number(n, 6, 4), number(n, 10, 2), number(n, 12, 2))) {
            return false;
        }
        int sum = weighted(n, 7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2);
        return "10x98765432".charAt(sum % 11) == n.charAt(17);
    }

    static boolean aadhaar(String n) {
        if (!areDigits(n) || n.charAt(0) < '2') {
            return false;
        }
        int check = 0;
        for (int i = 0; i < n.length(); i++) {
            check = DIHEDRAL[check][PERMUTATION[i % 8][digit(n, n.length() - 1 - i)]];
        }
        return check == 0;
    }

    static boolean medicare(String n) {
        return areDigits(n)
                && n.charAt(0) >= '2'
                && n.charAt(0) <= '6'
                && weighted(n, 1, 3, 7, 9, 1, 3, 7, 9) % 10 == digit(n, 8);
    }

    static boolean korean(String n) {
        return areDigits(n)
                && n.charAt(6) >= '1'
                && n.charAt(6) <= '8'
                && isDay(2000, number(n, 2, 2), number(n, 4, 2));
    }

    static boolean turkish(String n) {
        if (!areDigits(n) || n.charAt(0) == '0') {
            return false;
        }
        int odd = weighted(n, 1, 0, 1, 0, 1, 0, 1, 0, 1);
        int even = weighted(n, 0, 1, 0, 1, 0, 1, 0, 1);
        int tenth = Math.floorMod(odd * 7 - even, 10);
        return tenth == digit(n, 9) && (odd + even + tenth) % 10 == digit(n, 10);
    }

    static boolean romanian(String n) {
        int control = areDigits(n) ? weighted(n, 2, 7, 9, 1, 4, 6, 3, 5, 8, 2, 7, 9) % 11 : -1;
        return control >= 0
                && n.charAt(0) != '0'
                && (control == 10 ? 1 : control) == digit(n, 12)
                && isDay(2000, number(n, 3, 2), number(n, 5, 2));
    }

    static boolean irish(String n) {
        if (!areDigits(n, 0, 7) || !isLetter(n, 7) || (n.length() == 9 && !isLetter(n, 8))) {
            return false;
        }
        int second = n.length() == 9 && n.charAt(8) != 'w' ? n.charAt(8) - 'a' + 1 : 0;
        int sum = weighted(n, 8, 7, 6, 5, 4, 3, 2) + 9 * second;
        return "wabcdefghijklmnopqrstuv".charAt(sum % 23) == n.charAt(7);
    }

    /** DDMMYY. */
    private static boolean isShortDay(String n, int at) {
        return isDay(2000, number(n, at + 2, 2), number(n, at, 2));
    }

    private static boolean isLetter(String text, int at) {
        return text.charAt(at) >= 'a' && text.charAt(at) <= 'z';
    }

    private static int digit(String digits, int index) {
        return digits.charAt(index) - '0';
    }

    private static int number(String digits, int at, int length) {
        return Integer.parseInt(digits, at, at + length, 10);
    }

    private static boolean isDay(int year, int month, int day) {
        try {
            return LocalDate.of(year, month, day).getYear() == year;
        } catch (DateTimeException noSuchDay) {
            return false;
        }
    }
}

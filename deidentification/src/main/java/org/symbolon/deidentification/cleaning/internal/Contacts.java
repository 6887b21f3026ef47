package org.symbolon.deidentification.cleaning.internal;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.symbolon.deidentification.cleaning.Change;
import org.symbolon.deidentification.cleaning.Placeholder;

/** Finds e-mail addresses, URLs, telephone and national numbers by their form, whoever's they are. */
final class Contacts {
    private static final Pattern EMAIL =
            Pattern.compile("[\\p{L}\\d][\\p{L}\\d._%+-]{0,63}@[\\p{L}\\d-]{1,63}(?:\\.[\\p{L}\\d-]{1,63}){1,6}");
    private static final Pattern URL =
            Pattern.compile("(?:https?|ftp)://[^\\s<>\"'\\\\]+|(?<![\\p{L}\\d])www\\.[^\\s<>\"'\\\\]+");
    /** Names of vocabularies, not of anybody's server. */
    private static final Pattern VOCABULARY = Pattern.compile(
            "https?://(?:[a-z-]+\\.)*(?:w3\\.org|hl7\\.org|loinc\\.org|snomed\\.info|unitsofmeasure\\.org|nih\\.gov)(?:[/#].*)?");

    private static final Pattern INTERNATIONAL_PHONE =
            Pattern.compile("(?<![\\p{L}\\d])(?:\\+|00)[1-9]\\d{0,2}[ .()/-]{0,2}\\d(?:[ .()/-]{0,2}\\d){6,11}(?!\\d)");
    private static final Pattern AMERICAN_PHONE = Pattern.compile(
            "(?<![\\p{L}\\d.-])(?:1[ .-])?(?:\\(\\d{3}\\) ?|\\d{3}[.-])\\d{3}[ .-]\\d{4}(?![\\p{L}\\d]|[.-]\\d)");
    private static final Pattern LITHUANIAN_PHONE = Pattern.compile(
            "(?<![\\p{L}\\d.-])\\(?8[ -]\\(?\\d{1,3}\\)?[ -]?\\d{2,3}[ -]?\\d{2,5}(?![\\p{L}\\d]|[.-]\\d)");
    private static final Pattern MARKED_PHONE = Pattern.compile(
            "(?<!\\p{L})(?:tel|phone|fax|mob|kom|telefon\\p{L}*|telefax|cell)[.:]{0,2} ?(?:nr\\.? ?)?(\\(?\\+?\\d(?:[ ()/-]{0,2}\\d){4,13})",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern POLISH_PHONE =
            Pattern.compile("(?<![\\p{L}\\d.-])\\d{3}-\\d{3}-\\d{3}(?![\\p{L}\\d-])");
    private static final Pattern SOCIAL_SECURITY =
            Pattern.compile("(?<![\\p{L}\\d-])\\d{3}-\\d{2}-\\d{4}(?![\\p{L}\\d-])");
    private static final Pattern ELEVEN_DIGITS = Pattern.compile("(?<![\\p{L}\\d.])\\d{11}(?![\\p{L}\\d])");
    private static final int LITHUANIAN_DIGITS = 9;
    private static final Set<String> PHONE_WORDS = Set.of("tel", "phone", "fax", "mob", "kom", "telefax", "cell");
    private static final int[] PESEL_WEIGHTS = {1, 3, 7, 9, 1, 3, 7, 9, 1, 3};
    private static final int MONTHS_OF_A_CENTURY = 20;

    private Contacts() {}

    static void find(String text, Words words, Consumer<Change> found) {
        if (text.indexOf('@') >= 0) {
            Matcher email = EMAIL.matcher(text);
            while (email.find()) {
                found.accept(change(email, Placeholder.CONTACT));
            }
        }
        if (text.contains("://") || text.contains("www.")) {
            Matcher url = URL.matcher(text);
            while (url.find()) {
                if (!VOCABULARY.matcher(url.group()).matches()) {
                    found.accept(new Change(url.start(), url.end(), Placeholder.CONTACT.text()));
                }
            }
        }
        Scan scan = new Scan(text);
        for (int i = 0; i < words.count(); i++) {
            int start = words.start(i);
            if (scan.digits(start) > 0) {
                number(scan, start, found);
            } else if (isPhoneWord(words.folded(i))) {
                scan.at(MARKED_PHONE, start)
                        .ifPresent(match ->
                                found.accept(new Change(match.start(1), match.end(1), Placeholder.CONTACT.text())));
            }
        }
    }

    private static void number(Scan scan, int word, Consumer<Change> found) {
        char before = scan.before(word);
        int start = before == '(' || before == '+' ? word - 1 : word;
        Optional<Change> change = scan.at(ELEVEN_DIGITS, word)
                .filter(match -> isNational(match.group()))
                .map(match -> change(match, Placeholder.NUMBER))
                .or(() -> scan.at(SOCIAL_SECURITY, word).map(match -> change(match, Placeholder.NUMBER)))
                .or(() -> scan.at(INTERNATIONAL_PHONE, start).map(match -> change(match, Placeholder.CONTACT)))
                .or(() -> scan.at(AMERICAN_PHONE, start).map(match -> change(match, Placeholder.CONTACT)))
                .or(() -> scan.at(POLISH_PHONE, word).map(match -> change(match, Placeholder.CONTACT)))
                .or(() -> scan.at(LITHUANIAN_PHONE, start)
                        .filter(match -> countDigits(match.group()) == LITHUANIAN_DIGITS)
                        .map(match -> change(match, Placeholder.CONTACT)));
        change.ifPresent(found);
    }

    private static boolean isPhoneWord(String folded) {
        return PHONE_WORDS.contains(folded) || folded.startsWith("telefon");
    }

    private static long countDigits(String text) {
        return text.chars().filter(Character::isDigit).count();
    }

    private static Change change(MatchResult match, Placeholder placeholder) {
        return new Change(match.start(), match.end(), placeholder.text());
    }

    /** A Polish PESEL or a Lithuanian asmens kodas, by check digit and date of birth. */
    static boolean isNational(String digits) {
        return (isPesel(digits) && hasPeselDate(digits)) || (isAsmensKodas(digits) && hasAsmensKodasDate(digits));
    }

    private static boolean isPesel(String digits) {
        int sum = 0;
        for (int i = 0; i < PESEL_WEIGHTS.length; i++) {
            sum += PESEL_WEIGHTS[i] * digit(digits, i);
        }
        return (10 - sum % 10) % 10 == digit(digits, 10);
    }

    private static boolean hasPeselDate(String digits) {
        int month = number(digits, 2);
        int century = switch (month / MONTHS_OF_A_CENTURY) {
            case 0 -> 1900;
            case 1 -> 2000;
            case 2 -> 2100;
            case 3 -> 2200;
            default -> 1800;
        };
        return isDay(century + number(digits, 0), month % MONTHS_OF_A_CENTURY, number(digits, 4));
    }

    private static boolean isAsmensKodas(String digits) {
        int control = weighted(digits, 0);
        if (control == 10) {
            control = weighted(digits, 2) % 10;
        }
        return control == digit(digits, 10);
    }

    private static int weighted(String digits, int shift) {
        int sum = 0;
        for (int i = 0; i < 10; i++) {
            sum += ((i + shift) % 9 + 1) * digit(digits, i);
        }
        return sum % 11;
    }

    private static boolean hasAsmensKodasDate(String digits) {
        int century = 1800 + (digit(digits, 0) - 1) / 2 * 100;
        boolean known = digit(digits, 0) >= 1 && digit(digits, 0) <= 6;
        return known && isDay(century + number(digits, 1), number(digits, 3), number(digits, 5));
    }

    private static int digit(String digits, int index) {
        return digits.charAt(index) - '0';
    }

    private static int number(String digits, int index) {
        return digit(digits, index) * 10 + digit(digits, index + 1);
    }

    private static boolean isDay(int year, int month, int day) {
        try {
            return LocalDate.of(year, month, day).getYear() == year;
        } catch (DateTimeException noSuchDay) {
            return false;
        }
    }
}

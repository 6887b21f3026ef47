package org.symbolon.deidentification.cleaning.internal;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.symbolon.deidentification.cleaning.Change;
import org.symbolon.deidentification.cleaning.Placeholder;
import org.symbolon.deidentification.cleaning.TextKind;

/** Finds e-mail addresses, URLs, telephone numbers and network addresses by their form, whoever's they are. Owned by one call. */
final class Contacts {
    /** The part behind the sign. */
    private static final Pattern MAIL_HOST = Pattern.compile("@[\\p{L}\\d-]{1,63}(?:\\.[\\p{L}\\d-]{1,63}){1,6}");

    private static final Pattern URL = Pattern.compile("(?:https?|ftp)://[^\\s<>\"'\\\\]+|www\\.[^\\s<>\"'\\\\]+");
    /** Names of vocabularies, not of anybody's server. */
    private static final Pattern VOCABULARY = Pattern.compile(
            "https?://(?:[a-z-]+\\.)*(?:w3\\.org|hl7\\.org|loinc\\.org|snomed\\.info|unitsofmeasure\\.org|nih\\.gov)(?:[/#].*)?");

    private static final Pattern INTERNATIONAL_PHONE = Pattern.compile(
            "(?<![" + Scan.LETTER + "\\d])(?:\\+|00)[1-9]\\d{0,2}[ .()/-]{0,2}\\d(?:[ .()/-]{0,2}\\d){6,11}(?!\\d)");
    private static final Pattern AMERICAN_PHONE = Pattern.compile("(?<![" + Scan.LETTER
            + "\\d.-])(?:1[ .-])?(?:\\(\\d{3}\\) ?|\\d{3}[.-])\\d{3}[ .-]\\d{4}(?![" + Scan.LETTER + "\\d]|[.-]\\d)");
    private static final Pattern LITHUANIAN_PHONE = Pattern.compile("(?<![" + Scan.LETTER
            + "\\d.-])\\(?8[ -]\\(?\\d{1,3}\\)?[ -]?\\d{2,3}[ -]?\\d{2,5}(?![" + Scan.LETTER + "\\d]|[.-]\\d)");
    /** With the zero of the trunk, in groups: 020 7946 0958, 01 23 45 67 89, 030 1234567. */
    private static final Pattern TRUNK_PHONE = Pattern.compile(
            "(?<![" + Scan.LETTER + "\\d.-])\\(?0(?:\\d(?: \\d{2}){4}|\\d{2,4}\\)?[ /-]\\d{3,4}[ -]?\\d{3,4})(?!["
                    + Scan.LETTER + "\\d]|[.-]\\d)");

    private static final Pattern MARKED_PHONE =
            Pattern.compile("\\p{L}+[.:]{0,2} ?(?:n[ro]\\.? ?)?(\\(?\\+?\\d(?:[ ()./-]{0,2}\\d){4,13})");
    private static final Pattern POLISH_PHONE =
            Pattern.compile("(?<![" + Scan.LETTER + "\\d.-])\\d{3}-\\d{3}-\\d{3}(?![" + Scan.LETTER + "\\d-])");
    private static final Pattern NETWORK_ADDRESS = Pattern.compile(
            "(?<![" + Scan.LETTER + "\\d.])(?:10|192\\.168|172\\.(?:1[6-9]|2\\d|3[01]))(?:\\.\\d{1,3}){2,3}(?!["
                    + Scan.LETTER + "\\d]|\\.\\d)");
    private static final int LITHUANIAN_DIGITS = 9;
    private static final int MIN_PHONE_DIGITS = 7;
    private static final int LONGEST_PHONE = 24;
    private static final int MAX_MAILBOX = 64;
    private static final int MAX_PHONE_WORD = 12;
    static final Set<String> PHONE_WORDS = Set.of(
            "tel",
            "phone",
            "fax",
            "mob",
            "kom",
            "telefax",
            "cell",
            "mobile",
            "handy",
            "pager",
            "bleep",
            "ph",
            "telephone",
            "\u0442\u0435\u043B",
            "\u0444\u0430\u043A\u0441",
            "\u96FB\u8A71",
            "\u7535\u8BDD");

    private final String text;
    private final Words words;
    private final TextKind kind;
    private final Changes changes;

    Contacts(String text, Words words, TextKind kind, Changes changes) {
        this.text = text;
        this.words = words;
        this.kind = kind;
        this.changes = changes;
    }

    void find() {
        findMail();
        if (text.contains("://") || text.contains("www.")) {
            findUrls();
        }
        if (!words.haveDigits()) {
            return;
        }
        Scan scan = new Scan(text);
        for (int i = 0; i < words.count(); i++) {
            int start = words.start(i);
            if (words.beginsWithDigit(i)) {
                if (digitsAhead(start) >= MIN_PHONE_DIGITS) {
                    number(scan, start);
                }
            } else if (words.length(i) <= MAX_PHONE_WORD && isPhoneWord(words, i)) {
                scan.at(MARKED_PHONE, start).ifPresent(match -> add(match.start(1), match.end(1)));
            }
        }
    }

    private void findMail() {
        int position = 0;
        for (int at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
            int start = at;
            while (start > position && at - start < MAX_MAILBOX && isMailbox(text.charAt(start - 1))) {
                start--;
            }
            Matcher host = MAIL_HOST.matcher(text).region(at, text.length());
            if (start < at && host.lookingAt()) {
                add(start, host.end());
                position = host.end();
            }
        }
    }

    private static boolean isMailbox(char c) {
        return Character.isLetterOrDigit(c) || "._%+-".indexOf(c) >= 0;
    }

    private void findUrls() {
        Matcher url = URL.matcher(text);
        while (url.find()) {
            if (!VOCABULARY.matcher(url.group()).matches()) {
                int start = url.start();
                while (start > 0 && Character.isLetterOrDigit(text.charAt(start - 1))) {
                    start--;
                }
                add(start, url.end());
            }
        }
    }

    private void number(Scan scan, int word) {
        char before = scan.before(word);
        int start = before == '(' || before == '+' ? word - 1 : word;
        Optional<Matcher> found = scan.at(INTERNATIONAL_PHONE, start)
                .or(() -> scan.at(AMERICAN_PHONE, start))
                .or(() -> scan.at(POLISH_PHONE, word))
                .or(() -> scan.at(LITHUANIAN_PHONE, start).filter(match -> digits(match.group()) == LITHUANIAN_DIGITS))
                .or(() -> kind == TextKind.NARRATIVE ? scan.at(TRUNK_PHONE, start) : Optional.empty())
                .or(() -> scan.at(NETWORK_ADDRESS, word));
        found.ifPresent(match -> add(match.start(), match.end()));
    }

    private void add(int start, int end) {
        changes.add(new Change(start, end, Placeholder.CONTACT.text()));
    }

    private int digitsAhead(int start) {
        int digits = 0;
        for (int i = start; i < text.length() && i < start + LONGEST_PHONE; i++) {
            char c = text.charAt(i);
            if (c >= '0' && c <= '9') {
                digits++;
            } else if (" .()/-".indexOf(c) < 0) {
                break;
            }
        }
        return digits;
    }

    private static boolean isPhoneWord(Words words, int word) {
        String folded = words.folded(word);
        return words.isTrigger(word)
                ? PHONE_WORDS.contains(folded)
                : folded.startsWith("telefon") || folded.startsWith("\u0442\u0435\u043B\u0435\u0444\u043E\u043D");
    }

    private static long digits(String text) {
        return text.chars().filter(Character::isDigit).count();
    }
}

package org.symbolon.deidentification.cleaning.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.symbolon.deidentification.cleaning.Placeholder;
import org.symbolon.deidentification.cleaning.Whose;

/** What is looked for in the texts of one record, in every form in which it may be written. Built, then only read. */
public final class TermTables {
    private static final int MIN_OWN_NUMBER = 5;
    private static final int MIN_OTHER_NUMBER = 6;
    private static final int MIN_RECORD_IDENTIFIER = 8;
    private static final int MIN_PLACE_NAME = 4;
    private static final int MIN_POSTAL_CODE = 4;
    private static final int MIN_ORGANISATION = 5;
    private static final int MIN_HIDDEN_NAME = 3;
    private static final int MIN_SYNTAX_NAME = 4;
    private static final int MAX_PHRASE_WORDS = 24;

    private static final Pattern HOST_NAME = Pattern.compile("[\\w-]+(\\.[\\w-]+){0,9}\\.[A-Za-z]{2,}");

    private final NameTable names;
    private final PhraseTable phrases;
    private final UnspacedNames unspaced;
    private final NumberTable numbers;
    private final NumberTable ownNumbers;
    private final LinkTable links;
    private final FormTable places;
    private final Set<String> acronyms;
    private final Set<LocalDate> days = new HashSet<>();

    public TermTables() {
        this.names = new NameTable();
        this.phrases = new PhraseTable();
        this.unspaced = new UnspacedNames();
        this.numbers = new NumberTable();
        this.ownNumbers = new NumberTable();
        this.links = new LinkTable();
        this.places = new FormTable();
        this.acronyms = new HashSet<>();
    }

    /**
     * What is known of somebody already, which stays as it is, and numbers with digits and days that come to it: nothing else may
     * be added.
     */
    public TermTables(TermTables base) {
        this.names = base.names;
        this.phrases = base.phrases;
        this.unspaced = base.unspaced;
        this.numbers = new NumberTable(base.numbers);
        this.ownNumbers = new NumberTable(base.ownNumbers);
        this.links = base.links;
        this.places = base.places;
        this.acronyms = base.acronyms;
        this.days.addAll(base.days);
    }

    public void addName(String text, Whose whose) {
        Words words = new Words(text);
        if (words.areUnspaced()) {
            unspaced.add(text, Placeholder.NAME);
        }
        boolean named = false;
        boolean particle = false;
        for (int i = 0; i < words.count(); i++) {
            String word = words.folded(i);
            if (!isName(word)) {
                continue;
            }
            if (Titles.isParticle(word)) {
                particle = true;
            } else {
                names.add(words.written(i), word, whose);
                named = true;
            }
        }
        for (int i = 0; particle && !named && i < words.count(); i++) {
            if (isName(words.folded(i))) {
                names.add(words.written(i), words.folded(i), whose);
            }
        }
    }

    private static boolean isName(String word) {
        return word.length() >= 2 && !isNumber(word) && !Titles.isSuffix(word);
    }

    public void addOwnNumber(String text) {
        numbers.add(text, MIN_OWN_NUMBER, Placeholder.NUMBER);
        ownNumbers.add(text, MIN_OWN_NUMBER, Placeholder.NUMBER);
        withoutZeros(text);
        if (!hasDigit(text)) {
            addLetters(text);
        }
    }

    /** 0004711007 is 4711007 as well. */
    private void withoutZeros(String text) {
        int zeros = 0;
        while (zeros < text.length() && text.charAt(zeros) == '0') {
            zeros++;
        }
        if (zeros > 0) {
            numbers.add(text.substring(zeros), MIN_OWN_NUMBER, Placeholder.NUMBER);
        }
    }

    /** Whether a number has any. */
    public static boolean hasDigit(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isDigit(text.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    /** An identifier of letters only is looked for as words, unless they are ordinary ones. */
    private void addLetters(String text) {
        List<String> words = words(text);
        boolean ordinary = words.stream().allMatch(CommonWords::contains);
        if (!ordinary && text.length() >= MIN_OWN_NUMBER && words.size() <= MAX_PHRASE_WORDS) {
            phrases.add(words, Placeholder.NUMBER);
        }
    }

    public void addNumber(String text) {
        numbers.add(text, MIN_OTHER_NUMBER, Placeholder.NUMBER);
    }

    public void addRecordIdentifier(String text) {
        numbers.add(text.substring(text.lastIndexOf('/') + 1), MIN_RECORD_IDENTIFIER, Placeholder.NUMBER);
    }

    public void addContact(String text) {
        int scheme = text.startsWith("tel:") || text.startsWith("fax:") ? 4 : text.startsWith("mailto:") ? 7 : 0;
        String value = text.substring(scheme).strip();
        if (value.indexOf('@') > 0
                || value.contains("://")
                || (value.indexOf('.') > 0 && HOST_NAME.matcher(value).matches())) {
            links.add(value);
        } else {
            Phones.dialled(value).forEach(way -> numbers.add(way, MIN_OTHER_NUMBER, Placeholder.CONTACT));
        }
    }

    public void addAddress(String text) {
        unspaced.add(text, Placeholder.ADDRESS);
        List<String> words = words(text);
        phrases.addAddressWords(words);
        if (words.size() > MAX_PHRASE_WORDS) {
            return;
        }
        if (words.size() > 1) {
            phrases.add(words, Placeholder.ADDRESS);
            List<String> street = words.stream().filter(word -> !isNumber(word)).toList();
            if (street.size() > 1 && !street.stream().allMatch(CommonWords::contains)) {
                phrases.add(street, Placeholder.ADDRESS);
            }
        }
        numbers.add(text, MIN_POSTAL_CODE, Placeholder.ADDRESS);
        for (String word : words) {
            if (isNumber(word)
                    || word.length() < MIN_PLACE_NAME
                    || CommonWords.contains(word)
                    || StreetWords.contains(word)) {
                continue;
            }
            phrases.add(List.of(word), Placeholder.ADDRESS);
            places.add(word);
        }
    }

    public void addOrganisation(String text) {
        unspaced.add(text, Placeholder.ORGANISATION);
        List<String> words = words(text);
        if (words.isEmpty() || words.size() > MAX_PHRASE_WORDS) {
            return;
        }
        boolean tooShort =
                words.size() == 1 && (words.get(0).length() < MIN_ORGANISATION || CommonWords.contains(words.get(0)));
        if (!tooShort) {
            phrases.add(words, Placeholder.ORGANISATION);
        }
        List<String> own =
                words.stream().filter(word -> !Organisations.isGeneric(word)).toList();
        if (own.size() < words.size() && Organisations.tells(own)) {
            phrases.add(own, Placeholder.ORGANISATION);
        }
        String acronym = Organisations.acronym(words);
        if (!acronym.isEmpty()) {
            acronyms.add(acronym);
        }
    }

    public void addDay(LocalDate day) {
        days.add(day);
    }

    public boolean namesDay(LocalDate day) {
        return days.contains(day);
    }

    /** Nothing is added after. */
    public void finish() {
        phrases.finish();
    }

    private static List<String> words(String text) {
        Words words = new Words(text);
        List<String> list = new ArrayList<>(words.count());
        for (int i = 0; i < words.count(); i++) {
            list.add(words.folded(i));
        }
        return list;
    }

    static boolean isNumber(String word) {
        for (int i = 0; i < word.length(); i++) {
            if (!Character.isDigit(word.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    NameTable names() {
        return names;
    }

    UnspacedNames unspaced() {
        return unspaced;
    }

    PhraseTable phrases() {
        return phrases;
    }

    NumberTable numbers() {
        return numbers;
    }

    /** E-mail addresses and URLs. */
    LinkTable links() {
        return links;
    }

    /** Of the names of organisations, folded. */
    Set<String> acronyms() {
        return acronyms;
    }

    /** Whether a word is the name of a place in an inflected form. */
    boolean isPlace(String folded) {
        return folded.length() >= MIN_PLACE_NAME && places.contains(folded) && !CommonWords.contains(folded);
    }

    /** Every day that a date of the record names. */
    Set<LocalDate> days() {
        return days;
    }

    /**
     * Whether a value that should say nothing about anybody is a number of the patient's after all, or holds two parts of his
     * name.
     */
    public boolean areHiddenIn(String value) {
        if (value.length() < MIN_OWN_NUMBER || !mayHide(value)) {
            return false;
        }
        if (ownNumbers.contains(value)) {
            return true;
        }
        Set<String> found = new HashSet<>();
        for (String word : words(value)) {
            if (word.length() >= MIN_HIDDEN_NAME && names.own().contains(word)) {
                found.add(word);
            }
        }
        return found.size() > 1;
    }

    /** A quick look at what {@link #areHiddenIn} is mostly asked for: false only where nothing can be hidden. */
    private boolean mayHide(String value) {
        boolean digits = false;
        int begins = 0;
        int start = -1;
        for (int i = 0; i <= value.length(); i++) {
            char c = i < value.length() ? value.charAt(i) : ' ';
            if (c >= 0x80 || c == '&') {
                return true;
            }
            boolean digit = c >= '0' && c <= '9';
            if (digit || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')) {
                digits |= digit;
                start = start < 0 ? i : start;
            } else if (start >= 0) {
                if (i - start >= MIN_HIDDEN_NAME
                        && names.mayBegin(lower(value.charAt(start)), lower(value.charAt(start + 1)))) {
                    begins++;
                }
                start = -1;
            }
        }
        return begins > 1 || (digits && ownNumbers.mayBegin(value));
    }

    /** Whether a name or an own number may begin with these, which are of ASCII; false only where none does. */
    public boolean mayBegin(char first, char second) {
        return names.mayBegin(lower(first), lower(second)) || ownNumbers.may(lower(first), lower(second));
    }

    private static char lower(char c) {
        return c >= 'A' && c <= 'Z' ? (char) (c | 0x20) : c;
    }

    /** Whether a word of this, which should be syntax only, is a part of the patient's name or a number of his. */
    public boolean stickOutOf(String syntax) {
        Words words = new Words(syntax);
        for (int i = 0; i < words.count(); i++) {
            String word = words.folded(i);
            boolean name = word.length() >= MIN_SYNTAX_NAME
                    && names.own().contains(word)
                    && names.hit(word) == NameTable.Hit.EXACT
                    && words.isCapitalised(i);
            if (name || ownNumbers.contains(word)) {
                return true;
            }
        }
        return false;
    }
}

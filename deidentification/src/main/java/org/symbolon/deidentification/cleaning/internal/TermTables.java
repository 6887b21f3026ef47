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

    private final NameTable names = new NameTable();
    private final PhraseTable phrases = new PhraseTable();
    private final UnspacedNames unspaced = new UnspacedNames();
    private final NumberTable numbers = new NumberTable();
    private final NumberTable ownNumbers = new NumberTable();
    private final LinkTable links = new LinkTable();
    private final FormTable places = new FormTable();
    private final Set<String> acronyms = new HashSet<>();
    private final Set<LocalDate> days = new HashSet<>();

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

    private static boolean hasDigit(String text) {
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
        if (value.length() < MIN_OWN_NUMBER) {
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

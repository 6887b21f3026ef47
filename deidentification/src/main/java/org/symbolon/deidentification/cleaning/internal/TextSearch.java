package org.symbolon.deidentification.cleaning.internal;

import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.util.List;
import java.util.Locale;
import org.symbolon.deidentification.cleaning.Change;
import org.symbolon.deidentification.cleaning.CleaningOptions;
import org.symbolon.deidentification.cleaning.CleaningTally;
import org.symbolon.deidentification.cleaning.Placeholder;
import org.symbolon.deidentification.cleaning.TextKind;
import org.symbolon.deidentification.cleaning.internal.PhraseTable.Phrase;

/** Finds what is to be changed in the texts of one record. Not thread-safe. */
public final class TextSearch {
    private static final int MAX_ADDRESS_GAP = 3;

    private final TermTables values;
    private final WrittenDates dates;
    private final Charset charset;
    private long seen;
    private long kept;

    public TextSearch(TermTables values, String language, int days, CleaningOptions options, Charset charset) {
        this.values = values;
        this.charset = charset;
        this.dates = new WrittenDates(values.days(), days, !language.isEmpty() && !language.startsWith("en"));
    }

    /** What changes in a text, in order. */
    public List<Change> changes(String text, TextKind kind) {
        Changes changes = new Changes(text);
        Words words = new Words(text);
        findIdentity(text, words, kind, changes);
        if (kind != TextKind.LABEL && text.chars().anyMatch(c -> c >= '0' && c <= '9')) {
            Changes moved = new Changes(text);
            dates.find(text, words, change -> {
                if (!moved.covers(change.start()) && !changes.covers(change.start())) {
                    moved.add(written(change));
                }
            });
            moved.list().forEach(changes::add);
        }
        List<Change> list = changes.list();
        count(words, list);
        return list;
    }

    private void count(Words words, List<Change> changes) {
        seen += words.count();
        kept += words.count();
        int word = 0;
        for (Change change : changes) {
            while (word < words.count() && words.end(word) <= change.start()) {
                word++;
            }
            boolean placeholder = change.replacement().startsWith("[");
            while (word < words.count() && words.start(word) < change.end()) {
                kept -= placeholder ? 1 : 0;
                word++;
            }
        }
    }

    public CleaningTally tally() {
        return new CleaningTally(seen, kept);
    }

    /** Whether there is anything but dates to be changed. */
    public boolean holdsIdentity(String text, TextKind kind) {
        Changes changes = new Changes(text);
        findIdentity(text, new Words(text), kind, changes);
        return !changes.list().isEmpty();
    }

    /** Everything but dates. */
    private void findIdentity(String text, Words words, TextKind kind, Changes changes) {
        if (words.count() == 0) {
            return;
        }
        findLinks(text, changes);
        if (kind != TextKind.LABEL) {
            Contacts.find(text, words, changes::add);
        }
        values.unspaced().find(text, changes::add);
        findNumbers(words, changes);
        findPhrases(words, changes);
        new NameFinder(text, words, values.names(), kind).find(changes);
    }

    private void findLinks(String text, Changes changes) {
        if (values.links().isEmpty() || text.indexOf('.') < 0) {
            return;
        }
        String lower = text.toLowerCase(Locale.ROOT);
        for (String link : values.links()) {
            for (int at = lower.indexOf(link);
                    at >= 0 && lower.length() == text.length();
                    at = lower.indexOf(link, at + 1)) {
                changes.add(new Change(at, at + link.length(), Placeholder.CONTACT.text()));
            }
        }
    }

    private void findNumbers(Words words, Changes changes) {
        for (int i = 0; i < words.count(); i++) {
            NumberTable.Found found = values.numbers().at(words, i);
            if (found != null) {
                changes.add(new Change(
                        found.start(), found.end(), found.placeholder().text()));
                i = found.lastWord();
            }
        }
    }

    private void findPhrases(Words words, Changes changes) {
        for (int i = 0; i < words.count(); i++) {
            Phrase phrase = values.phrases().at(words, i);
            if (phrase == null) {
                continue;
            }
            int first = i;
            int last = i + phrase.words().size() - 1;
            if (phrase.placeholder() == Placeholder.ADDRESS) {
                while (first > 0 && continuesAddress(words, first - 1, first)) {
                    first--;
                }
                while (last + 1 < words.count() && continuesAddress(words, last + 1, last + 1)) {
                    last++;
                }
            }
            changes.add(new Change(
                    words.start(first), words.end(last), phrase.placeholder().text()));
            i = last;
        }
    }

    private boolean continuesAddress(Words words, int word, int gapBefore) {
        return values.phrases().isAddressWord(words.folded(word))
                && words.gapLength(gapBefore) <= MAX_ADDRESS_GAP
                && words.gapBefore(gapBefore).chars().allMatch(c -> " ,.-/".indexOf(c) >= 0);
    }

    /** A date that the record's character set cannot write becomes a placeholder. */
    private Change written(Change change) {
        CharsetEncoder encoder = charset.canEncode() ? charset.newEncoder() : null;
        return encoder == null || encoder.canEncode(change.replacement())
                ? change
                : new Change(change.start(), change.end(), Placeholder.DATE.text());
    }
}

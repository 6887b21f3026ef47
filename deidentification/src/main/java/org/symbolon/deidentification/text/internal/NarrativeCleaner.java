package org.symbolon.deidentification.text.internal;

import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.util.List;
import java.util.Locale;
import org.symbolon.deidentification.text.internal.PhraseTable.Phrase;
import org.symbolon.record.ClinicalRecord;

/**
 * Takes identity out of the free text of one record: the names, numbers, addresses and organisations that its own fields hold,
 * in every form in which a sentence may have them, and what tells itself by its form, such as telephone numbers. Dates are
 * moved. Cleaning what is clean changes nothing but dates. Not thread-safe.
 */
public final class NarrativeCleaner {
    private static final int MAX_ADDRESS_GAP = 3;

    private final IdentityValues values;
    private final WrittenDates dates;
    private final Charset charset;

    public NarrativeCleaner(IdentityValues values, ClinicalRecord record, int days) {
        this.values = values;
        this.charset = record.charset();
        String language = record.visit().language().toLowerCase(Locale.ROOT);
        this.dates = new WrittenDates(values.days(), days, !language.isEmpty() && !language.startsWith("en"));
    }

    /** What changes in a narrative text, in order. */
    List<Change> clean(String text) {
        Changes changes = new Changes(text);
        Words words = new Words(text);
        findIdentity(text, words, TextKind.NARRATIVE, changes);
        if (text.chars().anyMatch(c -> c >= '0' && c <= '9')) {
            Changes moved = new Changes(text);
            dates.find(text, words, change -> {
                if (!moved.covers(change.start()) && !changes.covers(change.start())) {
                    moved.add(written(change));
                }
            });
            moved.list().forEach(changes::add);
        }
        return changes.list();
    }

    /** What changes in the text of a code or a heading. */
    List<Change> cleanLabel(String text) {
        Changes changes = new Changes(text);
        findIdentity(text, new Words(text), TextKind.LABEL, changes);
        return changes.list();
    }

    /** Everything but dates. */
    void findIdentity(String text, Words words, TextKind kind, Changes changes) {
        if (words.count() == 0) {
            return;
        }
        findLinks(text, changes);
        if (kind == TextKind.NARRATIVE) {
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

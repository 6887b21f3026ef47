package org.symbolon.deidentification.cleaning.internal;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.symbolon.deidentification.cleaning.Change;
import org.symbolon.deidentification.cleaning.CleaningOptions;
import org.symbolon.deidentification.cleaning.CleaningTally;
import org.symbolon.deidentification.cleaning.DateOrder;
import org.symbolon.deidentification.cleaning.Placeholder;
import org.symbolon.deidentification.cleaning.TextKind;
import org.symbolon.deidentification.cleaning.internal.PhraseTable.Phrase;
import org.symbolon.model.Uid;

/** Finds what is to be changed in the texts of one record. Not thread-safe. */
public final class TextSearch {
    private static final int MAX_ADDRESS_GAP = 3;
    private static final int MIN_ACRONYM = 3;
    private static final int MAX_DIGITS_OF_A_UID = 64;
    private static final int MIN_UID = 26;
    private static final String REGISTERED_UID = "1.2.840.10008.";

    private final TermTables values;
    private final WrittenDates dates;
    private final CleaningOptions options;
    private final NationalNumbers national;
    private final List<Pattern> expressions;
    private final Charset charset;
    private final @Nullable UnaryOperator<String> uids;
    private long seen;
    private long kept;

    public TextSearch(
            TermTables values,
            String language,
            int days,
            CleaningOptions options,
            NationalNumbers national,
            List<Pattern> expressions,
            Charset charset,
            @Nullable UnaryOperator<String> uids) {
        this.values = values;
        this.charset = charset;
        this.uids = uids;
        this.options = options;
        this.national = national;
        this.expressions = expressions;
        this.dates = new WrittenDates(values.days(), days, order(language, options.dateOrder()));
    }

    private static DateOrder order(String language, DateOrder option) {
        if (option != DateOrder.UNKNOWN || language.isEmpty() || language.equals("en")) {
            return option;
        }
        return language.equals("en-us") ? DateOrder.MONTH_FIRST : DateOrder.DAY_FIRST;
    }

    /** What changes in a text, in order. */
    public List<Change> changes(String text, TextKind kind) {
        Words words = new Words(text);
        if (words.count() == 0) {
            return List.of();
        }
        Changes changes = new Changes(text);
        if (uids != null && kind == TextKind.NARRATIVE && words.haveDigits()) {
            replaceUids(text, words, uids, changes);
        }
        findIdentity(text, words, kind, changes);
        if (kind != TextKind.LABEL && words.haveDigits()) {
            Changes moved = new Changes(text);
            dates.find(text, words, kind, change -> {
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

    private static void replaceUids(String text, Words words, UnaryOperator<String> uids, Changes changes) {
        for (int i = 0; i < words.count(); i++) {
            int start = words.start(i);
            int end = changes.covers(start) ? -1 : uid(text, words, i);
            if (end > 0) {
                String uid = text.substring(start, end);
                changes.add(new Change(start, end, Uid.isUid(uid) ? uids.apply(uid) : Placeholder.NUMBER.text()));
            }
        }
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

    /** Whether there is anything but dates, and UIDs that have a substitute, to be changed. */
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
        values.links().find(text, words, changes);
        boolean digits = words.haveDigits();
        if (digits) {
            findNumbers(words, changes);
        }
        if (kind != TextKind.LABEL) {
            new Contacts(text, words, kind, changes).find();
            if (digits) {
                findForms(text, words, kind, changes);
            }
            findExpressions(text, changes);
        }
        if (words.areUnspaced()) {
            values.unspaced().find(text, changes::add);
        }
        findPhrases(words, changes);
        new NameFinder(text, words, values.names(), kind, options.keptWords()).find(changes);
    }

    /** What tells itself by its form. */
    private void findForms(String text, Words words, TextKind kind, Changes changes) {
        for (int i = 0; i < words.count(); i++) {
            int last = national.lastWord(words, i);
            if (last >= 0) {
                changes.add(new Change(words.start(i), words.end(last), Placeholder.NUMBER.text()));
                i = last;
            } else {
                int end = uids != null && kind == TextKind.NARRATIVE ? -1 : uid(text, words, i);
                if (end > 0) {
                    changes.add(new Change(words.start(i), end, Placeholder.NUMBER.text()));
                }
            }
        }
        new NumberCues(text, words, changes).find(kind);
        Ages ages = new Ages(text, words, options.oldestAge());
        ages.find(changes);
        if (words.areUnspaced()) {
            ages.findUnspaced(changes);
        }
        new Streets(words).find(changes);
    }

    /** Where a UID that nobody registered for all ends, if one begins with this word; else negative. */
    private static int uid(String text, Words words, int word) {
        int start = words.start(word);
        boolean may = words.length(word) == 1
                && words.beginsWithDigit(word)
                && words.first(word) <= '2'
                && words.isFollowedByDot(word)
                && !(start > 0 && text.charAt(start - 1) == '.');
        if (!may) {
            return -1;
        }
        int end = start;
        int dots = 0;
        while (end < text.length() && end - start <= MAX_DIGITS_OF_A_UID) {
            char c = text.charAt(end);
            if (c == '.') {
                dots++;
            } else if (c < '0' || c > '9') {
                break;
            }
            end++;
        }
        while (text.charAt(end - 1) == '.') {
            end--;
        }
        boolean own = end - start >= MIN_UID && dots > 2 && !text.startsWith(REGISTERED_UID, start);
        while (own && end < text.length() && Character.isLetterOrDigit(text.charAt(end))) {
            end++;
        }
        return own ? end : -1;
    }

    private void findExpressions(String text, Changes changes) {
        for (Pattern expression : expressions) {
            Matcher match = expression.matcher(text);
            while (match.find()) {
                if (match.end() > match.start()) {
                    changes.add(new Change(match.start(), match.end(), Placeholder.NUMBER.text()));
                }
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
            if (phrase != null) {
                i = add(words, i, i + phrase.words().size() - 1, phrase.placeholder(), changes);
            } else if (words.isCapitalised(i) && !words.beginsWithDigit(i)) {
                if (values.isPlace(words.folded(i))) {
                    i = add(words, i, i, Placeholder.ADDRESS, changes);
                } else if (words.length(i) >= MIN_ACRONYM
                        && values.acronyms().contains(words.folded(i))
                        && words.isShouted(i)) {
                    add(words, i, i, Placeholder.ORGANISATION, changes);
                }
            }
        }
    }

    /** The last word that it took, since an address goes on with its other words. */
    private int add(Words words, int from, int to, Placeholder placeholder, Changes changes) {
        int first = from;
        int last = to;
        if (placeholder == Placeholder.ADDRESS) {
            while (first > 0 && continuesAddress(words, first - 1, first)) {
                first--;
            }
            while (last + 1 < words.count() && continuesAddress(words, last + 1, last + 1)) {
                last++;
            }
        }
        changes.add(new Change(words.start(first), words.end(last), placeholder.text()));
        return last;
    }

    private boolean continuesAddress(Words words, int word, int gapBefore) {
        return values.phrases().isAddressWord(words.folded(word)) && words.isGap(gapBefore, MAX_ADDRESS_GAP, " ,.-/");
    }

    /** A date that the record's character set cannot write becomes a placeholder. */
    private Change written(Change change) {
        CharsetEncoder encoder = charset.canEncode() ? charset.newEncoder() : null;
        return encoder == null || encoder.canEncode(change.replacement())
                ? change
                : new Change(change.start(), change.end(), Placeholder.DATE.text());
    }
}

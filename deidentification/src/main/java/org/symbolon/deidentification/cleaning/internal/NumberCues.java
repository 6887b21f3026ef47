package org.symbolon.deidentification.cleaning.internal;

import java.util.HashSet;
import java.util.Set;
import org.symbolon.deidentification.cleaning.Change;
import org.symbolon.deidentification.cleaning.Placeholder;
import org.symbolon.deidentification.cleaning.TextKind;

/** Identifiers that the record does not hold, told by the word before them: MRN 00123, Acc# 4711, nr historii 12/2019, Room 312. */
final class NumberCues {
    private static final Set<String> SURE = WordSet.of(
            "mrn pid patid patientid patno accession accn accno uhid empi upi hospno pesel nip regon nhs ssn snils polis nhi fallnr "
                    + "fallnummer patnr patientennummer patientennr versichertennummer versichertennr auftragsnummer untersuchungsnummer "
                    + "ak policy passport pasas paszport ausweisnummer license licence plate npi dea medicaid subscriber "
                    + "\u0441\u043D\u0438\u043B\u0441 \u043F\u043E\u043B\u0438\u0441 \u043F\u0430\u0441\u043F\u043E\u0440\u0442 \u0438\u043D\u043D");
    private static final Set<String> WITH_COLON = WordSet.of("id acc identifier ident kodas");
    private static final Set<String> WITH_NUMBER = WordSet.of(
            "patient pat pacjent pacjenta pacientas paciento study exam order visit encounter account acct chart case specimen record "
                    + "hospital admission episode medical referral request requisition insurance member claim ksiegi ksiega glownej "
                    + "historii historia choroby badania badanie skierowania karty karta zlecenia tyrimo tyrimas ligos istorijos korteles "
                    + "fall auftrags befund versicherten social dossier historia expediente "
                    + "\u0438\u0441\u0442\u043E\u0440\u0438\u0438 \u0438\u0441\u0442\u043E\u0440\u0438\u044F \u0431\u043E\u043B\u0435\u0437\u043D\u0438 "
                    + "\u043A\u0430\u0440\u0442\u044B \u043A\u0430\u0440\u0442\u0430");
    private static final Set<String> NUMBER =
            WordSet.of("no nr num number numer numeris nummer id \u2116 \u043D\u043E\u043C\u0435\u0440");
    private static final Set<String> BEFORE_CUE = Set.of("nr", "numer", "no", "\u2116");
    private static final Set<String> ROOMS = WordSet.of(
            "room rm ward bed bay cubicle sala sali pokoj lozko lozka oddzial palata palatos lova zimmer bett station "
                    + "\u043F\u0430\u043B\u0430\u0442\u0430 \u043A\u043E\u0439\u043A\u0430");
    private static final int MIN_CHARACTERS = 4;
    private static final int MIN_DIGITS = 3;
    private static final int MIN_UNMARKED_DIGITS = 5;
    private static final int MAX_PREFIX = 5;
    private static final int MAX_ROOM = 5;
    private static final int MAX_GAP = 4;
    private static final int MAX_PARTS = 6;

    private final String text;
    private final Words words;
    private final Changes changes;

    NumberCues(String text, Words words, Changes changes) {
        this.text = text;
        this.words = words;
        this.changes = changes;
    }

    static Set<String> triggers() {
        Set<String> words = new HashSet<>(SURE);
        words.addAll(WITH_COLON);
        words.addAll(WITH_NUMBER);
        words.addAll(ROOMS);
        words.add("mr");
        return words;
    }

    void find(TextKind kind) {
        for (int i = 0; i + 1 < words.count(); i++) {
            if (!words.isTrigger(i)) {
                continue;
            }
            String cue = words.folded(i);
            if (SURE.contains(cue)) {
                number(afterNumberWords(i + 1), MIN_DIGITS);
            } else if (WITH_COLON.contains(cue)) {
                boolean marked = isMarked(i + 1) || NUMBER.contains(words.folded(i + 1));
                number(afterNumberWords(i + 1), marked ? MIN_DIGITS : MIN_UNMARKED_DIGITS);
            } else if (WITH_NUMBER.contains(cue)) {
                withNumber(i);
            } else if (kind == TextKind.NARRATIVE && ROOMS.contains(cue)) {
                room(i + 1);
            } else if (cue.equals("mr") && words.isFollowedBy(i, '#')) {
                number(i + 1, MIN_DIGITS);
            }
        }
    }

    /** Patient no. 123, Study #123, nr historii choroby 123: the word needs another that says number. */
    private void withNumber(int cue) {
        int next = cue + 1;
        while (next < words.count()
                && next < cue + 3
                && words.gapLength(next) == 1
                && WITH_NUMBER.contains(words.folded(next))) {
            next++;
        }
        if (next >= words.count()) {
            return;
        }
        boolean before = cue > 0 && words.gapLength(cue) <= 2 && BEFORE_CUE.contains(words.folded(cue - 1));
        boolean after = NUMBER.contains(words.folded(next)) && words.gapLength(next) <= 2;
        boolean sign = hasSign(next, '#') || hasSign(next, '\u2116');
        if (before || after || sign) {
            number(afterNumberWords(next), MIN_DIGITS);
        }
    }

    private boolean hasSign(int word, char sign) {
        return words.gapLength(word) <= MAX_GAP && words.gapBefore(word).indexOf(sign) >= 0;
    }

    private boolean isMarked(int word) {
        return hasSign(word, ':') || hasSign(word, '#') || hasSign(word, '=');
    }

    private int afterNumberWords(int word) {
        int next = word;
        while (next < words.count()
                && next < word + 2
                && words.gapLength(next) <= MAX_GAP
                && NUMBER.contains(words.folded(next))) {
            next++;
        }
        return next;
    }

    /** A number begins here, and goes on over hyphens and slashes. */
    private void number(int first, int minDigits) {
        if (first >= words.count()
                || words.gapLength(first) > MAX_GAP
                || !words.isGap(first, MAX_GAP, " .:#=-\u2116\u00A0\uFF1A")) {
            return;
        }
        int last = first;
        while (last + 1 < words.count()
                && last - first < MAX_PARTS
                && words.isGap(last + 1, "-/._")
                && hasDigit(words.start(last + 1), words.end(last + 1))) {
            last++;
        }
        int start = words.start(first);
        int end = words.end(last);
        boolean begins = hasDigit(start, words.end(first)) || (last > first && words.length(first) <= MAX_PREFIX);
        if (begins && end - start >= MIN_CHARACTERS && countDigits(start, end) >= minDigits) {
            changes.add(new Change(start, end, Placeholder.NUMBER.text()));
        }
    }

    private void room(int word) {
        int number = word;
        if (NUMBER.contains(words.folded(word))) {
            number++;
        }
        if (number >= words.count()
                || !words.isGap(number, 2, " .:#")
                || words.length(number) > MAX_ROOM
                || !hasDigit(words.start(number), words.end(number))
                || words.isFollowedBy(number, '%')) {
            return;
        }
        boolean counted =
                number + 1 < words.count() && (words.folded(number + 1).equals("of") || words.isGap(number + 1, "./:"));
        if (!counted) {
            changes.add(new Change(words.start(number), words.end(number), Placeholder.ADDRESS.text()));
        }
    }

    private boolean hasDigit(int start, int end) {
        return countDigits(start, end) > 0;
    }

    private int countDigits(int start, int end) {
        int digits = 0;
        for (int i = start; i < end; i++) {
            digits += Character.isDigit(text.charAt(i)) ? 1 : 0;
        }
        return digits;
    }
}

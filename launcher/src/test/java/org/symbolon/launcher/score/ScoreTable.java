package org.symbolon.launcher.score;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.symbolon.testkit.score.AnswerKey;
import org.symbolon.testkit.score.ScoreAction;
import org.symbolon.testkit.score.ScoreCard;

/** Scores of several profiles side by side, as a table in Markdown. */
final class ScoreTable {
    private static final String BEGIN = "<!-- score: written by ScoreIT -->";
    private static final String END = "<!-- end of score -->";

    private final AnswerKey key;
    private final Map<String, ScoreCard> cards;

    ScoreTable(AnswerKey key, Map<String, ScoreCard> cards) {
        this.key = key;
        this.cards = cards;
    }

    String markdown() {
        StringBuilder text = new StringBuilder();
        long images =
                key.objects().stream().filter(object -> !object.isRecord()).count();
        text.append(images)
                .append(" DICOM objects, ")
                .append(key.objects().size() - images)
                .append(" textual records, ")
                .append(key.plantedValues())
                .append(" different planted values.\n\n| action |");
        cards.keySet().forEach(profile -> text.append(" `").append(profile).append("` |"));
        text.append("\n|---|").append("---|".repeat(cards.size())).append('\n');
        for (ScoreAction action : ScoreAction.values()) {
            text.append("| ").append(action.title()).append(" |");
            cards.values().forEach(card -> cell(text, card.tally(action)));
            text.append('\n');
        }
        text.append("| **all** |");
        cards.values().forEach(card -> cell(text, card.total()));
        text.append("\n| quarantined objects |");
        cards.values()
                .forEach(card ->
                        text.append(' ').append(card.quarantined().size()).append(" |"));
        return text.append('\n').toString();
    }

    /** Puts the table between its two marks. */
    void writeInto(Path page) throws IOException {
        String text = Files.readString(page);
        int begin = text.indexOf(BEGIN);
        int end = text.indexOf(END);
        if (begin < 0 || end < begin) {
            throw new IOException(page + " has no place for the score");
        }
        Files.writeString(page, text.substring(0, begin) + BEGIN + "\n" + markdown() + text.substring(end));
    }

    private static void cell(StringBuilder text, ScoreCard.Tally tally) {
        String share = tally.total() == 0
                ? "-"
                : String.format(
                        Locale.ROOT,
                        "%d / %d (%.2f %%)",
                        tally.passed(),
                        tally.total(),
                        Math.floor(10_000.0 * tally.passed() / tally.total()) / 100);
        text.append(' ').append(share).append(" |");
    }
}

package org.symbolon.deidentification.text.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.symbolon.deidentification.cleaning.Change;
import org.symbolon.deidentification.splice.Edit;
import org.symbolon.deidentification.splice.EditContent;
import org.symbolon.record.Place;

/**
 * Turns changes of a place's text into edits of its bytes. Where the text was written in the way that we would write it, only
 * the changed pieces are edited; else the whole place is written anew.
 */
final class TextEdits {
    private TextEdits() {}

    static List<Edit> of(Place place, byte[] original, List<Change> changes) {
        if (changes.isEmpty()) {
            return List.of();
        }
        List<Edit> pieces = pieces(place, original, changes);
        return pieces.isEmpty() ? List.of(whole(place, changes)) : pieces;
    }

    static String apply(String text, List<Change> changes) {
        StringBuilder changed = new StringBuilder(text.length());
        int position = 0;
        for (Change change : changes) {
            changed.append(text, position, change.start()).append(change.replacement());
            position = change.end();
        }
        return changed.append(text, position, text.length()).toString();
    }

    private static Edit whole(Place place, List<Change> changes) {
        byte[] replacement = place.syntax().encode(apply(place.text(), changes));
        return new Edit(place.offset(), place.length(), replacement, EditContent.TEXT, PlaceCode.of(place.type()));
    }

    /** Empty where the bytes cannot be told apart piece by piece. */
    private static List<Edit> pieces(Place place, byte[] original, List<Change> changes) {
        String text = place.text();
        List<Edit> edits = new ArrayList<>(changes.size());
        int offset = place.offset();
        int position = 0;
        for (Change change : changes) {
            int kept = match(place, original, offset, text.substring(position, change.start()));
            int gone = kept < 0 ? kept : match(place, original, kept, text.substring(change.start(), change.end()));
            if (gone < 0) {
                return List.of();
            }
            byte[] replacement = place.syntax().encode(change.replacement());
            edits.add(new Edit(kept, gone - kept, replacement, EditContent.TEXT, PlaceCode.of(place.type())));
            offset = gone;
            position = change.end();
        }
        return match(place, original, offset, text.substring(position)) == place.end() ? edits : List.of();
    }

    /** Where the text ends in the bytes, if it is there in the form that we would write; else negative. */
    private static int match(Place place, byte[] original, int offset, String text) {
        byte[] written = text.isEmpty() ? new byte[0] : place.syntax().encode(text);
        int end = offset + written.length;
        return end <= place.end() && Arrays.equals(written, 0, written.length, original, offset, end) ? end : -1;
    }
}

package org.symbolon.testkit.internal.exam;

import java.util.ArrayList;
import java.util.List;

/**
 * A text with marked parts.
 *
 * @param text without the marks
 * @param gone what stood between the opening and closing marks
 * @param rest all else, joined by blanks
 */
record Template(String text, List<String> gone, String rest) {
    static Template of(String marked, char opening, char closing) {
        StringBuilder text = new StringBuilder();
        StringBuilder rest = new StringBuilder();
        List<String> gone = new ArrayList<>();
        int at = 0;
        while (at < marked.length()) {
            int open = marked.indexOf(opening, at);
            if (open < 0) {
                break;
            }
            int close = marked.indexOf(closing, open);
            text.append(marked, at, open).append(marked, open + 1, close);
            rest.append(marked, at, open).append(' ');
            gone.add(marked.substring(open + 1, close));
            at = close + 1;
        }
        text.append(marked, at, marked.length());
        rest.append(marked, at, marked.length());
        return new Template(text.toString(), List.copyOf(gone), rest.toString().strip());
    }
}

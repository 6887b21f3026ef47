package org.symbolon.dicomtools.file.dump;

import org.jspecify.annotations.Nullable;
import org.symbolon.dicom.DataSetReader;
import org.symbolon.dicom.Dictionary;
import org.symbolon.dicom.Tag;

/** One element: tag, VR, length, what it is called, value. */
final class ElementLine {
    private static final int LENGTH_WIDTH = 6;
    private static final int NAME_WIDTH = 30;

    private ElementLine() {}

    static String of(DataSetReader reader, String value) {
        StringBuilder line = new StringBuilder(120);
        line.append(Tag.format(reader.tag())).append(' ').append(reader.vr()).append(' ');
        padLeft(line, reader.lengthIsDefined() ? Long.toString(reader.length()) : "-");
        int start = line.append(' ').length();
        line.append(name(reader.tag(), reader.privateCreator()));
        if (!value.isEmpty()) {
            line.append(" ".repeat(Math.max(1, start + NAME_WIDTH - line.length())))
                    .append(value);
        }
        return line.toString();
    }

    private static void padLeft(StringBuilder line, String text) {
        line.append(" ".repeat(Math.max(0, LENGTH_WIDTH - text.length()))).append(text);
    }

    private static String name(int tag, @Nullable String creator) {
        if (Tag.isPrivateCreator(tag)) {
            return "PrivateCreator";
        }
        if (Tag.isPrivate(tag)) {
            String keyword = Dictionary.standard().keyword(tag, creator);
            return "[" + (creator == null ? "no creator" : Escaped.of(creator)) + "]"
                    + (keyword.isEmpty() ? "" : " " + keyword);
        }
        String keyword = Dictionary.standard().keyword(tag);
        String unnamed = Tag.isGroupLength(tag) ? "GroupLength" : "?";
        return keyword.isEmpty() ? unnamed : keyword;
    }
}

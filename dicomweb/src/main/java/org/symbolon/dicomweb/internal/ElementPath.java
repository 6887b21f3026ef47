package org.symbolon.dicomweb.internal;

import java.io.IOException;
import java.util.List;
import org.symbolon.dicom.DataSetReader;
import org.symbolon.dicom.DataSetReader.Token;

/** Finds an element by tags and, between them, numbers of items counted from 1. */
final class ElementPath {
    private ElementPath() {}

    /** Moves the reader to the first element with that path; false if there is none. */
    static boolean find(DataSetReader reader, List<Integer> path) throws IOException {
        int depth = 0;
        for (Token token = reader.next(); token != null; token = reader.next()) {
            if (reader.depth() < depth) {
                return false;
            }
            if (reader.depth() != depth) {
                continue;
            }
            boolean last = path.size() == 2 * depth + 1;
            switch (token) {
                case ELEMENT, FRAGMENTS_START -> {
                    if (last && reader.tag() == path.get(2 * depth)) {
                        return true;
                    }
                }
                case SEQUENCE_START -> {
                    if (reader.tag() == path.get(2 * depth)) {
                        if (last) {
                            return true;
                        }
                        if (!enterItem(reader, path.get(2 * depth + 1), depth)) {
                            return false;
                        }
                        depth++;
                    }
                }
                default -> {
                    // What lies between the elements of this level.
                }
            }
        }
        return false;
    }

    private static boolean enterItem(DataSetReader reader, int number, int depth) throws IOException {
        int items = 0;
        for (Token token = reader.next(); token != null; token = reader.next()) {
            if (reader.depth() == depth && token == Token.SEQUENCE_END) {
                return false;
            }
            if (reader.depth() == depth && token == Token.ITEM_START && ++items == number) {
                return true;
            }
        }
        return false;
    }
}

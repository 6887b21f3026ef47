package org.symbolon.dicom.internal.model;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The data set itself, a sequence or an item while it is walked through: what holds inside, and the path that leads to it. */
final class Level {
    final String path;
    final Set<Integer> written = new HashSet<>();
    List<String> characterSets;
    boolean signedPixels;
    int items;

    Level(String path, List<String> characterSets, boolean signedPixels) {
        this.path = path;
        this.characterSets = characterSets;
        this.signedPixels = signedPixels;
    }

    /** What lies in it, with the same character sets and pixels until it says otherwise. */
    Level inner(String step) {
        return new Level(path + step + "/", characterSets, signedPixels);
    }
}

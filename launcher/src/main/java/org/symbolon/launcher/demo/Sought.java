package org.symbolon.launcher.demo;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * What the leak scan looks for, and where. Logs are searched for all of it.
 *
 * @param anywhere sought in every file, cell and page
 * @param inImages values of images: sought in image files and in the tables about images. A textual record may hold the same word
 *     (a department, a town) without meaning the image's patient.
 * @param inDocuments by document identifier, values of one textual record: sought in its own anonymous half
 */
record Sought(List<SoughtValue> anywhere, List<SoughtValue> inImages, Map<String, List<SoughtValue>> inDocuments) {
    static Sought anywhere(List<SoughtValue> values) {
        return new Sought(values, List.of(), Map.of());
    }

    List<SoughtValue> all() {
        List<SoughtValue> all = new ArrayList<>(anywhere);
        all.addAll(inImages);
        inDocuments.values().stream().flatMap(Collection::stream).forEach(all::add);
        return all;
    }
}

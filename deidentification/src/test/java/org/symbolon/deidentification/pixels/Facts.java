package org.symbolon.deidentification.pixels;

import java.util.HashMap;
import java.util.Map;
import org.symbolon.deidentification.profile.ObjectFacts;

/** What an invented object says of itself. */
record Facts(String sopClassUid, Map<Integer, String> values) implements ObjectFacts {
    static Facts of(String sopClassUid, Object... tagsAndValues) {
        Map<Integer, String> values = new HashMap<>();
        for (int i = 0; i < tagsAndValues.length; i += 2) {
            values.put((Integer) tagsAndValues[i], String.valueOf(tagsAndValues[i + 1]));
        }
        return new Facts(sopClassUid, values);
    }

    @Override
    public String text(int topLevelTag) {
        return values.getOrDefault(topLevelTag, "");
    }

    @Override
    public String source() {
        return "PACS1";
    }
}

package org.symbolon.dicom.internal.edit;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.symbolon.dicom.DataSet;
import org.symbolon.dicom.Element;
import org.symbolon.dicom.TagPath;

/** What has to be done to a data set to make it another one. */
public final class Differences {
    private Differences() {}

    /** Adds the edits that make the one the other; items that both have are compared one by one. */
    public static void find(DataSet from, DataSet to, TagPath.Items place, EditTree edits) {
        for (Element element : from) {
            if (!to.contains(element.tag())) {
                edits.add(place.tag(element.tag()), Edit.REMOVE);
            }
        }
        for (Element element : to) {
            Element before = from.element(element.tag());
            if (before instanceof Element.Sequence old
                    && element instanceof Element.Sequence sequence
                    && old.items().size() <= sequence.items().size()) {
                items(old.items(), sequence, place, edits);
            } else if (!isSame(before, element)) {
                edits.add(place.tag(element.tag()), target -> target.put(element));
            }
        }
    }

    private static void items(List<DataSet> before, Element.Sequence sequence, TagPath.Items place, EditTree edits) {
        for (int i = 0; i < sequence.items().size(); i++) {
            DataSet item = sequence.items().get(i);
            TagPath.Items inside = place.item(sequence.tag(), i);
            if (i >= before.size() && item.isEmpty()) {
                // An empty item has no edit that would make it.
                edits.add(place.tag(sequence.tag()), target -> target.put(sequence));
                return;
            }
            find(i < before.size() ? before.get(i) : new DataSet(), item, inside, edits);
        }
    }

    private static boolean isSame(@Nullable Element before, Element after) {
        if (before == null || before.vr() != after.vr()) {
            return false;
        }
        return after.accept(new Element.Visitor<Boolean, RuntimeException>() {
            @Override
            public Boolean value(Element.Value value) {
                return before instanceof Element.Value other && Arrays.equals(value.bytes(), other.bytes());
            }

            @Override
            public Boolean sequence(Element.Sequence sequence) {
                return false;
            }

            @Override
            public Boolean fragments(Element.Fragments fragments) {
                return before instanceof Element.Fragments other
                        && Arrays.deepEquals(
                                fragments.fragments().toArray(),
                                other.fragments().toArray());
            }

            @Override
            public Boolean large(Element.Large large) {
                return before instanceof Element.Large other && large.value().isSamePlace(other.value());
            }

            @Override
            public Boolean largeFragments(Element.LargeFragments fragments) {
                if (!(before instanceof Element.LargeFragments other)
                        || other.fragments().size() != fragments.fragments().size()) {
                    return false;
                }
                for (int i = 0; i < other.fragments().size(); i++) {
                    if (!fragments
                            .fragments()
                            .get(i)
                            .isSamePlace(other.fragments().get(i))) {
                        return false;
                    }
                }
                return true;
            }
        });
    }
}

package org.symbolon.dicom.internal.edit;

import org.jspecify.annotations.Nullable;
import org.symbolon.dicom.DataSet;
import org.symbolon.dicom.Element;
import org.symbolon.dicom.Tags;

/** Empty data sets in which text is encoded as at a certain place: they hold the Specific Character Set in force there. */
final class Contexts {
    private Contexts() {}

    static DataSet of(@Nullable Element characterSet) {
        DataSet context = new DataSet();
        return characterSet == null ? context : context.put(characterSet);
    }

    static DataSet of(DataSet context) {
        return of(context.element(Tags.SpecificCharacterSet));
    }

    /** The item without the character set that it only had as context. */
    static DataSet without(DataSet item, DataSet context, EditTree tree) {
        boolean ownCharacterSet = tree.nodes().containsKey(Tags.SpecificCharacterSet);
        return ownCharacterSet || !context.contains(Tags.SpecificCharacterSet)
                ? item
                : item.remove(Tags.SpecificCharacterSet);
    }
}

package org.symbolon.testkit.internal.study;

import org.symbolon.dicom.Tags;
import org.symbolon.testkit.internal.dicom.DicomData;

/** Coded entries (PS3.3 section 8.8); meanings are ASCII. */
final class Codes {
    private Codes() {}

    static DicomData item(DicomData parent, String value, String scheme, String meaning) {
        return parent.item()
                .text(Tags.CodeValue, value)
                .text(Tags.CodingSchemeDesignator, scheme)
                .text(Tags.CodeMeaning, meaning);
    }
}

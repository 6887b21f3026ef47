package org.symbolon.deidentification.text.internal;

import java.util.List;
import org.symbolon.record.ClinicalRecord;

/** Free text of one record without identity: for now without any word. */
public final class NarrativeCleaner {
    public NarrativeCleaner(IdentityValues values, ClinicalRecord record, int days) {}

    List<Change> clean(String text) {
        return List.of(new Change(0, text.length(), Placeholder.REMOVED.text()));
    }

    List<Change> cleanLabel(String text) {
        return clean(text);
    }
}

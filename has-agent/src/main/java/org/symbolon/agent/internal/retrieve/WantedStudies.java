package org.symbolon.agent.internal.retrieve;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.symbolon.agent.RetrieveQuery;
import org.symbolon.agent.internal.journal.Journal;
import org.symbolon.crosswalk.Crosswalk;
import org.symbolon.crosswalk.ObjectKey;
import org.symbolon.model.ErrorCode;
import org.symbolon.model.SymbolonException;

/** The studies that answer a query, one at a time, so that everything an agent ever archived needs no memory. Thread-safe. */
final class WantedStudies {
    private final Journal journal;
    private final @Nullable Iterator<WantedStudy> listed;
    private String last = "";

    private WantedStudies(Journal journal, @Nullable Iterator<WantedStudy> listed) {
        this.journal = journal;
        this.listed = listed;
    }

    static WantedStudies of(RetrieveQuery query, Crosswalk crosswalk, Journal journal) {
        return switch (query.kind()) {
            case ACCESSION -> listed(crosswalk.byAccession(query.value()), journal);
            case STUDY -> listed(crosswalk.byStudy(query.value()), journal);
            case EVERYTHING -> new WantedStudies(journal, null);
        };
    }

    private static WantedStudies listed(List<ObjectKey> keys, Journal journal) {
        if (keys.isEmpty()) {
            throw new SymbolonException(ErrorCode.NOT_FOUND, "Nothing was archived here under that number or UID");
        }
        Map<String, List<ObjectKey>> byStudy = new LinkedHashMap<>();
        for (ObjectKey key : keys) {
            byStudy.computeIfAbsent(key.studyUid(), uid -> new ArrayList<>()).add(key);
        }
        Iterator<WantedStudy> studies = byStudy.entrySet().stream()
                .map(entry -> new WantedStudy(entry.getKey(), entry.getValue()))
                .iterator();
        return new WantedStudies(journal, studies);
    }

    /** Null: that was all. */
    synchronized @Nullable WantedStudy next() {
        if (listed != null) {
            return listed.hasNext() ? listed.next() : null;
        }
        String study = journal.studyAfter(last);
        if (study == null) {
            return null;
        }
        last = study;
        return new WantedStudy(study, journal.studyObjects(study));
    }
}

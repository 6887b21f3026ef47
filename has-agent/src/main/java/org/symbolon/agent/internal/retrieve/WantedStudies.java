package org.symbolon.agent.internal.retrieve;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.symbolon.agent.internal.journal.Journal;
import org.symbolon.crosswalk.ObjectKey;

/** The studies that answer a query, one at a time, so that everything an agent ever archived needs no memory. Thread-safe. */
final class WantedStudies {
    private final @Nullable Journal journal;
    private final Iterator<WantedStudy> listed;
    private String last = "";

    private WantedStudies(@Nullable Journal journal, Iterator<WantedStudy> listed) {
        this.journal = journal;
        this.listed = listed;
    }

    static WantedStudies everything(Journal journal) {
        return new WantedStudies(journal, List.<WantedStudy>of().iterator());
    }

    static WantedStudies listed(List<ObjectKey> images) {
        Map<String, List<ObjectKey>> byStudy = new LinkedHashMap<>();
        for (ObjectKey key : images) {
            byStudy.computeIfAbsent(key.studyUid(), uid -> new ArrayList<>()).add(key);
        }
        Iterator<WantedStudy> studies = byStudy.entrySet().stream()
                .map(entry -> new WantedStudy(entry.getKey(), entry.getValue()))
                .iterator();
        return new WantedStudies(null, studies);
    }

    /** Null: that was all. */
    synchronized @Nullable WantedStudy next() {
        if (journal == null) {
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

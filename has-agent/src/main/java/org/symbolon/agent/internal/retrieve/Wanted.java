package org.symbolon.agent.internal.retrieve;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.symbolon.agent.RetrieveQuery;
import org.symbolon.agent.internal.journal.Journal;
import org.symbolon.crosswalk.Crosswalk;
import org.symbolon.crosswalk.IdentityHalf;
import org.symbolon.crosswalk.ObjectKey;
import org.symbolon.model.ErrorCode;
import org.symbolon.model.SymbolonException;

/**
 * What answers a query.
 *
 * @param inOrderOfDate whether the records are few enough to be put in the order of their dates
 */
record Wanted(WantedStudies studies, WantedRecords records, boolean inOrderOfDate) {

    static Wanted of(RetrieveQuery query, Crosswalk crosswalk, Journal journal) {
        return switch (query.kind()) {
            case ACCESSION -> listed(crosswalk.byAccession(query.value()));
            case STUDY -> listed(crosswalk.byStudy(query.value()));
            case VISIT -> listed(ofVisit(query.value(), crosswalk));
            case PATIENT -> listed(crosswalk.byPatientId(query.value()));
            case EVERYTHING -> new Wanted(WantedStudies.everything(journal), WantedRecords.everything(journal), false);
        };
    }

    private static Wanted listed(List<ObjectKey> keys) {
        if (keys.isEmpty()) {
            throw new SymbolonException(ErrorCode.NOT_FOUND, "Nothing was archived here under that number or UID");
        }
        List<ObjectKey> images = new ArrayList<>();
        List<ObjectKey> records = new ArrayList<>();
        for (ObjectKey key : new LinkedHashSet<>(keys)) {
            (key.isDocument() ? records : images).add(key);
        }
        return new Wanted(WantedStudies.listed(images), WantedRecords.listed(records), true);
    }

    /**
     * The records that are about the visit, and the images of their accession numbers. A record names its own visit first and
     * earlier ones behind it; where the visit is nobody's first, every record that names it is about it.
     */
    private static List<ObjectKey> ofVisit(String visit, Crosswalk crosswalk) {
        List<ObjectKey> naming = crosswalk.byVisit(visit);
        List<ObjectKey> own =
                naming.stream().filter(key -> isFirst(visit, key, crosswalk)).toList();
        List<ObjectKey> records = own.isEmpty() ? naming : own;
        Set<String> accessions = new LinkedHashSet<>();
        for (ObjectKey key : records) {
            crosswalk.halves(key).forEach(half -> accessions.addAll(half.accessionNumbers()));
        }
        List<ObjectKey> wanted = new ArrayList<>(records);
        for (String accession : accessions) {
            crosswalk.byAccession(accession).stream()
                    .filter(key -> !key.isDocument())
                    .forEach(wanted::add);
        }
        return wanted;
    }

    private static boolean isFirst(String visit, ObjectKey key, Crosswalk crosswalk) {
        for (IdentityHalf half : crosswalk.halves(key)) {
            if (!half.visitNumbers().isEmpty() && half.visitNumbers().get(0).equals(visit)) {
                return true;
            }
        }
        return false;
    }
}

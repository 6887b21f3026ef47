package org.symbolon.portal.images;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.symbolon.archive.ObjectArchive;
import org.symbolon.dicom.Tags;
import org.symbolon.dicomweb.QidoQuery;
import org.symbolon.model.ErrorCode;
import org.symbolon.model.InstanceRecord;
import org.symbolon.model.OrganisationId;
import org.symbolon.model.SymbolonException;

/** Finds the studies that a search may mean, by the narrowest index that it allows. Thread-safe. */
final class StudySearch {
    private static final int PAGE = 1_000;
    private static final int MAX_STUDIES = 10_000;

    private final ObjectArchive objects;

    StudySearch(ObjectArchive objects) {
        this.objects = objects;
    }

    /** A study of one organisation. */
    record Study(OrganisationId organisation, String uid) {}

    /**
     * @throws SymbolonException LIMIT_EXCEEDED where the search would have to look at too many
     */
    List<Study> candidates(QidoQuery query) throws IOException {
        Set<Study> found = new LinkedHashSet<>();
        for (OrganisationId organisation : objects.organisations()) {
            collect(organisation, query, found);
        }
        return List.copyOf(found);
    }

    private void collect(OrganisationId organisation, QidoQuery query, Set<Study> found) throws IOException {
        List<String> uids = query.exactValues(Tags.StudyInstanceUID);
        List<String> accessionNumbers = query.exactValues(Tags.AccessionNumber);
        List<String> patients = query.exactValues(Tags.PatientID);
        if (!uids.isEmpty()) {
            uids.forEach(uid -> found.add(new Study(organisation, uid)));
        } else if (!accessionNumbers.isEmpty()) {
            for (String each : accessionNumbers) {
                for (InstanceRecord instance : objects.accession(organisation, each)) {
                    found.add(new Study(organisation, instance.studyInstanceUid()));
                }
            }
        } else if (!patients.isEmpty()) {
            for (String each : patients) {
                objects.studiesOfPatient(organisation, each).forEach(uid -> found.add(new Study(organisation, uid)));
            }
        } else {
            all(organisation, query, found);
        }
    }

    /** A search without keys needs no more than its results; with other keys, every study is a candidate. */
    private void all(OrganisationId organisation, QidoQuery query, Set<Study> found) throws IOException {
        boolean everyOneMatches = query.matches().isEmpty();
        long enough = everyOneMatches ? (long) query.offset() + query.limit() + 1 : Long.MAX_VALUE;
        List<String> page = objects.studies(organisation, null, PAGE);
        while (!page.isEmpty() && found.size() < enough) {
            if (found.size() + page.size() > MAX_STUDIES) {
                throw new SymbolonException(
                        ErrorCode.LIMIT_EXCEEDED, "Name a study, a patient or an accession number: there are too many");
            }
            List<Study> studies = new ArrayList<>();
            page.forEach(uid -> studies.add(new Study(organisation, uid)));
            found.addAll(studies);
            page = objects.studies(organisation, page.get(page.size() - 1), PAGE);
        }
    }
}

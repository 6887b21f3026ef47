package org.symbolon.launcher.score;

import java.util.HashMap;
import java.util.Map;
import org.symbolon.crosswalk.Crosswalk;
import org.symbolon.crosswalk.PatientPseudonym;
import org.symbolon.testkit.score.Mappings;

/** The mapping tables of a run, as its crosswalk and keystore have them. */
final class CrosswalkMappings implements Mappings {
    private final Crosswalk crosswalk;
    private final Map<String, PatientPseudonym> patients = new HashMap<>();

    CrosswalkMappings(Crosswalk crosswalk) {
        this.crosswalk = crosswalk;
        crosswalk.forEachPatient(record ->
                record.identities().forEach(identity -> patients.put(identity.patientId(), record.pseudonym())));
    }

    @Override
    public String uid(String original) {
        return crosswalk.pseudonyms().uid("", original);
    }

    @Override
    public String patientId(String original) {
        PatientPseudonym pseudonym = patients.get(original);
        return pseudonym == null ? "" : pseudonym.id();
    }

    @Override
    public int dateShiftDays(String originalPatientId) {
        PatientPseudonym pseudonym = patients.get(originalPatientId);
        return pseudonym == null ? 0 : pseudonym.dateShiftDays();
    }
}

package org.symbolon.deidentification;

import java.io.IOException;
import java.nio.file.Path;
import org.symbolon.crosswalk.Crosswalk;
import org.symbolon.crosswalk.Keystore;
import org.symbolon.deidentification.profile.Profile;
import org.symbolon.deidentification.profile.Profiles;
import org.symbolon.model.OrganisationId;
import org.symbolon.model.Secret;

/** A keystore and a crosswalk in a folder, for tests. */
public final class Hospital implements AutoCloseable {
    private final Path folder;
    private final Keystore keystore;
    final Crosswalk crosswalk;

    public Hospital(Path folder) throws IOException {
        this.folder = folder;
        try (Secret password = Secret.of("correct horse")) {
            keystore = Keystore.create(folder.resolve("keystore.p12"), password, new OrganisationId("wcpt"));
        }
        crosswalk = Crosswalk.open(folder.resolve("crosswalk"), keystore);
    }

    public Crosswalk crosswalk() {
        return crosswalk;
    }

    /** By how many days the patient's dates are moved. */
    public int shiftOf(String pseudonym) {
        int[] days = new int[1];
        crosswalk.forEachPatient(patient -> {
            if (patient.pseudonym().id().equals(pseudonym)) {
                days[0] = patient.pseudonym().dateShiftDays();
            }
        });
        return days[0];
    }

    public Deidentifier deidentifier(String profile) {
        return deidentifier(Profiles.byName(profile));
    }

    Deidentifier deidentifier(Profile profile) {
        return new Deidentifier(
                profile, crosswalk, DeidentifierOptions.of("clinic").withTemporaryFolder(folder));
    }

    @Override
    public void close() {
        crosswalk.close();
        keystore.close();
    }
}

package org.symbolon.archive;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.symbolon.model.InstanceRecord;
import org.symbolon.model.OrganisationId;

/**
 * DICOM objects of all organisations, with their index. What {@link IncomingObject#commit} has returned is on disk, both the
 * bytes and the row; storing it again changes nothing; nothing stored is ever replaced. Thread-safe: several associations
 * store and read at the same time.
 *
 * <p>{@code IOException}: the cluster could not do it now, and the same call is safe to repeat.
 */
public interface ObjectArchive extends AutoCloseable {

    /** Begins a new object; nothing of it is visible before its commit. The caller closes it in any case. */
    IncomingObject begin(OrganisationId organisation, ObjectDescription description) throws IOException;

    /**
     * Whether an object is committed: its row is there, and the bytes the row speaks of are there in full length (storage
     * commitment, PS3.4 annex J).
     *
     * @param seriesInstanceUid null where the asker does not know it
     * @param dataSetSha256 lower-case hexadecimal; null: any content
     */
    boolean holds(
            OrganisationId organisation,
            String sopInstanceUid,
            @Nullable String seriesInstanceUid,
            @Nullable String dataSetSha256)
            throws IOException;

    /** Every instance of a study, conflicting ones too, by series and SOP Instance UID; empty if none. */
    List<InstanceRecord> study(OrganisationId organisation, String studyInstanceUid) throws IOException;

    /** Every instance of a series, conflicting ones too, by SOP Instance UID; empty if none. */
    List<InstanceRecord> series(OrganisationId organisation, String seriesInstanceUid) throws IOException;

    /** Every instance under a (pseudonymous) accession number, by series and SOP Instance UID; empty if none. */
    List<InstanceRecord> accession(OrganisationId organisation, String accessionNumber) throws IOException;

    /** Every instance with that SOP Instance UID, in any series, conflicting ones too; empty if none. */
    List<InstanceRecord> instance(OrganisationId organisation, String sopInstanceUid) throws IOException;

    /** Study Instance UIDs of a (pseudonymous) patient, ascending. */
    List<String> studiesOfPatient(OrganisationId organisation, String patientId) throws IOException;

    /** Organisations that have a study here, ascending. */
    List<OrganisationId> organisations() throws IOException;

    /**
     * Study Instance UIDs of an organisation, ascending, a page at a time.
     *
     * @param after the last one of the page before; null for the first page
     */
    List<String> studies(OrganisationId organisation, @Nullable String after, int limit) throws IOException;

    /**
     * The stored Part 10 file from a byte on; {@link InstanceRecord#dataSetOffset} begins the data set. The caller closes.
     *
     * @throws org.symbolon.model.SymbolonException DAMAGED where the file does not have the length of the record, NOT_FOUND
     *     where there is none
     */
    InputStream open(InstanceRecord instance, long offset) throws IOException;

    /** Everything that lies in the archive, byte for byte. */
    ArchiveScan scan();

    /** Objects that are begun and not committed are lost. The cluster stays. */
    @Override
    void close() throws IOException;
}

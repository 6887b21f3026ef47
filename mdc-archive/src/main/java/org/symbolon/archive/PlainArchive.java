package org.symbolon.archive;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.jspecify.annotations.Nullable;
import org.symbolon.archive.internal.IndexedBy;
import org.symbolon.archive.internal.InstanceIndex;
import org.symbolon.archive.internal.ObjectFiles;
import org.symbolon.archive.internal.PlainIncoming;
import org.symbolon.archive.internal.PlainScan;
import org.symbolon.archive.internal.PlainStore;
import org.symbolon.archive.internal.StudyList;
import org.symbolon.archive.internal.WriterClaim;
import org.symbolon.model.ErrorCode;
import org.symbolon.model.InstanceRecord;
import org.symbolon.model.OrganisationId;
import org.symbolon.model.SymbolonException;

/** The plain layout: one HDFS file an instance, at exactly {@code /organisation/series/sop}. Thread-safe. */
public final class PlainArchive implements ObjectArchive {
    private final WriterClaim claim;
    private final ObjectFiles files;
    private final InstanceIndex index;
    private final PlainStore store;
    private final StudyList studyList;

    private PlainArchive(WriterClaim claim, ObjectFiles files, InstanceIndex index) {
        this.claim = claim;
        this.files = files;
        this.index = index;
        this.store = new PlainStore(files, index);
        this.studyList = new StudyList(index);
    }

    /**
     * Makes the tables that are missing, and removes temporary files that an earlier run of this writer left.
     *
     * @throws SymbolonException CONFIGURATION where this process has an archive of the same writer open
     */
    public static PlainArchive open(StorageCluster cluster, ArchiveOptions options) throws IOException {
        Configuration configuration = cluster.configuration();
        WriterClaim claim = WriterClaim.of(configuration, options.writer());
        try {
            return open(configuration, options, claim);
        } catch (IOException | RuntimeException e) {
            claim.close();
            throw e;
        }
    }

    private static PlainArchive open(Configuration configuration, ArchiveOptions options, WriterClaim claim)
            throws IOException {
        ObjectFiles files = ObjectFiles.open(configuration, options.writer(), options.replication());
        try {
            InstanceIndex index = InstanceIndex.open(configuration, options.regions());
            return new PlainArchive(claim, files, index);
        } catch (IOException | RuntimeException e) {
            files.close();
            throw e;
        }
    }

    @Override
    public IncomingObject begin(OrganisationId organisation, ObjectDescription description) throws IOException {
        return PlainIncoming.begin(files, index, store, organisation, description);
    }

    @Override
    public boolean holds(
            OrganisationId organisation,
            String sopInstanceUid,
            @Nullable String seriesInstanceUid,
            @Nullable String dataSetSha256)
            throws IOException {
        List<InstanceRecord> instances = seriesInstanceUid == null
                ? instance(organisation, sopInstanceUid)
                : index.instance(organisation, seriesInstanceUid, sopInstanceUid);
        for (InstanceRecord instance : instances) {
            boolean content = dataSetSha256 == null || dataSetSha256.equals(instance.dataSetSha256());
            if (content && files.length(instance.location()) == instance.length()) {
                return true;
            }
        }
        return false;
    }

    @Override
    public List<InstanceRecord> study(OrganisationId organisation, String studyInstanceUid) throws IOException {
        return ofSeries(organisation, index.targets(IndexedBy.STUDY, organisation, studyInstanceUid)).stream()
                .filter(instance -> instance.studyInstanceUid().equals(studyInstanceUid))
                .toList();
    }

    @Override
    public List<InstanceRecord> series(OrganisationId organisation, String seriesInstanceUid) throws IOException {
        return index.series(organisation, seriesInstanceUid);
    }

    @Override
    public List<InstanceRecord> accession(OrganisationId organisation, String accessionNumber) throws IOException {
        return ofSeries(organisation, index.targets(IndexedBy.ACCESSION_NUMBER, organisation, accessionNumber)).stream()
                .filter(instance -> instance.accessionNumber().equals(accessionNumber))
                .toList();
    }

    @Override
    public List<InstanceRecord> instance(OrganisationId organisation, String sopInstanceUid) throws IOException {
        List<InstanceRecord> instances = new ArrayList<>();
        for (String series : index.targets(IndexedBy.SOP_INSTANCE, organisation, sopInstanceUid)) {
            instances.addAll(index.instance(organisation, series, sopInstanceUid));
        }
        return List.copyOf(instances);
    }

    @Override
    public List<String> studiesOfPatient(OrganisationId organisation, String patientId) throws IOException {
        return index.targets(IndexedBy.PATIENT, organisation, patientId);
    }

    @Override
    public List<OrganisationId> organisations() throws IOException {
        return studyList.organisations();
    }

    @Override
    public List<String> studies(OrganisationId organisation, @Nullable String after, int limit) throws IOException {
        return studyList.studies(organisation, after, limit);
    }

    @Override
    public InputStream open(InstanceRecord instance, long offset) throws IOException {
        long length = files.length(instance.location());
        if (length < 0) {
            throw new SymbolonException(ErrorCode.NOT_FOUND, "The object was removed");
        }
        if (length != instance.length()) {
            throw new SymbolonException(ErrorCode.DAMAGED, "A stored object does not have the length of its row");
        }
        FSDataInputStream in = files.read(instance.location());
        try {
            in.seek(offset);
            return in;
        } catch (IOException e) {
            in.close();
            throw e;
        }
    }

    @Override
    public ArchiveScan scan() {
        return new PlainScan(files, index);
    }

    private List<InstanceRecord> ofSeries(OrganisationId organisation, List<String> series) throws IOException {
        List<InstanceRecord> instances = new ArrayList<>();
        for (String each : series) {
            instances.addAll(index.series(organisation, each));
        }
        return instances;
    }

    @Override
    public void close() throws IOException {
        try {
            index.close();
        } finally {
            files.close();
            claim.close();
        }
    }
}

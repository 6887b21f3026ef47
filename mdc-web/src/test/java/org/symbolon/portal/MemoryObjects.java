package org.symbolon.portal;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.symbolon.archive.ArchiveScan;
import org.symbolon.archive.IncomingObject;
import org.symbolon.archive.InstanceHeader;
import org.symbolon.archive.ObjectArchive;
import org.symbolon.archive.ObjectDescription;
import org.symbolon.archive.StoreOutcome;
import org.symbolon.archive.StoreReceipt;
import org.symbolon.dicom.Part10Writer;
import org.symbolon.dicom.TransferSyntax;
import org.symbolon.model.InstanceRecord;
import org.symbolon.model.OrganisationId;

/** Objects in memory that keep the promises of the interface as far as a reader can see them. */
public final class MemoryObjects implements ObjectArchive {
    private record Stored(OrganisationId organisation, InstanceRecord instance) {}

    private final List<Stored> stored = new CopyOnWriteArrayList<>();
    private final Map<String, byte[]> contents = new ConcurrentHashMap<>();

    @Override
    public IncomingObject begin(OrganisationId organisation, ObjectDescription description) {
        return new Incoming(organisation, description);
    }

    @Override
    public boolean holds(OrganisationId organisation, String sop, @Nullable String series, @Nullable String sha256) {
        return instance(organisation, sop).stream()
                .anyMatch(each -> (series == null || each.seriesInstanceUid().equals(series))
                        && (sha256 == null || each.dataSetSha256().equals(sha256)));
    }

    @Override
    public List<InstanceRecord> study(OrganisationId organisation, String uid) {
        return where(organisation, each -> each.studyInstanceUid().equals(uid));
    }

    @Override
    public List<InstanceRecord> series(OrganisationId organisation, String uid) {
        return where(organisation, each -> each.seriesInstanceUid().equals(uid));
    }

    @Override
    public List<InstanceRecord> accession(OrganisationId organisation, String number) {
        return where(organisation, each -> each.accessionNumber().equals(number));
    }

    @Override
    public List<InstanceRecord> instance(OrganisationId organisation, String uid) {
        return where(organisation, each -> each.sopInstanceUid().equals(uid));
    }

    @Override
    public List<String> studiesOfPatient(OrganisationId organisation, String patientId) {
        return studies(organisation, each -> each.patientId().equals(patientId));
    }

    @Override
    public List<OrganisationId> organisations() {
        return stored.stream().map(Stored::organisation).distinct().toList();
    }

    @Override
    public List<String> studies(OrganisationId organisation, @Nullable String after, int limit) {
        return studies(
                        organisation,
                        each -> after == null || each.studyInstanceUid().compareTo(after) > 0)
                .stream()
                .limit(limit)
                .toList();
    }

    private List<String> studies(OrganisationId organisation, Predicate<InstanceRecord> which) {
        return where(organisation, which).stream()
                .map(InstanceRecord::studyInstanceUid)
                .distinct()
                .sorted()
                .toList();
    }

    private List<InstanceRecord> where(OrganisationId organisation, Predicate<InstanceRecord> which) {
        return stored.stream()
                .filter(each -> each.organisation().equals(organisation))
                .map(Stored::instance)
                .filter(which)
                .sorted(Comparator.comparing(InstanceRecord::seriesInstanceUid)
                        .thenComparing(InstanceRecord::sopInstanceUid))
                .toList();
    }

    @Override
    public InputStream open(InstanceRecord instance, long offset) {
        byte[] content = contents.getOrDefault(instance.location(), new byte[0]);
        return new ByteArrayInputStream(content, (int) offset, content.length);
    }

    @Override
    public ArchiveScan scan() {
        throw new UnsupportedOperationException("A portal does not scan");
    }

    @Override
    public void close() {
        stored.clear();
    }

    private final class Incoming implements IncomingObject {
        private final OrganisationId organisation;
        private final ObjectDescription description;
        private final ByteArrayOutputStream dataSet = new ByteArrayOutputStream();

        Incoming(OrganisationId organisation, ObjectDescription description) {
            this.organisation = organisation;
            this.description = description;
        }

        @Override
        public OutputStream dataSet() {
            return dataSet;
        }

        @Override
        public long dataSetLength() {
            return dataSet.size();
        }

        @Override
        public StoreReceipt commit(InstanceHeader header) throws IOException {
            TransferSyntax syntax = TransferSyntax.of(description.transferSyntaxUid());
            if (syntax == null) {
                throw new IOException("Unknown syntax");
            }
            byte[] meta = Part10Writer.fileMeta(header.sopClassUid(), header.sopInstanceUid(), syntax, null);
            ByteArrayOutputStream file = new ByteArrayOutputStream();
            file.write(meta);
            dataSet.writeTo(file);
            String location = "/" + organisation + "/" + header.seriesInstanceUid() + "/" + header.sopInstanceUid();
            InstanceRecord instance = record(location, header, file.size(), meta.length);
            contents.put(location, file.toByteArray());
            stored.add(new Stored(organisation, instance));
            return new StoreReceipt(StoreOutcome.STORED, instance);
        }

        private InstanceRecord record(String location, InstanceHeader header, long length, long offset) {
            return new InstanceRecord(
                    location,
                    length,
                    offset,
                    HexFormat.of().formatHex(location.getBytes(StandardCharsets.UTF_8)),
                    description.transferSyntaxUid(),
                    header.sopClassUid(),
                    header.sopInstanceUid(),
                    header.seriesInstanceUid(),
                    header.studyInstanceUid(),
                    header.accessionNumber(),
                    header.patientId(),
                    header.modality(),
                    header.seriesNumber(),
                    header.instanceNumber(),
                    header.rows(),
                    header.columns(),
                    header.numberOfFrames(),
                    false);
        }

        @Override
        public void close() {
            dataSet.reset();
        }
    }

    List<InstanceRecord> all() {
        List<InstanceRecord> all = new ArrayList<>();
        stored.forEach(each -> all.add(each.instance()));
        return all;
    }
}

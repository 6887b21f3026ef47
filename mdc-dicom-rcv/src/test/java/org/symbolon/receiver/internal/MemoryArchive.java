package org.symbolon.receiver.internal;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.symbolon.archive.ArchiveScan;
import org.symbolon.archive.IncomingObject;
import org.symbolon.archive.InstanceHeader;
import org.symbolon.archive.ObjectArchive;
import org.symbolon.archive.ObjectDescription;
import org.symbolon.archive.StoreOutcome;
import org.symbolon.archive.StoreReceipt;
import org.symbolon.model.InstanceRecord;
import org.symbolon.model.OrganisationId;

/** An archive in memory that keeps the promises of the interface, for one organisation; and that can be told to fail. */
final class MemoryArchive implements ObjectArchive {
    final List<InstanceRecord> records = new ArrayList<>();
    final Map<String, byte[]> contents = new HashMap<>();
    int begun;
    boolean failing;

    @Override
    public IncomingObject begin(OrganisationId organisation, ObjectDescription description) throws IOException {
        failIfTold();
        begun++;
        return new Incoming(description);
    }

    private void failIfTold() throws IOException {
        if (failing) {
            throw new IOException("told to fail");
        }
    }

    @Override
    public boolean holds(
            OrganisationId organisation, String sop, @Nullable String series, @Nullable String dataSetSha256)
            throws IOException {
        failIfTold();
        return records.stream()
                .anyMatch(r -> r.sopInstanceUid().equals(sop)
                        && (series == null || r.seriesInstanceUid().equals(series))
                        && (dataSetSha256 == null || r.dataSetSha256().equals(dataSetSha256)));
    }

    private List<InstanceRecord> where(Predicate<InstanceRecord> condition) throws IOException {
        failIfTold();
        return records.stream().filter(condition).toList();
    }

    @Override
    public List<InstanceRecord> study(OrganisationId organisation, String uid) throws IOException {
        return where(r -> r.studyInstanceUid().equals(uid));
    }

    @Override
    public List<InstanceRecord> series(OrganisationId organisation, String uid) throws IOException {
        return where(r -> r.seriesInstanceUid().equals(uid));
    }

    @Override
    public List<InstanceRecord> accession(OrganisationId organisation, String number) throws IOException {
        return where(r -> r.accessionNumber().equals(number));
    }

    @Override
    public List<InstanceRecord> instance(OrganisationId organisation, String uid) throws IOException {
        return where(r -> r.sopInstanceUid().equals(uid));
    }

    @Override
    public List<String> studiesOfPatient(OrganisationId organisation, String patientId) throws IOException {
        return where(r -> r.patientId().equals(patientId)).stream()
                .map(InstanceRecord::studyInstanceUid)
                .distinct()
                .toList();
    }

    @Override
    public List<OrganisationId> organisations() {
        throw new UnsupportedOperationException("It knows of one organisation only, and not its name");
    }

    @Override
    public List<String> studies(OrganisationId organisation, @Nullable String after, int limit) throws IOException {
        return where(r -> after == null || r.studyInstanceUid().compareTo(after) > 0).stream()
                .map(InstanceRecord::studyInstanceUid)
                .distinct()
                .sorted()
                .limit(limit)
                .toList();
    }

    @Override
    public InputStream open(InstanceRecord instance, long offset) {
        byte[] content = contents.getOrDefault(instance.location(), new byte[0]);
        return new ByteArrayInputStream(content, (int) offset, content.length);
    }

    @Override
    public ArchiveScan scan() {
        throw new UnsupportedOperationException();
    }

    @Override
    public void close() {}

    private final class Incoming implements IncomingObject {
        private final ObjectDescription description;
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        Incoming(ObjectDescription description) {
            this.description = description;
        }

        @Override
        public OutputStream dataSet() {
            return bytes;
        }

        @Override
        public long dataSetLength() {
            return bytes.size();
        }

        @Override
        public StoreReceipt commit(InstanceHeader header) throws IOException {
            failIfTold();
            byte[] content = bytes.toByteArray();
            String digest = sha256(content);
            List<InstanceRecord> same = where(r -> r.sopInstanceUid().equals(header.sopInstanceUid()));
            for (InstanceRecord record : same) {
                if (record.dataSetSha256().equals(digest)) {
                    return new StoreReceipt(StoreOutcome.ALREADY_PRESENT, record);
                }
            }
            String location = header.sopInstanceUid() + "/" + same.size();
            InstanceRecord record = new InstanceRecord(
                    location,
                    content.length,
                    0,
                    digest,
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
                    !same.isEmpty());
            contents.put(location, content);
            records.add(record);
            return new StoreReceipt(same.isEmpty() ? StoreOutcome.STORED : StoreOutcome.CONFLICT_KEPT, record);
        }

        @Override
        public void close() {}
    }

    static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}

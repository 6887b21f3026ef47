package org.symbolon.archive.internal;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.locks.Lock;
import org.apache.hadoop.fs.Path;
import org.symbolon.archive.InstanceHeader;
import org.symbolon.archive.StoreOutcome;
import org.symbolon.archive.StoreReceipt;
import org.symbolon.model.ArchivePath;
import org.symbolon.model.ErrorCode;
import org.symbolon.model.InstanceRecord;
import org.symbolon.model.OrganisationId;
import org.symbolon.model.SymbolonException;

/**
 * Makes a closed temporary file visible: the name first, then the row. A kill between the two leaves a file without a row;
 * whoever stores under that name next finds it, reads it, and adds the row. Other content under a taken name goes to {@code
 * sop~digest} beside it.
 */
public final class PlainStore {
    private static final int STRIPES = 512;
    private static final int DIGEST_PREFIX_CHARACTERS = 16;

    private final ObjectFiles files;
    private final InstanceIndex index;
    private final StripedLocks locks = new StripedLocks(STRIPES);

    public PlainStore(ObjectFiles files, InstanceIndex index) {
        this.files = files;
        this.index = index;
    }

    /** The bytes that lie under a temporary name. */
    record Content(long length, long dataSetOffset, String dataSetSha256, String transferSyntaxUid) {
        InstanceRecord at(String location, InstanceHeader header, boolean conflict) {
            return new InstanceRecord(
                    location,
                    length,
                    dataSetOffset,
                    dataSetSha256,
                    transferSyntaxUid,
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
                    conflict);
        }
    }

    /** The pointers to the series are durable already. The temporary file stays only where another of the same content is kept. */
    StoreReceipt publish(OrganisationId organisation, InstanceHeader header, Content content, Path temporary)
            throws IOException {
        ArchivePath path = new ArchivePath(organisation, header.seriesInstanceUid(), header.sopInstanceUid());
        Lock lock = locks.of(path);
        lock.lock();
        try {
            String location = path.toString();
            if (files.place(temporary, location)) {
                return indexed(organisation, StoreOutcome.STORED, content.at(location, header, false));
            }
            InstanceRecord present = stored(path, location);
            if (present.dataSetSha256().equals(content.dataSetSha256())) {
                return new StoreReceipt(StoreOutcome.ALREADY_PRESENT, present);
            }
            return besides(path, header, content, temporary);
        } finally {
            lock.unlock();
        }
    }

    private StoreReceipt besides(ArchivePath path, InstanceHeader header, Content content, Path temporary)
            throws IOException {
        String location = path + "~" + content.dataSetSha256().substring(0, DIGEST_PREFIX_CHARACTERS);
        if (files.place(temporary, location)) {
            return indexed(path.organisation(), StoreOutcome.CONFLICT_KEPT, content.at(location, header, true));
        }
        InstanceRecord present = stored(path, location);
        if (!present.dataSetSha256().equals(content.dataSetSha256())) {
            throw new SymbolonException(
                    ErrorCode.DAMAGED, "A file kept beside another does not have the content that its name says");
        }
        return new StoreReceipt(StoreOutcome.ALREADY_PRESENT, present);
    }

    private StoreReceipt indexed(OrganisationId organisation, StoreOutcome outcome, InstanceRecord instance)
            throws IOException {
        index.put(organisation, instance);
        return new StoreReceipt(outcome, instance);
    }

    /** The row of a file that is there; where it is missing, it is made from the file. */
    private InstanceRecord stored(ArchivePath path, String location) throws IOException {
        List<InstanceRecord> rows =
                index.instance(path.organisation(), path.seriesInstanceUid(), path.sopInstanceUid());
        for (InstanceRecord row : rows) {
            if (row.location().equals(location)) {
                requireLength(row);
                return row;
            }
        }
        StoredFile file = StoredFile.read(files, location);
        Answers.await(index.putPointers(path.organisation(), file.header()));
        InstanceRecord row = file.content().at(location, file.header(), location.indexOf('~') >= 0);
        index.put(path.organisation(), row);
        return row;
    }

    private void requireLength(InstanceRecord row) throws IOException {
        if (files.length(row.location()) != row.length()) {
            throw new SymbolonException(ErrorCode.DAMAGED, "A stored object does not have the length of its row");
        }
    }
}

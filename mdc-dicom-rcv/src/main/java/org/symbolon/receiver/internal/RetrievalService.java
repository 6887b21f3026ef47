package org.symbolon.receiver.internal;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.symbolon.archive.CauseChain;
import org.symbolon.archive.ObjectArchive;
import org.symbolon.dicom.DataSet;
import org.symbolon.dicom.Tags;
import org.symbolon.dicom.net.DataSetOutput;
import org.symbolon.dicom.net.DataSetSource;
import org.symbolon.dicom.net.DicomNetworkException;
import org.symbolon.dicom.net.GetRequest;
import org.symbolon.dicom.net.GetResponder;
import org.symbolon.dicom.net.Status;
import org.symbolon.model.InstanceRecord;
import org.symbolon.model.OrganisationId;
import org.symbolon.model.SymbolonException;
import org.symbolon.model.Uid;

/**
 * C-GET, Study Root (PS3.4 C.4.3): objects go out exactly as they are stored. Each object that shares a SOP Instance UID with
 * another one is a sub-operation of its own. Thread-safe.
 */
final class RetrievalService {
    /** UIDs in one identifier (PS3.4 C.2.2.2.2 list of UID matching). */
    static final int MAX_KEYS = 10_000;

    private static final int BUFFER_BYTES = 128 * 1024;
    private static final Logger LOG = LoggerFactory.getLogger(RetrievalService.class);

    private final ObjectArchive archive;
    private final OrganisationId organisation;

    RetrievalService(ObjectArchive archive, OrganisationId organisation) {
        this.archive = archive;
        this.organisation = organisation;
    }

    /**
     * @throws DicomNetworkException if the association ended in the middle
     */
    int get(GetRequest request, GetResponder responder) throws IOException {
        List<InstanceRecord> matches;
        try {
            matches = matches(request.identifier());
        } catch (IdentifierProblem e) {
            return Status.DATA_SET_DOES_NOT_MATCH;
        } catch (IOException | SymbolonException e) {
            LOG.error("{}: C-GET could not look into the archive: {}", organisation, CauseChain.of(e));
            return Status.UNABLE_TO_PERFORM_SUB_OPERATIONS;
        }
        responder.total(matches.size());
        for (InstanceRecord instance : matches) {
            if (responder.cancelled()) {
                break;
            }
            send(instance, responder);
        }
        return Status.SUCCESS;
    }

    private void send(InstanceRecord instance, GetResponder responder) throws IOException {
        if (!responder.takes(instance.sopClassUid(), instance.transferSyntaxUid())) {
            responder.failed(instance.sopInstanceUid());
            return;
        }
        InputStream content;
        try {
            // Opened before anything is sent: an object that cannot be read fails alone
            content = archive.open(instance, instance.dataSetOffset());
        } catch (IOException | SymbolonException e) {
            LOG.error("{}: a stored object cannot be read: {}", organisation, CauseChain.of(e));
            responder.failed(instance.sopInstanceUid());
            return;
        }
        try (content) {
            responder.send(
                    instance.sopClassUid(),
                    instance.sopInstanceUid(),
                    instance.transferSyntaxUid(),
                    new StoredDataSet(instance.length() - instance.dataSetOffset(), content));
        }
    }

    private List<InstanceRecord> matches(DataSet identifier) throws IOException, IdentifierProblem {
        List<InstanceRecord> found = new ArrayList<>();
        switch (identifier.string(Tags.QueryRetrieveLevel)) {
            case "STUDY" -> {
                for (String study : keys(identifier, Tags.StudyInstanceUID)) {
                    found.addAll(archive.study(organisation, study));
                }
            }
            case "SERIES" -> {
                for (String series : keys(identifier, Tags.SeriesInstanceUID)) {
                    found.addAll(archive.series(organisation, series));
                }
            }
            case "IMAGE" -> found.addAll(images(identifier));
            default -> throw new IdentifierProblem();
        }
        // The unique keys of the levels above narrow what was found; the standard wants them, we do without
        String study = identifier.string(Tags.StudyInstanceUID);
        boolean ofOneStudy = !identifier.string(Tags.QueryRetrieveLevel).equals("STUDY") && !study.isEmpty();
        found.removeIf(instance -> ofOneStudy && !instance.studyInstanceUid().equals(study));
        return found;
    }

    private List<InstanceRecord> images(DataSet identifier) throws IOException, IdentifierProblem {
        Set<String> wanted = new HashSet<>(keys(identifier, Tags.SOPInstanceUID));
        String series = identifier.string(Tags.SeriesInstanceUID);
        List<InstanceRecord> found = new ArrayList<>();
        if (series.isEmpty()) {
            for (String sopInstance : wanted) {
                found.addAll(archive.instance(organisation, sopInstance));
            }
        } else {
            found.addAll(archive.series(organisation, series));
            found.removeIf(instance -> !wanted.contains(instance.sopInstanceUid()));
        }
        return found;
    }

    private static List<String> keys(DataSet identifier, int tag) throws IdentifierProblem {
        List<String> keys = identifier.strings(tag).stream().distinct().toList();
        if (keys.isEmpty() || keys.size() > MAX_KEYS || !keys.stream().allMatch(Uid::isUid)) {
            throw new IdentifierProblem();
        }
        return keys;
    }

    /** A data set in the archive, sent once. */
    private record StoredDataSet(long length, InputStream content) implements DataSetSource {
        @Override
        public void writeTo(DataSetOutput out) throws IOException {
            byte[] buffer = new byte[BUFFER_BYTES];
            for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
                out.write(buffer, 0, read);
            }
        }
    }

    /** The identifier does not fit the SOP class (PS3.4 table C.4-3). */
    private static final class IdentifierProblem extends Exception {
        private static final long serialVersionUID = 1L;
    }
}

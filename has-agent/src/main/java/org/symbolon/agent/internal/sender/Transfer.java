package org.symbolon.agent.internal.sender;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.symbolon.agent.internal.folder.AgentFolder;
import org.symbolon.agent.internal.folder.FileDigest;
import org.symbolon.agent.internal.journal.ContextPair;
import org.symbolon.agent.internal.journal.Journal;
import org.symbolon.agent.internal.journal.ObjectState;
import org.symbolon.agent.internal.journal.OutboxObject;
import org.symbolon.agent.internal.parting.Quarantine;
import org.symbolon.dicom.net.AssociationRequester;
import org.symbolon.dicom.net.DataSetSource;
import org.symbolon.dicom.net.DicomNetworkException;
import org.symbolon.dicom.net.Status;
import org.symbolon.dicom.net.StoreResponse;
import org.symbolon.model.ErrorCode;

/**
 * Steps 6 and 7 for one batch on one association. What was acknowledged is journalled before confirmation is asked for, and
 * also when the batch breaks off, so that it is not sent again. Stateless but for what it was made with; thread-safe.
 */
final class Transfer {
    private static final Logger LOG = LoggerFactory.getLogger(Transfer.class);
    private static final int ATTEMPTS_BEFORE_CHECK = 2;

    private final AgentFolder folder;
    private final Journal journal;
    private final Quarantine quarantine;
    private final Settlements settlements;
    private final Duration commitmentTimeout;

    Transfer(
            AgentFolder folder,
            Journal journal,
            Quarantine quarantine,
            Settlements settlements,
            Duration commitmentTimeout) {
        this.folder = folder;
        this.journal = journal;
        this.quarantine = quarantine;
        this.settlements = settlements;
        this.commitmentTimeout = commitmentTimeout;
    }

    /** @throws IOException if the data centre cannot take objects at the moment, whatever became of this batch */
    void run(Line line, List<OutboxObject> batch) throws IOException {
        Set<ContextPair> needed = new LinkedHashSet<>();
        List<OutboxObject> toSend = new ArrayList<>();
        List<OutboxObject> acknowledged = new ArrayList<>();
        for (OutboxObject object : batch) {
            if (object.state() == ObjectState.SENT) {
                acknowledged.add(object);
            } else {
                toSend.add(object);
                needed.add(object.context());
            }
        }
        AssociationRequester association = line.open(needed, journal.queuedContexts(Line.MAX_PAIRS));
        store(association, toSend, acknowledged);
        if (!acknowledged.isEmpty()) {
            confirm(acknowledged, Commitment.request(association, acknowledged, commitmentTimeout));
        }
    }

    private void store(AssociationRequester association, List<OutboxObject> toSend, List<OutboxObject> acknowledged)
            throws IOException {
        List<Long> stored = new ArrayList<>();
        try {
            for (OutboxObject object : toSend) {
                if (store(association, object)) {
                    stored.add(object.id());
                    acknowledged.add(object);
                }
            }
        } finally {
            if (!stored.isEmpty()) {
                journal.sent(stored);
            }
        }
    }

    /** Whether the data centre has it; false: it was refused and is in quarantine. */
    private boolean store(AssociationRequester association, OutboxObject object) throws IOException {
        ContextPair context = object.context();
        if (association.accepted(context.sopClassUid(), context.transferSyntaxUid()) == null) {
            refuse(object, ErrorCode.NOT_ACCEPTED_BY_PEER, "No presentation context was accepted for it");
            return false;
        }
        Path file = folder.staged(object.key());
        if (!Files.exists(file)) {
            refuse(object, ErrorCode.DAMAGED, "Its staged file is missing");
            return false;
        }
        StoreResponse response;
        try {
            response = association.store(
                    context.sopClassUid(),
                    object.key().sopUid(),
                    context.transferSyntaxUid(),
                    DataSetSource.ofFile(file, object.dataSetOffset()));
        } catch (DicomNetworkException e) {
            journal.tryAgain(
                    List.of(object.id()), e.sentSomething() ? ErrorCode.OUTCOME_UNKNOWN : ErrorCode.PEER_UNAVAILABLE);
            throw e;
        }
        Verdict verdict = Verdict.of(response, object.attempts());
        switch (verdict.kind()) {
            case STORED -> {
                return true;
            }
            case REFUSED ->
                refuse(
                        object,
                        verdict.code(),
                        String.format("The data centre answered C-STORE with status %04X", response.status()));
            case PEER_TROUBLE -> {
                journal.tryAgain(List.of(object.id()), verdict.code());
                throw new DicomNetworkException(
                        DicomNetworkException.Kind.REJECTED,
                        true,
                        String.format("C-STORE was answered with status %04X", response.status()));
            }
        }
        return false;
    }

    private void confirm(List<OutboxObject> objects, Map<Long, Integer> reasons) throws IOException {
        List<OutboxObject> confirmed = new ArrayList<>();
        List<OutboxObject> missing = new ArrayList<>();
        boolean trouble = false;
        for (OutboxObject object : objects) {
            int reason = reasons.getOrDefault(object.id(), Status.PROCESSING_FAILURE);
            if (reason == Status.SUCCESS) {
                confirmed.add(object);
            } else if (reason == Status.PROCESSING_FAILURE || reason == Status.RESOURCE_LIMITATION) {
                trouble = true;
            } else {
                LOG.warn("Object {} is not confirmed, reason {}: it is sent again", object.id(), reason);
                missing.add(object);
            }
        }
        if (!confirmed.isEmpty()) {
            journal.confirmed(confirmed.stream().map(OutboxObject::id).toList());
            for (OutboxObject object : confirmed) {
                Files.deleteIfExists(folder.staged(object.key()));
                settlements.settle(object.key().dataSetSha256(), null);
            }
        }
        for (OutboxObject object : missing) {
            sendAgain(object);
        }
        if (trouble || !missing.isEmpty()) {
            throw new DicomNetworkException(
                    DicomNetworkException.Kind.REJECTED, true, "Not everything that was sent was confirmed");
        }
    }

    /** A staged file that is not what was queued would be sent for ever. */
    private void sendAgain(OutboxObject object) throws IOException {
        if (object.attempts() >= ATTEMPTS_BEFORE_CHECK && !isIntact(object)) {
            refuse(object, ErrorCode.DAMAGED, "Its staged file is not what was queued");
        } else {
            journal.tryAgain(List.of(object.id()), ErrorCode.OUTCOME_UNKNOWN);
        }
    }

    private boolean isIntact(OutboxObject object) throws IOException {
        try {
            String found = FileDigest.sha256(folder.staged(object.key()), object.dataSetOffset());
            return found.equals(object.key().dataSetSha256());
        } catch (NoSuchFileException e) {
            LOG.warn("Object {} has no staged file", object.id());
            return false;
        }
    }

    /** After a defect of ours: whatever of the batch is not confirmed is sent again, behind all others. */
    void putBehind(List<OutboxObject> batch) {
        journal.tryAgain(batch.stream().map(OutboxObject::id).toList(), ErrorCode.INTERNAL);
    }

    private void refuse(OutboxObject object, ErrorCode code, String rule) throws IOException {
        LOG.warn("Object {} goes to quarantine: {}", object.id(), code);
        quarantine.keepRefused(object, code, rule);
        settlements.settle(object.key().dataSetSha256(), code);
    }
}

package org.symbolon.agent.internal.retrieve;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.symbolon.agent.RetrieveListener;
import org.symbolon.agent.RetrieveQuery;
import org.symbolon.agent.RetrieveSummary;
import org.symbolon.agent.internal.folder.AgentFolder;
import org.symbolon.agent.internal.journal.ContextPair;
import org.symbolon.agent.internal.journal.Journal;
import org.symbolon.agent.internal.parting.RecordMemory;
import org.symbolon.agent.internal.records.RecordClient;
import org.symbolon.agent.internal.sender.DataCentre;
import org.symbolon.crosswalk.Crosswalk;
import org.symbolon.crosswalk.ObjectKey;
import org.symbolon.dicom.DataSet;
import org.symbolon.dicom.Tags;
import org.symbolon.dicom.TransferSyntax;
import org.symbolon.dicom.Uids;
import org.symbolon.dicom.net.AssociationRequester;
import org.symbolon.dicom.net.ProposedContext;
import org.symbolon.dicom.net.RetrieveResult;
import org.symbolon.model.ErrorCode;
import org.symbolon.model.SymbolonException;

/**
 * Brings originals home, images study by study, by C-GET (PS3.4 annex C) on as many associations as are configured. The presentation
 * contexts are those in which the journal says that the study's objects were sent. Textual records follow over HTTPS. Thread-safe.
 */
public final class Retrieval {
    private static final Logger LOG = LoggerFactory.getLogger(Retrieval.class);
    private static final int MAX_ATTEMPTS = 3;
    private static final long PAUSE_MILLIS = 1000;
    private static final int MAX_PAIRS = AssociationRequester.MAX_CONTEXTS - 1;

    private final AgentFolder folder;
    private final Crosswalk crosswalk;
    private final Journal journal;
    private final DataCentre dataCentre;
    private final RecordClient client;
    private final RecordMemory memory;
    private final int associations;

    public Retrieval(
            AgentFolder folder,
            Crosswalk crosswalk,
            Journal journal,
            DataCentre dataCentre,
            RecordClient client,
            RecordMemory memory,
            int associations) {
        this.folder = folder;
        this.crosswalk = crosswalk;
        this.journal = journal;
        this.dataCentre = dataCentre;
        this.client = client;
        this.memory = memory;
        this.associations = associations;
    }

    public RetrieveSummary retrieve(RetrieveQuery query, Path out, RetrieveListener listener) throws IOException {
        Wanted wanted = Wanted.of(query, crosswalk, journal);
        if (!Files.exists(out)) {
            AgentFolder.makePrivate(out);
        }
        OriginalNames names = new OriginalNames(out.toRealPath());
        RetrieveTally tally = new RetrieveTally(listener);
        RecordRestoration records = new RecordRestoration(
                crosswalk, journal, client, memory, new RecordNames(out.toRealPath()), tally, wanted.inOrderOfDate());
        ExecutorService threads = Executors.newFixedThreadPool(associations);
        try {
            List<Future<?>> lines = new ArrayList<>();
            for (int i = 0; i < associations; i++) {
                lines.add(threads.submit(() -> {
                    work(wanted.studies(), names, tally);
                    work(wanted.records(), records);
                    return null;
                }));
            }
            for (Future<?> line : lines) {
                line.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("Interrupted while retrieving");
        } catch (ExecutionException e) {
            throw asThrown(e);
        } finally {
            threads.shutdownNow();
        }
        records.finish();
        return tally.finish();
    }

    private static IOException asThrown(ExecutionException e) {
        if (e.getCause() instanceof IOException io) {
            return io;
        }
        if (e.getCause() instanceof SymbolonException symbolon) {
            throw symbolon;
        }
        throw new SymbolonException(ErrorCode.INTERNAL, "A defect while retrieving", e.getCause());
    }

    private void work(WantedStudies studies, OriginalNames names, RetrieveTally tally)
            throws IOException, InterruptedException {
        WantedStudy study = studies.next();
        while (study != null) {
            StudyRestoration restoration = new StudyRestoration(folder, crosswalk, names, tally, study);
            restoration.giveUp(fetch(study, restoration));
            study = studies.next();
        }
    }

    private static void work(WantedRecords wanted, RecordRestoration records) throws IOException, InterruptedException {
        @Nullable ObjectKey key = wanted.next();
        while (key != null) {
            records.restore(key);
            key = wanted.next();
        }
    }

    /** Returns why what is still outstanding is so. */
    private ErrorCode fetch(WantedStudy study, StudyRestoration restoration) throws InterruptedException {
        for (int attempt = 1; restoration.outstanding() > 0; attempt++) {
            try {
                return get(study, restoration);
            } catch (IOException e) {
                LOG.warn(
                        "Retrieving a study failed, attempt {} of {}: {}",
                        attempt,
                        MAX_ATTEMPTS,
                        DataCentre.explain(e));
                if (attempt == MAX_ATTEMPTS) {
                    return ErrorCode.PEER_UNAVAILABLE;
                }
                Thread.sleep(PAUSE_MILLIS * attempt);
            }
        }
        return ErrorCode.NOT_FOUND;
    }

    private ErrorCode get(WantedStudy study, StudyRestoration restoration) throws IOException {
        List<ContextPair> pairs = journal.studyContexts(study.studyUid());
        @Nullable ErrorCode problem = null;
        for (int from = 0; from < pairs.size() && restoration.outstanding() > 0; from += MAX_PAIRS) {
            List<ContextPair> some = pairs.subList(from, Math.min(pairs.size(), from + MAX_PAIRS));
            try (AssociationRequester association = dataCentre.connect(contexts(some))) {
                RetrieveResult result = association.get(
                        Uids.StudyRootQueryRetrieveInformationModelGet, identifier(study.studyUid()), restoration);
                if (result.failed() > 0 || result.completed() == 0) {
                    LOG.warn("C-GET of a study ended with status {}, {} failed", result.status(), result.failed());
                    problem = ErrorCode.REFUSED_BY_PEER;
                }
                association.release();
            }
        }
        return problem == null ? ErrorCode.NOT_FOUND : problem;
    }

    private static DataSet identifier(String studyUid) {
        DataSet identifier = new DataSet();
        identifier.putString(Tags.QueryRetrieveLevel, "STUDY");
        identifier.putString(Tags.StudyInstanceUID, studyUid);
        return identifier;
    }

    private static List<ProposedContext> contexts(List<ContextPair> pairs) {
        List<ProposedContext> contexts = new ArrayList<>();
        contexts.add(ProposedContext.asScu(
                Uids.StudyRootQueryRetrieveInformationModelGet,
                TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN.uid(),
                TransferSyntax.IMPLICIT_VR_LITTLE_ENDIAN.uid()));
        pairs.forEach(pair -> contexts.add(ProposedContext.asScp(pair.sopClassUid(), pair.transferSyntaxUid())));
        return contexts;
    }
}

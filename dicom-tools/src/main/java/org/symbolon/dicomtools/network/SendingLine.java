package org.symbolon.dicomtools.network;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.symbolon.dicom.DicomFile;
import org.symbolon.dicom.DicomFormatException;
import org.symbolon.dicom.Tags;
import org.symbolon.dicom.Uids;
import org.symbolon.dicom.net.AssociationRequester;
import org.symbolon.dicom.net.DicomNetworkException;
import org.symbolon.dicom.net.OutgoingObject;
import org.symbolon.dicom.net.ProposedContext;
import org.symbolon.dicom.net.StorageProposal;
import org.symbolon.dicom.net.StoreObserver;
import org.symbolon.dicom.net.StoreResponse;
import org.symbolon.model.SymbolonException;

/**
 * Sends files over one association at a time, until the queue is empty. An association goes on as long as its presentation
 * contexts serve; if it breaks, the next one takes up the files that had not left. One thread.
 */
final class SendingLine implements Callable<@Nullable SymbolonException> {
    private static final int BATCH_FILES = 500;
    /** Associations in a row that end without a single answer. */
    private static final int MAX_USELESS = 3;

    private final FileQueue queue;
    private final StoreReport report;
    private final Connector connector;
    private final Encoding encoding;

    private StorageProposal proposal = new StorageProposal();
    private List<ProposedContext> proposed = List.of();
    private @Nullable AssociationRequester association;
    private int useless;

    /** Makes associations. */
    @FunctionalInterface
    interface Connector {
        AssociationRequester connect(List<ProposedContext> contexts) throws IOException;
    }

    /** Whether native data sets may be written anew for a peer that takes no better. */
    enum Encoding {
        MAY_CHANGE,
        AS_IT_IS
    }

    SendingLine(FileQueue queue, StoreReport report, Connector connector, Encoding encoding) {
        this.queue = queue;
        this.report = report;
        this.connector = connector;
        this.encoding = encoding;
    }

    /** Null: the queue is empty; else why there are no more associations, and the rest is put back. */
    @Override
    public @Nullable SymbolonException call() throws IOException {
        try {
            List<Path> batch = queue.next(BATCH_FILES);
            while (!batch.isEmpty()) {
                send(batch);
                batch = queue.next(BATCH_FILES);
            }
            AssociationRequester last = association;
            if (last != null && last.isOpen()) {
                last.release();
            }
            return null;
        } catch (DicomNetworkException e) {
            return NetworkFailure.explained(e);
        } catch (SymbolonException e) {
            return e;
        } finally {
            disconnect();
        }
    }

    private void send(List<Path> batch) throws IOException {
        int next = 0;
        try {
            Map<OutgoingObject, Path> group = new LinkedHashMap<>();
            while (next < batch.size()) {
                OutgoingObject object = open(batch.get(next));
                if (object != null && !proposal.add(object)) {
                    sendGroup(group);
                    group.clear();
                    proposal = new StorageProposal();
                    proposal.add(object);
                }
                if (object != null) {
                    group.put(object, batch.get(next));
                }
                next++;
            }
            sendGroup(group);
        } catch (DicomNetworkException | SymbolonException e) {
            queue.putBack(batch.subList(next, batch.size()));
            throw e;
        }
    }

    private @Nullable OutgoingObject open(Path file) {
        try {
            if (isDirectory(file)) {
                report.skipped();
                return null;
            }
            OutgoingObject object = OutgoingObject.ofFile(file);
            return encoding == Encoding.AS_IT_IS ? object.withoutRecoding() : object;
        } catch (DicomFormatException e) {
            report.failed(file, null, e.problem() + ", " + e.rule());
        } catch (IOException e) {
            report.failed(file, null, "it cannot be read");
        }
        return null;
    }

    /** A DICOMDIR is no object to be stored (PS3.10 8.6). */
    private static boolean isDirectory(Path file) throws IOException {
        return file.endsWith("DICOMDIR")
                && DicomFile.open(file)
                        .fileMeta()
                        .string(Tags.MediaStorageSOPClassUID)
                        .equals(Uids.MediaStorageDirectoryStorage);
    }

    /** Sends all, over several associations if need be. */
    private void sendGroup(Map<OutgoingObject, Path> group) throws IOException {
        Map<OutgoingObject, Path> left = new LinkedHashMap<>(group);
        while (!left.isEmpty()) {
            Attempt attempt = new Attempt(left);
            try {
                connected(left).storeAll(attempt, attempt);
            } catch (DicomNetworkException e) {
                attempt.fail(e);
                disconnect();
                useless = attempt.answers > 0 ? 0 : useless + 1;
                if (useless >= MAX_USELESS) {
                    queue.putBack(List.copyOf(left.values()));
                    throw e;
                }
            }
        }
    }

    private AssociationRequester connected(Map<OutgoingObject, Path> left) throws IOException {
        AssociationRequester open = association;
        if (open != null
                && open.isOpen()
                && proposed.size() == proposal.contexts().size()) {
            return open;
        }
        if (open != null && open.isOpen()) {
            open.release();
        }
        disconnect();
        proposed = proposal.contexts();
        try {
            open = connector.connect(proposed);
        } catch (DicomNetworkException e) {
            queue.putBack(List.copyOf(left.values()));
            throw NetworkFailure.explained(e);
        }
        association = open;
        return open;
    }

    private void disconnect() {
        if (association != null) {
            association.close();
            association = null;
        }
    }

    /** What goes over one association: objects leave the map when they are taken to be sent. */
    private final class Attempt implements Iterator<OutgoingObject>, StoreObserver {
        private final Map<OutgoingObject, Path> left;
        private final Map<OutgoingObject, Path> taken = new LinkedHashMap<>();
        private int answers;

        Attempt(Map<OutgoingObject, Path> left) {
            this.left = left;
        }

        @Override
        public boolean hasNext() {
            return !left.isEmpty();
        }

        @Override
        public OutgoingObject next() {
            Map.Entry<OutgoingObject, Path> entry = left.entrySet().iterator().next();
            OutgoingObject object = entry.getKey();
            taken.put(object, entry.getValue());
            left.remove(object);
            return object;
        }

        @Override
        public void answered(OutgoingObject object, StoreResponse response) {
            answers++;
            report.answered(path(object), object, response);
        }

        @Override
        public void notSent(OutgoingObject object, Exception reason) {
            answers++;
            boolean told = reason instanceof DicomNetworkException || reason instanceof DicomFormatException;
            report.failed(path(object), object, told ? String.valueOf(reason.getMessage()) : "it cannot be read");
        }

        private Path path(OutgoingObject object) {
            Path path = taken.remove(object);
            if (path == null) {
                throw new IllegalStateException("An object was answered twice");
            }
            return path;
        }

        void fail(DicomNetworkException reason) {
            List<OutgoingObject> unknown = new ArrayList<>(taken.keySet());
            unknown.forEach(object -> report.failed(path(object), object, "outcome unknown: " + reason.getMessage()));
        }
    }
}

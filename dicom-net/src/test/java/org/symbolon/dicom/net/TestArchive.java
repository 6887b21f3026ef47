package org.symbolon.dicom.net;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;
import org.symbolon.dicom.DataSet;
import org.symbolon.dicom.DataSetReader;
import org.symbolon.dicom.Element;
import org.symbolon.dicom.ReaderOptions;
import org.symbolon.dicom.Tags;
import org.symbolon.dicom.Uids;

/** A small archive in memory: stores, finds by equal values, moves, gets and commits. */
class TestArchive implements AssociationHandler {
    /** An object as it came. */
    record Held(StoreRequest request, DataSet header, OutgoingObject object) {}

    final Map<String, Held> objects = new ConcurrentHashMap<>();
    final Map<String, ApplicationEntity> destinations = new ConcurrentHashMap<>();
    final BlockingQueue<EventReport> events = new LinkedBlockingQueue<>();
    volatile EventDelivery delivery = EventDelivery.SAME_ASSOCIATION;

    @Override
    public boolean accepts(String abstractSyntax) {
        return true;
    }

    @Override
    public @Nullable String choose(String abstractSyntax, List<String> proposed) {
        return proposed.get(0);
    }

    @Override
    public StoreResponse store(StoreRequest request, InputStream dataSet) throws IOException {
        byte[] bytes = dataSet.readAllBytes();
        try (DataSetReader reader = DataSetReader.of(
                new java.io.ByteArrayInputStream(bytes),
                InteropObjects.syntax(request.transferSyntax()),
                ReaderOptions.defaults().withStopBefore(Tags.PixelData))) {
            keep(request, bytes, DataSet.read(reader));
        }
        return StoreResponse.success();
    }

    private void keep(StoreRequest request, byte[] bytes, DataSet header) {
        OutgoingObject object = new OutgoingObject(
                request.sopClassUid(),
                request.sopInstanceUid(),
                request.transferSyntax(),
                DataSetSource.ofBytes(bytes));
        objects.put(request.sopInstanceUid(), new Held(request, header, object));
    }

    /** The object that the matrix has for the transfer syntax. */
    void hold(String syntaxUid) {
        StoreRequest request =
                new StoreRequest(InteropObjects.CT, InteropObjects.instance(syntaxUid), syntaxUid, "TEST");
        keep(request, InteropObjects.encoded(syntaxUid), InteropObjects.dataSet(syntaxUid));
    }

    private List<Held> matching(DataSet identifier) {
        return objects.values().stream()
                .filter(held -> matches(identifier, held.header()))
                .toList();
    }

    private static boolean matches(DataSet identifier, DataSet header) {
        for (Element key : identifier) {
            boolean matched = List.of(
                            Tags.StudyInstanceUID, Tags.SeriesInstanceUID, Tags.SOPInstanceUID, Tags.PatientID)
                    .contains(key.tag());
            List<String> wanted = identifier.strings(key.tag());
            if (matched && !wanted.isEmpty() && !wanted.contains("*") && !wanted.contains(header.string(key.tag()))) {
                return false;
            }
        }
        return true;
    }

    @Override
    public int find(FindRequest request, FindResponder responder) throws IOException {
        String level = request.identifier().string(Tags.QueryRetrieveLevel);
        int unique = switch (level) {
            case "PATIENT" -> Tags.PatientID;
            case "STUDY" -> Tags.StudyInstanceUID;
            case "SERIES" -> Tags.SeriesInstanceUID;
            default -> Tags.SOPInstanceUID;
        };
        Map<String, DataSet> matches = new LinkedHashMap<>();
        matching(request.identifier())
                .forEach(held -> matches.putIfAbsent(held.header().string(unique), held.header()));
        for (DataSet header : matches.values()) {
            DataSet match = new DataSet();
            for (Element key : request.identifier()) {
                String value = key.tag() == Tags.QueryRetrieveLevel ? level : header.string(key.tag());
                match.put(key.tag(), key.vr(), value);
            }
            responder.match(match);
        }
        return Status.SUCCESS;
    }

    @Override
    public int move(MoveRequest request, MoveResponder responder) throws IOException {
        responder.send(matching(request.identifier()).stream().map(Held::object).toList());
        return Status.SUCCESS;
    }

    @Override
    public int get(GetRequest request, GetResponder responder) throws IOException {
        List<Held> found = matching(request.identifier());
        responder.total(found.size());
        for (Held held : found) {
            OutgoingObject object = held.object();
            responder.send(object.sopClassUid(), object.sopInstanceUid(), object.transferSyntax(), object.source());
        }
        return Status.SUCCESS;
    }

    @Override
    public DestinationResolver destinations() {
        return destinations::get;
    }

    @Override
    public ActionResponse action(ActionRequest request) {
        List<DataSet> committed = new ArrayList<>();
        for (DataSet reference : request.information().sequence(Tags.ReferencedSOPSequence)) {
            if (objects.containsKey(reference.string(Tags.ReferencedSOPInstanceUID))) {
                committed.add(reference);
            }
        }
        DataSet information = new DataSet()
                .putString(Tags.TransactionUID, request.information().string(Tags.TransactionUID))
                .putSequence(Tags.ReferencedSOPSequence, committed);
        return ActionResponse.successThen(
                () -> new EventReport(Uids.StorageCommitmentPushModel, request.sopInstanceUid(), 1, information),
                delivery);
    }

    @Override
    public ObjectResponse event(EventReport report, String callingAeTitle) {
        events.add(report);
        return ObjectResponse.success();
    }
}

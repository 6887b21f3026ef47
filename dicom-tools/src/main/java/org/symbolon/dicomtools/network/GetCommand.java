package org.symbolon.dicomtools.network;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.symbolon.dicom.DataSet;
import org.symbolon.dicom.Uids;
import org.symbolon.dicom.net.AssociationRequester;
import org.symbolon.dicom.net.Cancellation;
import org.symbolon.dicom.net.ProposedContext;
import org.symbolon.dicom.net.RetrieveResult;
import org.symbolon.dicom.net.StoreResponse;
import org.symbolon.model.ProgressLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code symbolon dicom get}: retrieves over the same association. */
@Command(
        name = "get",
        mixinStandardHelpOptions = true,
        description = "Retrieves objects from a peer over the same association (C-GET) into a folder.",
        footer = {
            "",
            "Examples:",
            "  symbolon dicom get ARCHIVE@pacs:11112 --key StudyInstanceUID=1.2.3 --out study",
            "  symbolon dicom get ARCHIVE@pacs:11112 --level SERIES --key StudyInstanceUID=1.2.3 \\",
            "      --key SeriesInstanceUID=1.2.3.4 --out series",
            "Exit code 0 if all objects came, 1 if some did not."
        })
final class GetCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin
    private PeerOptions peer = new PeerOptions();

    @Mixin
    private QueryOptions query = new QueryOptions();

    @Mixin
    private FolderOptions folder = new FolderOptions();

    @Option(
            names = "--sop-class",
            paramLabel = "CLASS",
            description =
                    "Take objects of this class only, UID or keyword; may be given again. Without it the 54 most usual"
                            + " classes are proposed: an association has no room for all.")
    private List<String> sopClasses = List.of();

    @Option(names = "--json", description = "The result as one JSON object.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        query.requireKeys();
        DataSet identifier = query.identifier(query.keys());
        String sopClass = query.model().get();
        List<ProposedContext> contexts = new ArrayList<>();
        contexts.add(ProposedContext.asScu(sopClass, Uids.ExplicitVRLittleEndian, Uids.ImplicitVRLittleEndian));
        contexts.addAll(StorageClasses.toReceive(
                sopClasses.stream().map(GetCommand::sopClass).toList()));
        ProgressLine progress = new ProgressLine(spec.commandLine().getErr());
        Reception reception =
                new Reception(folder.open(), Reception.Commitments.NOT_OFFERED, 0, (request, file, count) -> {});
        RetrieveResult result;
        try (AssociationRequester association = peer.connect(contexts)) {
            result = NetworkFailure.explaining(() -> {
                RetrieveResult got = association.get(
                        sopClass,
                        identifier,
                        new Cancellation(),
                        counts -> progress.count(
                                "received", reception.received(), reception.received() + counts.remaining()),
                        (request, dataSet) -> {
                            reception.keep(request, dataSet);
                            return StoreResponse.success();
                        });
                association.release();
                return got;
            });
        } finally {
            progress.end();
        }
        return RetrieveReport.print(out, result, OutputForm.of(json));
    }

    private static String sopClass(String text) {
        String uid = UidKeywords.find(text);
        if (!StorageClasses.isStorage(uid)) {
            throw PeerAddress.usage("--sop-class takes the UID or keyword of a storage class");
        }
        return uid;
    }
}

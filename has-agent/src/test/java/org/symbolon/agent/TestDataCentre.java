package org.symbolon.agent;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.symbolon.agent.internal.folder.FileDigest;
import org.symbolon.dicom.DataSet;
import org.symbolon.dicom.DataSetReader;
import org.symbolon.dicom.DicomFile;
import org.symbolon.dicom.Part10Writer;
import org.symbolon.dicom.ReaderOptions;
import org.symbolon.dicom.Tags;
import org.symbolon.dicom.TransferSyntax;
import org.symbolon.dicom.Vr;
import org.symbolon.dicom.net.ActionRequest;
import org.symbolon.dicom.net.ActionResponse;
import org.symbolon.dicom.net.AssociationHandler;
import org.symbolon.dicom.net.DataSetSource;
import org.symbolon.dicom.net.DicomServer;
import org.symbolon.dicom.net.EventReport;
import org.symbolon.dicom.net.GetRequest;
import org.symbolon.dicom.net.GetResponder;
import org.symbolon.dicom.net.NetworkOptions;
import org.symbolon.dicom.net.ServerOptions;
import org.symbolon.dicom.net.Status;
import org.symbolon.dicom.net.StoreRequest;
import org.symbolon.dicom.net.StoreResponse;

/** A data centre made of a folder: real DIMSE, files named by the digest of their data set, commitment only for what is there. */
final class TestDataCentre implements AutoCloseable {
    private static final int DIGEST_TAG = 0x00091010;

    private final Path folder;
    private final AtomicInteger stores = new AtomicInteger();
    private volatile int answer = Status.SUCCESS;
    private @Nullable DicomServer server;
    private int port;

    private final ServerOptions options;

    private TestDataCentre(Path folder, ServerOptions options) {
        this.folder = folder;
        this.options = options.withShutdownTimeout(Duration.ofMillis(200));
    }

    static TestDataCentre start(Path folder) throws IOException {
        return start(folder, ServerOptions.plain(NetworkOptions.defaults()));
    }

    static TestDataCentre start(Path folder, ServerOptions options) throws IOException {
        Files.createDirectories(folder);
        TestDataCentre centre = new TestDataCentre(folder, options);
        centre.up();
        return centre;
    }

    void up() throws IOException {
        DicomServer started = DicomServer.start(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), port), options, peer -> new Handler());
        server = started;
        port = started.port();
    }

    void down() {
        if (server != null) {
            server.close();
            server = null;
        }
    }

    int port() {
        return port;
    }

    /** How often C-STORE was asked for. */
    int stores() {
        return stores.get();
    }

    /** Answers every C-STORE with this status from now on; success stores. */
    void answerWith(int status) {
        answer = status;
    }

    List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".dcm")).toList();
        }
    }

    @Override
    public void close() {
        down();
    }

    private static DataSet header(Path file) throws IOException {
        try (DataSetReader reader =
                DicomFile.open(file).reader(ReaderOptions.defaults().withStopBefore(Tags.SeriesInstanceUID + 1))) {
            return DataSet.read(reader);
        }
    }

    private final class Handler implements AssociationHandler {
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
            stores.incrementAndGet();
            TransferSyntax syntax = TransferSyntax.of(request.transferSyntax());
            if (answer != Status.SUCCESS || syntax == null) {
                return new StoreResponse(answer, "");
            }
            MessageDigest digest = FileDigest.newSha256();
            Path temporary = folder.resolve(UUID.randomUUID() + ".part");
            byte[] content = dataSet.readAllBytes();
            digest.update(content);
            byte[] meta = Part10Writer.fileMeta(request.sopClassUid(), request.sopInstanceUid(), syntax, null);
            try (var out = Files.newOutputStream(temporary)) {
                out.write(meta);
                out.write(content);
            }
            Files.move(
                    temporary,
                    folder.resolve(HexFormat.of().formatHex(digest.digest()) + ".dcm"),
                    StandardCopyOption.ATOMIC_MOVE);
            return StoreResponse.success();
        }

        @Override
        public ActionResponse action(ActionRequest request) {
            return ActionResponse.successThen(() -> {
                List<DataSet> present = new ArrayList<>();
                List<DataSet> missing = new ArrayList<>();
                for (DataSet item : request.information().sequence(Tags.ReferencedSOPSequence)) {
                    if (Files.exists(folder.resolve(item.string(DIGEST_TAG) + ".dcm"))) {
                        present.add(item);
                    } else {
                        item.putInts(Tags.FailureReason, Vr.US, Status.NO_SUCH_SOP_INSTANCE);
                        missing.add(item);
                    }
                }
                DataSet information = new DataSet();
                information.putString(Tags.TransactionUID, request.information().string(Tags.TransactionUID));
                information.putSequence(Tags.ReferencedSOPSequence, present);
                information.putSequence(Tags.FailedSOPSequence, missing);
                return new EventReport(
                        request.sopClassUid(), request.sopInstanceUid(), missing.isEmpty() ? 1 : 2, information);
            });
        }

        @Override
        public int get(GetRequest request, GetResponder responder) throws IOException {
            for (Path file : files()) {
                DataSet header = header(file);
                if (header.string(Tags.StudyInstanceUID)
                        .equals(request.identifier().string(Tags.StudyInstanceUID))) {
                    DicomFile stored = DicomFile.open(file);
                    responder.send(
                            header.string(Tags.SOPClassUID),
                            header.string(Tags.SOPInstanceUID),
                            stored.transferSyntax().uid(),
                            DataSetSource.ofFile(file, stored.dataSetOffset()));
                }
            }
            return Status.SUCCESS;
        }
    }
}

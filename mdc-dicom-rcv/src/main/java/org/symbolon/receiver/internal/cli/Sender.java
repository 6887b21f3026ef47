package org.symbolon.receiver.internal.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import org.symbolon.dicom.net.AssociationRequester;
import org.symbolon.dicom.net.DataSetSource;
import org.symbolon.dicom.net.DicomNetworkException;
import org.symbolon.dicom.net.NetworkOptions;
import org.symbolon.dicom.net.ProposedContext;
import org.symbolon.dicom.net.StoreResponse;
import org.symbolon.model.TlsSettings;

/**
 * Sends the files of one {@code dcmsnd} command. Files are taken in batches, one association for each, since an association
 * has room for 128 presentation contexts only. One thread.
 */
public final class Sender {
    /** PS3.8 9.3.2.2: odd numbers from 1 to 255. */
    static final int MAX_CONTEXTS = 128;

    static final int MAX_BATCH_FILES = 10_000;

    private final SendArguments arguments;
    private final PrintStream out;
    private final @Nullable SSLContext tls;
    private long sent;
    private long failed;

    /** One batch: files, and what they need. */
    private record Batch(List<OutgoingFile> files, Set<ProposedContext> contexts) {
        Batch() {
            this(new ArrayList<>(), new LinkedHashSet<>());
        }

        boolean takes(ProposedContext context) {
            return files.size() < MAX_BATCH_FILES && (contexts.size() < MAX_CONTEXTS || contexts.contains(context));
        }
    }

    /**
     * @param out one line for each file that was not stored, and a summary
     */
    public Sender(SendArguments arguments, PrintStream out) {
        this.arguments = arguments;
        this.out = out;
        TlsSettings settings = arguments.tls().tls();
        this.tls = settings == null ? null : settings.sslContext();
    }

    /**
     * Whether every file was stored.
     *
     * @throws DicomNetworkException if an association does not come about, or breaks
     */
    public boolean send() throws IOException {
        long start = System.nanoTime();
        try {
            Batch batch = new Batch();
            for (Path input : arguments.inputs()) {
                try (Stream<Path> files = Files.walk(input)) {
                    Iterator<Path> sorted =
                            files.filter(Files::isRegularFile).sorted().iterator();
                    while (sorted.hasNext()) {
                        batch = add(sorted.next(), batch);
                    }
                }
            }
            send(batch);
        } finally {
            double seconds = (System.nanoTime() - start) / 1e9;
            out.printf("%d files stored, %d not, in %.1f s%n", sent, failed, seconds);
        }
        return failed == 0;
    }

    private Batch add(Path path, Batch batch) throws IOException {
        OutgoingFile file = OutgoingFile.read(path);
        if (file == null) {
            failed++;
            out.println("Not sent, not a DICOM object: " + path);
            return batch;
        }
        Batch target = batch;
        if (!batch.takes(file.context())) {
            send(batch);
            target = new Batch();
        }
        target.files().add(file);
        target.contexts().add(file.context());
        return target;
    }

    private void send(Batch batch) throws IOException {
        if (batch.files().isEmpty()) {
            return;
        }
        try (AssociationRequester association = AssociationRequester.connect(
                arguments.called().socketAddress(),
                arguments.callingAeTitle(),
                arguments.called().aeTitle(),
                List.copyOf(batch.contexts()),
                tls,
                NetworkOptions.defaults())) {
            for (OutgoingFile file : batch.files()) {
                send(file, association);
            }
            association.release();
        }
    }

    private void send(OutgoingFile file, AssociationRequester association) throws IOException {
        if (association.accepted(file.sopClassUid(), file.transferSyntaxUid()) == null) {
            failed++;
            out.println("Not sent, the receiver does not take its SOP class and transfer syntax: " + file.path());
            return;
        }
        StoreResponse response = association.store(
                file.sopClassUid(),
                file.sopInstanceUid(),
                file.transferSyntaxUid(),
                DataSetSource.ofFile(file.path(), file.dataSetOffset()));
        if (response.isStored()) {
            sent++;
        } else {
            failed++;
            out.printf("Refused with status %04X %s: %s%n", response.status(), response.errorComment(), file.path());
        }
    }
}

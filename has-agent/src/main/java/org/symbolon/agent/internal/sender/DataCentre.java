package org.symbolon.agent.internal.sender;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import org.symbolon.dicom.TransferSyntax;
import org.symbolon.dicom.Uids;
import org.symbolon.dicom.net.AssociationRequester;
import org.symbolon.dicom.net.DicomNetworkException;
import org.symbolon.dicom.net.NetworkOptions;
import org.symbolon.dicom.net.ProposedContext;
import org.symbolon.dicom.net.Status;

/**
 * Where the data centre is and how it is spoken to. Immutable.
 *
 * @param tls null: plain TCP, for trials on one machine
 */
public record DataCentre(
        String host,
        int port,
        String callingAeTitle,
        String calledAeTitle,
        @Nullable SSLContext tls,
        NetworkOptions network) {
    private static final Duration PROBE_TIMEOUT = Duration.ofSeconds(5);

    /** The caller releases and closes it. The host name is resolved anew each time. */
    public AssociationRequester connect(List<ProposedContext> contexts) throws IOException {
        return connect(contexts, network);
    }

    private AssociationRequester connect(List<ProposedContext> contexts, NetworkOptions options) throws IOException {
        return AssociationRequester.connect(
                new InetSocketAddress(host, port), callingAeTitle, calledAeTitle, contexts, tls, options);
    }

    /** C-ECHO, with short timeouts. Empty: it answered; else why not, for a person. */
    public String probe() {
        NetworkOptions quick = network.withConnectTimeout(PROBE_TIMEOUT)
                .withAssociationTimeout(PROBE_TIMEOUT)
                .withResponseTimeout(PROBE_TIMEOUT);
        ProposedContext verification =
                ProposedContext.asScu(Uids.Verification, TransferSyntax.IMPLICIT_VR_LITTLE_ENDIAN.uid());
        try (AssociationRequester association = connect(List.of(verification), quick)) {
            int status = association.echo();
            association.release();
            return status == Status.SUCCESS ? "" : String.format("It answers C-ECHO with status %04X", status);
        } catch (IOException e) {
            return explain(e);
        }
    }

    /** Why a connection failed, for a person and the log. Only messages of the network room are known to hold no path. */
    public static String explain(IOException e) {
        return e instanceof DicomNetworkException network
                ? network.kind() + ": " + network.getMessage()
                : e.getClass().getSimpleName();
    }
}

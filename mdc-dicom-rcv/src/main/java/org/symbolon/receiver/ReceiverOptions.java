package org.symbolon.receiver;

import java.net.InetSocketAddress;
import java.util.Set;
import javax.net.ssl.SSLContext;
import org.symbolon.dicom.net.NetworkOptions;

/**
 * How a {@link DicomReceiver} listens.
 *
 * @param listen port 0 takes any free one
 * @param tls our certificate, and the authorities that may sign client certificates
 * @param organisations which client certificate stands for whom
 * @param aeTitles called AE titles that are accepted; empty accepts every one
 */
public record ReceiverOptions(
        InetSocketAddress listen,
        SSLContext tls,
        Organisations organisations,
        Set<String> aeTitles,
        NetworkOptions network) {
    public ReceiverOptions {
        aeTitles = Set.copyOf(aeTitles);
    }
}

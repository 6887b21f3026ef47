package org.symbolon.dicom.net;

import java.net.InetSocketAddress;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * A peer that associations can be made with: the destination of a C-MOVE, or who is told the outcome of a storage commitment.
 *
 * @param aeTitle by which it is called, 1 to 16 characters
 * @param tls null: plain TCP
 */
public record ApplicationEntity(
        String aeTitle, InetSocketAddress address, @Nullable SSLContext tls) {
    /** Plain TCP. */
    public static ApplicationEntity plain(String aeTitle, InetSocketAddress address) {
        return new ApplicationEntity(aeTitle, address, null);
    }
}

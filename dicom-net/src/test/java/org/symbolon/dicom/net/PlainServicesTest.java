package org.symbolon.dicom.net;

import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

class PlainServicesTest extends ServicesContract {
    @Override
    ServerOptions serverOptions(NetworkOptions network) {
        return ServerOptions.plain(network);
    }

    @Override
    @Nullable
    SSLContext clientTls() {
        return null;
    }
}

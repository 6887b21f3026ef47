package org.symbolon.dicom.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.symbolon.dicom.net.ServerOptions.ClientCertificates;

/** An object of 500 MB goes through requester and server, plain and with TLS, in one JVM of 128 MB heap. */
class LargeObjectIT {
    private static final long OBJECT_BYTES = 500_000_000;

    @Test
    @Timeout(300)
    void passesThroughASmallHeap(@TempDir Path folder) throws IOException, InterruptedException {
        Path log = folder.resolve("log");
        Process child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx128m",
                        "-XX:+ExitOnOutOfMemoryError",
                        "-cp",
                        System.getProperty("java.class.path"),
                        LargeObjectIT.class.getName())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        assertThat(child.waitFor(280, TimeUnit.SECONDS)).isTrue();
        assertThat(child.exitValue()).as(java.nio.file.Files.readString(log)).isZero();
    }

    /** Runs in the child; ends with an exception if anything but all bytes arrives. */
    public static void main(String[] arguments) throws IOException {
        TestCertificates certificates = TestCertificates.instance();
        NetworkOptions network = NetworkOptions.defaults();
        AtomicLong received = new AtomicLong();
        AssociationHandlerFactory factory = peer -> new TestHandler() {
            @Override
            public StoreResponse store(StoreRequest request, java.io.InputStream dataSet) throws IOException {
                received.set(dataSet.transferTo(java.io.OutputStream.nullOutputStream()));
                return StoreResponse.success();
            }
        };
        InetSocketAddress any = new InetSocketAddress("localhost", 0);
        try (DicomServer plain = DicomServer.start(any, ServerOptions.plain(network), factory);
                DicomServer tls = DicomServer.start(
                        any, ServerOptions.tls(certificates.server(), ClientCertificates.REQUIRED, network), factory)) {
            for (DicomServer server : List.of(plain, tls)) {
                received.set(0);
                try (AssociationRequester scu = AssociationRequester.connect(
                        new InetSocketAddress("localhost", server.port()),
                        "SCU",
                        "SCP",
                        List.of(ProposedContext.asScu(ServicesContract.CT, ServicesContract.EXPLICIT)),
                        server == tls ? certificates.client() : null,
                        network)) {
                    StoreResponse response =
                            scu.store(ServicesContract.CT, "1.2.3", ServicesContract.EXPLICIT, new LargeSource());
                    scu.release();
                    if (!response.isStored() || received.get() != OBJECT_BYTES) {
                        throw new IOException("Not all arrived");
                    }
                }
            }
        }
    }

    private static final class LargeSource implements DataSetSource {
        @Override
        public long length() {
            return OBJECT_BYTES;
        }

        @Override
        public void writeTo(DataSetOutput out) throws IOException {
            byte[] piece = new byte[100_000];
            for (long written = 0; written < OBJECT_BYTES; written += piece.length) {
                out.write(piece);
            }
        }
    }
}

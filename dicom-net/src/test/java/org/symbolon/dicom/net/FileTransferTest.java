package org.symbolon.dicom.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files that the kernel moves to the socket, in PDUs of a size for which that is done, or with TLS, for which it is not. */
class FileTransferTest {
    private static final String CT = ServicesContract.CT;
    private static final String EXPLICIT = ServicesContract.EXPLICIT;
    private static final int OFFSET = 133;

    @TempDir
    Path folder;

    private final TestHandler handler = new TestHandler();
    private @Nullable DicomServer server;

    @BeforeEach
    void start() throws IOException {
        server = DicomServer.start(
                new InetSocketAddress("localhost", 0), ServerOptions.plain(NetworkOptions.defaults()), peer -> handler);
    }

    @AfterEach
    void stop() {
        if (server != null) {
            server.close();
        }
    }

    private AssociationRequester connect(int maxPduBytes) throws IOException {
        return AssociationRequester.connect(
                new InetSocketAddress(
                        "localhost", Objects.requireNonNull(server).port()),
                "SCU",
                "SCP",
                List.of(ProposedContext.asScu(CT, EXPLICIT)),
                null,
                NetworkOptions.defaults().withMaxPduBytes(maxPduBytes));
    }

    private byte[] file(int length) throws IOException {
        byte[] content = ServicesContract.random(OFFSET + length);
        Files.write(folder.resolve("file"), content);
        return Arrays.copyOfRange(content, OFFSET, content.length);
    }

    @ParameterizedTest
    @CsvSource({
        "262144, 0",
        "262144, 1",
        "262144, 262138",
        "262144, 262139",
        "262144, 524276",
        "262144, 2000001",
        "65536, 500000",
        "61446, 200000",
        "61445, 200000",
        "16384, 100000"
    })
    void arriveWhole(int maxPduBytes, int length) throws IOException {
        byte[] content = file(length);
        try (AssociationRequester scu = connect(maxPduBytes)) {
            for (int i = 0; i < 2; i++) {
                scu.store(CT, "1.2.3", EXPLICIT, DataSetSource.ofFile(folder.resolve("file"), OFFSET));
                assertThat(handler.stored.remove().dataSet()).isEqualTo(content);
            }
            scu.release();
        }
    }

    @Test
    void fileBetweenOtherBytes() throws IOException {
        byte[] content = file(600_000);
        DataSetSource source = new DataSetSource() {
            @Override
            public long length() {
                return -1;
            }

            @Override
            public void writeTo(DataSetOutput out) throws IOException {
                out.write(1);
                try (FileChannel file = FileChannel.open(folder.resolve("file"))) {
                    out.transferFrom(file, OFFSET, content.length);
                    out.transferFrom(file, OFFSET, content.length);
                }
                out.write(2);
            }
        };
        try (AssociationRequester scu = connect(262_144)) {
            scu.store(CT, "1.2.3", EXPLICIT, source);
        }
        byte[] stored = handler.stored.remove().dataSet();
        assertThat(stored).hasSize(2 * content.length + 2).startsWith(1).endsWith(2);
        assertThat(Arrays.copyOfRange(stored, 1, 1 + content.length)).isEqualTo(content);
        assertThat(Arrays.copyOfRange(stored, 1 + content.length, stored.length - 1))
                .isEqualTo(content);
    }

    @Test
    void fileThatIsTooShortSendsNothing() throws IOException {
        DataSetSource source = DataSetSource.ofFile(writeFile(), OFFSET);
        Files.write(folder.resolve("file"), new byte[300_000]);
        try (AssociationRequester scu = connect(262_144)) {
            assertThatThrownBy(() -> scu.store(CT, "1.2.3", EXPLICIT, source)).isInstanceOf(EOFException.class);
            assertThat(scu.isOpen()).isTrue();
        }
        assertThat(handler.stored).isEmpty();
    }

    private Path writeFile() throws IOException {
        file(600_000);
        return folder.resolve("file");
    }
}

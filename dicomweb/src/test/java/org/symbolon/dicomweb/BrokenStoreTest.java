package org.symbolon.dicomweb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.symbolon.dicom.DataSet;
import org.symbolon.dicom.Uids;

/** A store that fails before or while an answer is on its way. */
class BrokenStoreTest {
    private static final int BYTES = 1 << 20;

    @Test
    void failureBeforeTheAnswerIsAnAnswer() throws Exception {
        try (WebServer server = new WebServer(new Failing(1), DicomWebOptions.defaults())) {
            HttpResponse<byte[]> answer = server.get("/studies/1.2", "");
            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(new String(answer.body(), StandardCharsets.UTF_8)).contains("OUT_OF_RESOURCES");
            assertThat(server.get("/studies", "").statusCode()).isEqualTo(503);
        }
    }

    @Test
    void failureInTheMiddleBreaksTheConnection() {
        try (WebServer server = new WebServer(new Failing(2), DicomWebOptions.defaults())) {
            assertThatThrownBy(() -> server.get("/studies/1.2", "")).isInstanceOf(IOException.class);
        }
    }

    /** Two instances, one of which cannot be opened. */
    private record Failing(int failingInstance) implements DicomWebSource {
        @Override
        public List<DataSet> studies(QidoQuery query) throws IOException {
            throw new IOException("away");
        }

        @Override
        public List<DataSet> series(QidoQuery query) throws IOException {
            throw new IOException("away");
        }

        @Override
        public List<DataSet> instances(QidoQuery query) throws IOException {
            throw new IOException("away");
        }

        @Override
        public List<WebInstance> instancesOf(String study, @Nullable String series, @Nullable String sop) {
            return List.of(instance("1"), instance("2"));
        }

        private static WebInstance instance(String number) {
            return new WebInstance(
                    Uids.CTImageStorage,
                    "1.2.3." + number,
                    "1.2.3",
                    "1.2",
                    Uids.ExplicitVRLittleEndian,
                    BYTES,
                    132,
                    0,
                    0,
                    0,
                    number);
        }

        @Override
        public InputStream open(WebInstance instance, long offset) throws IOException {
            if (instance.handle().equals(Integer.toString(failingInstance))) {
                throw new IOException("away");
            }
            return new ByteArrayInputStream(new byte[BYTES]);
        }
    }
}

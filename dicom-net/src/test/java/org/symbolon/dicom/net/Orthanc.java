package org.symbolon.dicom.net;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A running Orthanc with an archive of its own, as SCP, and through its REST interface as SCU. */
final class Orthanc implements AutoCloseable {
    static final String TITLE = "ORTHANC";

    private final Dcmtk process;
    private final int dicomPort;
    private final URI http;
    private final HttpClient client = HttpClient.newHttpClient();

    private Orthanc(Dcmtk process, int dicomPort, int httpPort) {
        this.process = process;
        this.dicomPort = dicomPort;
        this.http = URI.create("http://127.0.0.1:" + httpPort);
    }

    /**
     * Starts one that knows one peer, {@code US}.
     *
     * @param certificates null: plain TCP
     */
    static Orthanc start(Path folder, int peerPort, @Nullable TestCertificates certificates)
            throws IOException, InterruptedException {
        int dicomPort = Dcmtk.freePort();
        int httpPort = Dcmtk.freePort();
        String tls = certificates == null
                ? ""
                : """
                  "DicomTlsEnabled": true, "DicomTlsRemoteCertificateRequired": true,
                  "DicomTlsCertificate": "%s", "DicomTlsPrivateKey": "%s", "DicomTlsTrustedCertificates": "%s",
                """.formatted(
                                certificates.certificate("server"),
                                certificates.key("server"),
                                certificates.certificate("client"));
        Path database = Files.createDirectories(folder.resolve("orthanc" + dicomPort));
        Path configuration = Files.writeString(database.resolve("orthanc.json"), """
                { "Name": "interop", "StorageDirectory": "%s", "IndexDirectory": "%s", "Plugins": [],
                  "HttpPort": %d, "RemoteAccessAllowed": false, "KeepAlive": false, "AuthenticationEnabled": false,
                  "DicomPort": %d, "DicomAet": "%s", "DicomCheckCalledAet": false, "StableAge": 1, "DicomScuTimeout": 10,
                  "DicomAlwaysAllowGet": true, "DicomAlwaysAllowMove": true, "DicomAlwaysAllowFind": true,
                  %s
                  "DicomModalities": { "us": { "AET": "US", "Host": "127.0.0.1", "Port": %d,
                      "AllowStorageCommitment": true, "UseDicomTls": %s } } }
                """.formatted(
                        database, database, httpPort, dicomPort, TITLE, tls, peerPort, certificates != null));
        Dcmtk process = Dcmtk.serve(folder, httpPort, "Orthanc", configuration.toString());
        return new Orthanc(process, dicomPort, httpPort);
    }

    int dicomPort() {
        return dicomPort;
    }

    String post(String path, String json) throws IOException, InterruptedException {
        return send(path, BodyPublishers.ofString(json), "POST");
    }

    String post(String path, byte[] content) throws IOException, InterruptedException {
        return send(path, BodyPublishers.ofByteArray(content), "POST");
    }

    String read(String path) throws IOException, InterruptedException {
        return send(path, BodyPublishers.noBody(), "GET");
    }

    private String send(String path, HttpRequest.BodyPublisher body, String method)
            throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(http.resolve(path))
                .method(method, body)
                .timeout(Duration.ofSeconds(20))
                .build();
        HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
        if (response.statusCode() != 200) {
            throw new IOException("Orthanc answers " + response.statusCode() + ": " + response.body());
        }
        return response.body();
    }

    @Override
    public void close() {
        process.close();
    }
}

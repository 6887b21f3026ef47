package org.symbolon.launcher.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.symbolon.agent.AgentClient;
import org.symbolon.crosswalk.Crosswalk;
import org.symbolon.crosswalk.Keystore;
import org.symbolon.launcher.certificates.CertificatesCommand;
import org.symbolon.model.OrganisationId;
import org.symbolon.model.ProgressLine;
import org.symbolon.model.Secret;
import org.symbolon.testkit.SampleHospital;
import org.symbolon.testkit.SampleManifest;
import org.symbolon.testkit.SampleOptions;

/**
 * One run of the demo: starts both sides, sends a hospital through, and gathers the proof. Used by one thread; {@link #close} may come from another and
 * ends both processes.
 */
final class Demo implements AutoCloseable {
    static final String ORGANISATION = "demo-hospital";
    static final Duration START_TIMEOUT = Duration.ofMinutes(5);

    private final Path root;
    private final DemoFolder folder;
    private final ProgressLine progress;
    private final Map<String, String> urls = new LinkedHashMap<>();

    private volatile @Nullable ChildProcess dataCentre;
    private volatile @Nullable ChildProcess agent;
    private @Nullable JsonNode dataCentreReady;
    private @Nullable SampleManifest sample;
    private @Nullable LeakScan scan;
    private long pages;
    private double startSeconds;
    private long archivedBytes;

    Demo(Path root, DemoFolder folder, ProgressLine progress) {
        this.root = root;
        this.folder = folder;
        this.progress = progress;
    }

    DemoFolder folder() {
        return folder;
    }

    long archivedBytes() {
        return archivedBytes;
    }

    int soughtValues() {
        return scan == null ? 0 : scan.values();
    }

    /** Web pages and DICOMweb answers that were read from the portal. */
    long pages() {
        return pages;
    }

    List<String> toldLeaks() {
        return scan == null ? List.of() : scan.told();
    }

    /** An accession number of the sample, to try retrieval with; none for input of the user's own, whose numbers are not shown. */
    Optional<String> someAccession() {
        return sample == null
                ? Optional.empty()
                : sample.files().stream()
                        .map(file -> file.accessionNumber())
                        .filter(accession -> !accession.isEmpty())
                        .findFirst();
    }

    void start() throws IOException, InterruptedException {
        long begin = System.nanoTime();
        makeKeys(folder);
        progress.step("Starting the data centre (HDFS, HBase, receivers, teaching portal) and the hospital agent");
        Path configuration = DemoSettings.writeDataCentre(folder, ORGANISATION);
        ChildProcess centre = ChildProcess.dataCentre(root, folder, configuration);
        dataCentre = centre;
        JsonNode ready = centre.awaitReady(START_TIMEOUT);
        dataCentreReady = ready;
        int port = ready.path("dicom").path("port").asInt();
        int recordsPort = ready.path("hl7").path("port").asInt();
        ChildProcess hospital =
                ChildProcess.agent(root, folder, DemoSettings.writeAgent(folder, ORGANISATION, port, recordsPort));
        agent = hospital;
        JsonNode agentReady = hospital.awaitReady(START_TIMEOUT);
        urls.put("portal", "http://" + address(ready.path("portal")) + "/");
        urls.put("data_centre_dicom_tls", "127.0.0.1:" + port);
        urls.put("data_centre_records_https", "https://127.0.0.1:" + recordsPort + "/records");
        urls.put("agent_dicom", address(agentReady.path("dicom")));
        urls.put("agent_mllp", address(agentReady.path("mllp")));
        if (agentReady.path("dicomTls").isObject()) {
            urls.put("agent_dicom_tls", address(agentReady.path("dicomTls")));
        }
        urls.put("hdfs", ready.path("hdfs").asText());
        startSeconds = seconds(begin);
    }

    /** Archives the input, or the sample where there is none, and brings it home. */
    DemoReport roundTrip(List<Path> input) throws IOException {
        List<Path> paths = input.isEmpty() ? List.of(makeSample()) : input;
        RoundTrip trip = new RoundTrip(folder, progress);
        try (AgentClient client = AgentClient.connect(folder.agent())) {
            trip.archive(client, paths);
            trip.restore(client);
        }
        archivedBytes = trip.archivedBytes();
        progress.step("Looking for what is indexed, and for leaked identities");
        try (Secret password = folder.password();
                Keystore keystore = Keystore.open(folder.keystore(), password);
                Crosswalk crosswalk = Crosswalk.openForReading(folder.agent().resolve("crosswalk"), keystore);
                DataCentreView view = DataCentreView.open(ready())) {
            trip.count(crosswalk, view, new OrganisationId(ORGANISATION));
            LeakScan leakScan =
                    new LeakScan(input.isEmpty() ? Sought.anywhere(planted()) : trip.crosswalkValues(crosswalk));
            scan = leakScan;
            leakScan.archive(view.scan());
            pages = PageScan.from(URI.create(urls.getOrDefault("portal", "")), progress, leakScan);
            leakScan.folder(folder.logs());
            for (Path logs :
                    List.of(folder.agent().resolve("logs"), folder.dataCentre().resolve("logs"))) {
                if (Files.isDirectory(logs)) {
                    leakScan.folder(logs);
                }
            }
            return trip.report(leakScan.leaks(), startSeconds, urls);
        }
    }

    @Override
    public synchronized void close() {
        for (ChildProcess child : new ChildProcess[] {agent, dataCentre}) {
            if (child != null) {
                child.close();
            }
        }
        agent = null;
        dataCentre = null;
    }

    private JsonNode ready() {
        if (dataCentreReady == null) {
            throw new IllegalStateException("The demo was not started");
        }
        return dataCentreReady;
    }

    /** Keys and certificates take a second; both are made at once, only the first time. */
    static void makeKeys(DemoFolder folder) throws IOException {
        OrganisationId organisation = new OrganisationId(ORGANISATION);
        try (Secret password = folder.password()) {
            if (!Files.exists(folder.keystore())) {
                Keystore.create(folder.keystore(), password, organisation).close();
            }
            if (!Files.exists(folder.keys().resolve("agent.p12"))) {
                CertificatesCommand.write(folder.keys(), organisation, "localhost", password);
            }
        }
    }

    private Path makeSample() throws IOException {
        progress.step("Drawing the sample hospital");
        sample = SampleHospital.write(
                folder.sample(),
                SampleOptions.defaults(),
                (patients, all, files, bytes) -> progress.count("patients", patients, all));
        return folder.sample();
    }

    private List<SoughtValue> planted() {
        if (sample == null) {
            throw new IllegalStateException("There is no sample");
        }
        return sample.planted().stream()
                .flatMap(value -> value.encodings().stream()
                        .map(encoding -> new SoughtValue(value.kind().name(), encoding)))
                .toList();
    }

    private static String address(JsonNode node) {
        return node.path("host").asText() + ":" + node.path("port").asInt();
    }

    private static double seconds(long beginNanos) {
        return (System.nanoTime() - beginNanos) / 1e9;
    }
}

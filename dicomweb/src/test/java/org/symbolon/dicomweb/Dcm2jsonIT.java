package org.symbolon.dicomweb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.symbolon.dicom.DicomFile;
import org.symbolon.dicom.DicomFormatException;
import org.symbolon.model.Uid;

/** The metadata of every sample file, as served, hold the values that DCMTK's dcm2json gives. */
class Dcm2jsonIT {
    @TempDir
    Path folder;

    @Test
    void metadataAgree() throws Exception {
        Path samples = Path.of(System.getProperty("symbolon.repository.root", "."))
                .resolveSibling("shared/data/dicom")
                .normalize();
        assumeTrue(Files.isDirectory(samples), "The shared DICOM samples are not there");
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/dcm2json")), "dcm2json is not installed");
        List<String> differences = new ArrayList<>();
        int compared = 0;
        FileSource source = new FileSource();
        try (WebServer server = new WebServer(source, DicomWebOptions.defaults())) {
            for (Path file : files(samples)) {
                JsonNode ours = ours(file, source, server);
                JsonNode theirs = ours == null ? null : theirs(file);
                if (ours != null && theirs != null) {
                    compared++;
                    compare(samples.relativize(file).toString(), theirs, ours, differences);
                }
            }
        }
        assertThat(differences).isEmpty();
        assertThat(compared).isGreaterThanOrEqualTo(90);
    }

    private static List<Path> files(Path samples) throws IOException {
        try (Stream<Path> files = Files.walk(samples)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static @Nullable JsonNode ours(Path file, FileSource source, WebServer server) throws Exception {
        // One at a time, since several samples have the same UIDs.
        source.clear();
        try {
            if (!DicomFile.open(file).hasPreamble()) {
                return null;
            }
            source.add(file);
        } catch (DicomFormatException e) {
            return null;
        }
        WebInstance instance = source.first();
        if (!Uid.isUid(instance.studyInstanceUid())
                || !Uid.isUid(instance.seriesInstanceUid())
                || !Uid.isUid(instance.sopInstanceUid())) {
            return null;
        }
        HttpResponse<byte[]> answer = server.get(
                "/studies/" + instance.studyInstanceUid() + "/series/" + instance.seriesInstanceUid() + "/instances/"
                        + instance.sopInstanceUid() + "/metadata",
                "");
        assertThat(answer.statusCode()).isEqualTo(200);
        return new ObjectMapper().readTree(answer.body()).get(0);
    }

    private @Nullable JsonNode theirs(Path file) throws Exception {
        Path json = folder.resolve("theirs.json");
        Process process = new ProcessBuilder("dcm2json", file.toString(), json.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (!process.waitFor(30, TimeUnit.SECONDS) || process.exitValue() != 0) {
            process.destroyForcibly();
            return null;
        }
        try {
            return new ObjectMapper().readTree(json.toFile());
        } catch (IOException e) {
            // Of some broken files dcm2json makes broken JSON.
            return null;
        }
    }

    private static void compare(String where, JsonNode theirs, JsonNode ours, List<String> differences) {
        for (Map.Entry<String, JsonNode> attribute : theirs.properties()) {
            JsonNode their = attribute.getValue();
            JsonNode our = ours.path(attribute.getKey());
            String place = where + " " + attribute.getKey();
            if (attribute.getKey().equals("00080005") || !their.has("Value") || our.has("BulkDataURI")) {
                continue;
            }
            if (their.path("vr").asText().equals("SQ")) {
                for (int i = 0; i < their.get("Value").size(); i++) {
                    compare(place, their.get("Value").get(i), our.path("Value").path(i), differences);
                }
            } else if (!sameValues(their.get("Value"), our.path("Value"))) {
                differences.add(place + " " + their + " " + our);
            }
        }
    }

    private static boolean sameValues(JsonNode theirs, JsonNode ours) {
        if (theirs.size() != ours.size()) {
            return false;
        }
        for (int i = 0; i < theirs.size(); i++) {
            JsonNode their = theirs.get(i);
            JsonNode our = ours.get(i);
            boolean numbers = their.isNumber() && our.isNumber();
            boolean same = numbers
                    ? Math.abs(their.asDouble() - our.asDouble()) <= Math.abs(their.asDouble()) * 1e-6
                    : plain(their).equals(plain(our));
            if (!same) {
                return false;
            }
        }
        return true;
    }

    /** Without the delimiters at the end of a person's name, which dcm2json leaves out, and white space at the end. */
    private static String plain(JsonNode value) {
        return value.isObject()
                ? value.toString().replaceAll("\\^+\"", "\"")
                : value.asText().stripTrailing();
    }
}

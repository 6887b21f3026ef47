package org.symbolon.launcher.score;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.symbolon.dicom.DicomFile;
import org.symbolon.dicom.ReaderOptions;
import org.symbolon.dicom.Tags;
import org.symbolon.testkit.score.AnswerKey;
import org.symbolon.testkit.score.ExamObject;
import org.symbolon.testkit.score.PlantedCorpus;

/** One consistent pseudonymity, whatever the order, the threads, and the kind of record. */
class ConsistencyIT {
    @TempDir
    static Path folder;

    private static AnswerKey key = new AnswerKey(List.of(), List.of());
    private static Path images = Path.of("");

    @BeforeAll
    static void plant() throws IOException {
        key = PlantedCorpus.write(folder.resolve("corpus"), PlantedCorpus.SEED);
        images = PlantedCorpus.objects(folder.resolve("corpus")).resolve("images");
    }

    @Test
    void aSecondRunAndAParallelOneGiveTheSameBytes() throws IOException {
        FrontDoor door = new FrontDoor(folder.resolve("runs"));
        door.anonymize(images, folder.resolve("serial"), "archive", "--threads", "1");
        door.anonymize(images, folder.resolve("parallel"), "archive", "--threads", "4");
        door.anonymize(images, folder.resolve("parallel"), "archive", "--threads", "3");

        Map<String, Path> serial = files(folder.resolve("serial"));
        Map<String, Path> parallel = files(folder.resolve("parallel"));
        assertThat(serial).isNotEmpty();
        assertThat(parallel.keySet()).isEqualTo(serial.keySet());
        for (Map.Entry<String, Path> file : serial.entrySet()) {
            assertThat(Files.mismatch(file.getValue(), parallel.get(file.getKey())))
                    .as(file.getKey())
                    .isEqualTo(-1);
        }
    }

    @Test
    void recordsAndImagesOfAPatientHaveOnePseudonym() throws IOException {
        FrontDoor door = new FrontDoor(folder.resolve("both"));
        door.anonymize(images, folder.resolve("both-out"), "archive");
        Map<String, String> ofImages = new TreeMap<>();
        Map<String, byte[]> records = door.crosswalk(crosswalk -> {
            CrosswalkMappings mappings = new CrosswalkMappings(crosswalk);
            Map<String, Path> outputs = bySopInstanceUid(folder.resolve("both-out"));
            for (ExamObject object : key.objects()) {
                Path output = outputs.get(mappings.uid(object.sopInstanceUid()));
                if (output != null) {
                    String pseudonym = DicomFile.open(output)
                            .dataSet(ReaderOptions.defaults().withStopBefore(Tags.PatientSex))
                            .string(Tags.PatientID);
                    assertThat(ofImages.merge(
                                    object.patientId(), pseudonym, (a, b) -> a.equals(b) ? a : a + " and " + b))
                            .as(object.name())
                            .isEqualTo(pseudonym);
                }
            }
            return ExamRecordRun.deidentify(key, PlantedCorpus.objects(folder.resolve("corpus")), crosswalk);
        });
        assertThat(ofImages.values()).doesNotHaveDuplicates();
        List<ExamObject> texts =
                key.objects().stream().filter(ExamObject::isRecord).toList();
        assertThat(texts).hasSizeGreaterThanOrEqualTo(10);
        for (ExamObject object : texts) {
            assertThat(new String(records.get(object.name()), StandardCharsets.UTF_8))
                    .as(object.name())
                    .contains(ofImages.get(object.patientId()));
        }
    }

    private static Map<String, Path> files(Path root) throws IOException {
        Map<String, Path> files = new TreeMap<>();
        try (Stream<Path> walk = Files.walk(root)) {
            walk.filter(Files::isRegularFile)
                    .forEach(file -> files.put(root.relativize(file).toString(), file));
        }
        return files;
    }

    private static Map<String, Path> bySopInstanceUid(Path root) throws IOException {
        Map<String, Path> files = new TreeMap<>();
        for (Path file : files(root).values()) {
            String uid = DicomFile.open(file)
                    .dataSet(ReaderOptions.defaults().withStopBefore(Tags.StudyDate))
                    .string(Tags.SOPInstanceUID);
            files.put(uid, file);
        }
        return files;
    }
}

package org.symbolon.deidentification;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.symbolon.dicom.DataSet;
import org.symbolon.dicom.DicomFile;
import org.symbolon.dicom.ReaderOptions;
import org.symbolon.dicom.TagPath;
import org.symbolon.dicom.Tags;
import org.symbolon.dicom.Vr;
import org.symbolon.model.SymbolonException;
import org.symbolon.model.Uid;

/**
 * The graph that UIDs make is the same before and after: what was the same UID in two places is the same again, what was not is
 * not, over all files together, in any order and by any number of threads.
 */
class ReferencesTest {
    private static final int THREADS = 4;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private static Path folder;

    private static @Nullable Hospital hospital;

    @BeforeAll
    static void open() throws IOException {
        Assumptions.assumeTrue(SharedFiles.areThere(), "the shared test data is not beside the repository");
        hospital = new Hospital(folder);
    }

    @AfterAll
    static void close() {
        if (hospital != null) {
            hospital.close();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"basic", "archive"})
    void everyReferenceGraphIsIsomorphicBeforeAndAfter(String profile) throws IOException {
        Deidentifier deidentifier = Objects.requireNonNull(hospital).deidentifier(profile);
        Map<String, String> there = new HashMap<>();
        Map<String, String> back = new HashMap<>();
        int references = 0;
        for (Path file : SharedFiles.all()) {
            Path anonymous = folder.resolve("a.dcm");
            try (DeidentifiedObject object = deidentifier.deidentify(file)) {
                object.writeFile(anonymous, Durability.WHEN_CONVENIENT);
            } catch (SymbolonException refused) {
                continue;
            }
            Map<TagPath, List<String>> originals = uids(file);
            for (Map.Entry<TagPath, List<String>> after : uids(anonymous).entrySet()) {
                List<String> before = originals.get(after.getKey());
                if (before == null || before.size() != after.getValue().size()) {
                    continue; // Code items of the marks; what stood in a place that means something else now.
                }
                for (int i = 0; i < before.size(); i++) {
                    String from = before.get(i);
                    String to = after.getValue().get(i);
                    assertThat(there.computeIfAbsent(from, first -> to))
                            .as(after.getKey().toString())
                            .isEqualTo(to);
                    assertThat(back.computeIfAbsent(to, first -> from))
                            .as(after.getKey().toString())
                            .isEqualTo(from);
                    references++;
                }
            }
        }
        assertThat(references).isGreaterThan(1000);
        assertThat(there.entrySet()).anyMatch(pair -> !pair.getKey().equals(pair.getValue()));
    }

    private static Map<TagPath, List<String>> uids(Path file) throws IOException {
        DataSet header = DicomFile.open(file).dataSet(ReaderOptions.defaults().withStopBefore(Tags.PixelData));
        Map<TagPath, List<String>> uids = new HashMap<>();
        header.walk(at -> {
            if (at.element().vr() == Vr.UI) {
                List<String> values = new ArrayList<>();
                at.holder().strings(at.element().tag()).forEach(value -> values.add(value.strip()));
                values.removeIf(value -> !Uid.isUid(value) || value.indexOf('.') < 0);
                uids.put(at.path(), values);
            }
        });
        return uids;
    }

    @Test
    void orderAndThreadsMakeNoDifference() throws Exception {
        Deidentifier deidentifier = Objects.requireNonNull(hospital).deidentifier("archive");
        List<Path> files = new ArrayList<>(SharedFiles.sample(3));
        Map<Path, String> alone = new HashMap<>();
        for (Path file : files) {
            alone.put(file, digest(deidentifier, file));
        }
        Collections.reverse(files);
        Map<Path, String> together = new ConcurrentHashMap<>();
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            List<Future<?>> running = new ArrayList<>();
            for (Path file : files) {
                running.add(threads.submit(() -> together.put(file, digest(deidentifier, file))));
            }
            for (Future<?> each : running) {
                each.get();
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(together).isEqualTo(alone);
    }

    private static String digest(Deidentifier deidentifier, Path file) {
        try (DeidentifiedObject object = deidentifier.deidentify(file)) {
            return object.key().dataSetDigest();
        } catch (SymbolonException refused) {
            return refused.code().name();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}

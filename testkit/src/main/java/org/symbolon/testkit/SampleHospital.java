package org.symbolon.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.symbolon.testkit.internal.PersonWriter;
import org.symbolon.testkit.internal.people.Cast;

/**
 * Writes the sample hospital: patients with names in many scripts, their studies in several modalities and every
 * uncompressed and two compressed transfer syntaxes, and the records of their visits in HL7 v2, CDA and FHIR. Files are a function of {@link SampleOptions} alone: no clock, time
 * zone, locale or library version has a part in them.
 *
 * <p>Files lie at {@code clinic/patient/study/file} below the output folder; as in real exports, the patient's folder is
 * named after the Patient ID. What is planted in them is told in the {@link SampleManifest}. Stateless and thread-safe.
 */
public final class SampleHospital {
    private static final int MAX_THREADS = 4;

    private SampleHospital() {}

    /**
     * Writes all files and returns what they hold. The manifest grows with the hospital (some 50 entries a patient): for very
     * large ones use {@link #stream}.
     *
     * @param out is made if it is missing; files of the same names are replaced, others stay
     */
    public static SampleManifest write(Path out, SampleOptions options, SampleProgress progress) throws IOException {
        ManifestCollector collector = new ManifestCollector(out, options, progress);
        stream(out, options, collector);
        return collector.manifest();
    }

    /** The manifest that {@link #write} would return; draws everything again, but writes nothing. */
    public static SampleManifest describe(Path out, SampleOptions options) throws IOException {
        ManifestCollector collector = new ManifestCollector(out, options, SampleProgress.NONE);
        run(options, collector, number -> new PersonWriter(out, PersonWriter.Output.NONE));
        return collector.manifest();
    }

    /** Writes all files, and tells the listener of each person's, person by person. Needs memory for a few people only. */
    public static void stream(Path out, SampleOptions options, SampleListener listener) throws IOException {
        Files.createDirectories(out);
        run(options, listener, number -> new PersonWriter(out, PersonWriter.Output.FILES));
    }

    private interface WriterFactory {
        PersonWriter writer(int number);
    }

    /** People are drawn in parallel, a few ahead of the one whose files are told next. */
    private static void run(SampleOptions options, SampleListener listener, WriterFactory factory) throws IOException {
        int threads = Math.min(MAX_THREADS, Runtime.getRuntime().availableProcessors());
        ExecutorService executor = Executors.newFixedThreadPool(threads);
        try {
            Cast cast = new Cast(options.seed());
            Deque<Future<PersonWriter.Result>> ahead = new ArrayDeque<>();
            int started = 0;
            for (int done = 0; done < options.patients(); done++) {
                while (started < options.patients() && ahead.size() < 2 * threads) {
                    int number = started++;
                    PersonWriter writer = factory.writer(number);
                    ahead.add(executor.submit(() -> writer.write(options.seed(), cast.person(number))));
                }
                tell(await(ahead.remove()), listener);
                listener.patientDone(done + 1);
            }
        } finally {
            executor.shutdownNow();
        }
    }

    private static void tell(PersonWriter.Result result, SampleListener listener) throws IOException {
        for (PlantedValue value : result.planted()) {
            listener.planted(value);
        }
        for (SampleFile file : result.files()) {
            listener.file(file);
        }
        for (SampleRecord record : result.records()) {
            listener.record(record);
        }
    }

    private static PersonWriter.Result await(Future<PersonWriter.Result> future) throws IOException {
        try {
            return future.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while writing the sample hospital", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException cause) {
                throw new IOException("Writing the sample hospital failed", cause);
            }
            if (e.getCause() instanceof UncheckedIOException cause) {
                throw new IOException("Writing the sample hospital failed", cause);
            }
            throw new IllegalStateException("Drawing the sample hospital failed", e.getCause());
        }
    }
}

package org.symbolon.testkit;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Gathers a manifest, and passes progress on. Used by one thread. */
final class ManifestCollector implements SampleListener {
    private record Key(PlantedValue.Kind kind, String text) {}

    private final Path root;
    private final SampleOptions options;
    private final SampleProgress progress;
    private final List<SampleFile> files = new ArrayList<>();
    private final List<SampleRecord> records = new ArrayList<>();
    private final Map<Key, PlantedValue> planted = new LinkedHashMap<>();
    private int patientsDone;
    private long bytes;

    ManifestCollector(Path root, SampleOptions options, SampleProgress progress) {
        this.root = root;
        this.options = options;
        this.progress = progress;
    }

    @Override
    public void file(SampleFile file) {
        files.add(file);
        bytes += file.bytes();
        tellProgress();
    }

    @Override
    public void record(SampleRecord record) {
        records.add(record);
        bytes += record.bytes();
        tellProgress();
    }

    @Override
    public void planted(PlantedValue value) {
        planted.merge(new Key(value.kind(), value.text()), value, ManifestCollector::union);
    }

    @Override
    public void patientDone(int done) {
        patientsDone = done;
        tellProgress();
    }

    private void tellProgress() {
        progress.advanced(patientsDone, options.patients(), files.size() + (long) records.size(), bytes);
    }

    SampleManifest manifest() {
        return new SampleManifest(root, options, files, records, new ArrayList<>(planted.values()));
    }

    /** Two clinics may hold one value in two character sets. */
    private static PlantedValue union(PlantedValue first, PlantedValue second) {
        List<byte[]> encodings = new ArrayList<>(first.encodings());
        for (byte[] encoding : second.encodings()) {
            if (encodings.stream().noneMatch(known -> Arrays.equals(known, encoding))) {
                encodings.add(encoding);
            }
        }
        return new PlantedValue(first.kind(), first.text(), encodings);
    }
}

package org.symbolon.testkit;

import java.nio.file.Path;
import java.util.List;

/**
 * What was written, and what must not be seen outside the hospital.
 *
 * @param root the output folder
 * @param options what was asked for
 * @param files images and reports, in the order of writing
 * @param records textual records, in the order of writing
 * @param planted distinct by kind and text
 */
public record SampleManifest(
        Path root,
        SampleOptions options,
        List<SampleFile> files,
        List<SampleRecord> records,
        List<PlantedValue> planted) {
    public SampleManifest {
        files = List.copyOf(files);
        records = List.copyOf(records);
        planted = List.copyOf(planted);
    }

    public long bytes() {
        return files.stream().mapToLong(SampleFile::bytes).sum()
                + records.stream().mapToLong(SampleRecord::bytes).sum();
    }

    public long visits() {
        return records.stream().map(SampleRecord::visitNumber).distinct().count();
    }

    public long studies() {
        return files.stream().map(SampleFile::studyInstanceUid).distinct().count();
    }

    public long series() {
        return files.stream().map(SampleFile::seriesInstanceUid).distinct().count();
    }
}

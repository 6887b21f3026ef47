package org.symbolon.dicomweb;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.symbolon.dicom.DataSet;
import org.symbolon.dicom.DataSetReader;
import org.symbolon.dicom.DicomFile;
import org.symbolon.dicom.ReaderOptions;
import org.symbolon.dicom.Tags;

/** A source over Part 10 files, whose headers it keeps in memory. */
final class FileSource implements DicomWebSource {
    private record Stored(WebInstance instance, DataSet header) {}

    private final List<Stored> stored = new CopyOnWriteArrayList<>();

    void add(Path path) throws IOException {
        DicomFile file = DicomFile.open(path);
        ReaderOptions options = ReaderOptions.defaults().withStopBefore(Tags.PixelData);
        try (DataSetReader reader = file.reader(options)) {
            DataSet header = DataSet.read(reader);
            stored.add(new Stored(
                    new WebInstance(
                            header.string(Tags.SOPClassUID),
                            header.string(Tags.SOPInstanceUID),
                            header.string(Tags.SeriesInstanceUID),
                            header.string(Tags.StudyInstanceUID),
                            file.transferSyntax().uid(),
                            Files.size(path),
                            file.dataSetOffset(),
                            header.integer(Tags.Rows, 0),
                            header.integer(Tags.Columns, 0),
                            header.integer(Tags.NumberOfFrames, 1),
                            path.toString()),
                    header));
        }
    }

    void clear() {
        stored.clear();
    }

    WebInstance first() {
        return stored.get(0).instance();
    }

    @Override
    public List<DataSet> studies(QidoQuery query) {
        return firsts(WebInstance::studyInstanceUid);
    }

    @Override
    public List<DataSet> series(QidoQuery query) {
        return firsts(WebInstance::seriesInstanceUid);
    }

    @Override
    public List<DataSet> instances(QidoQuery query) {
        return firsts(WebInstance::sopInstanceUid);
    }

    private List<DataSet> firsts(Function<WebInstance, String> key) {
        Map<String, DataSet> firsts = new LinkedHashMap<>();
        for (Stored each : stored) {
            firsts.putIfAbsent(key.apply(each.instance()), each.header());
        }
        return List.copyOf(firsts.values());
    }

    @Override
    public List<WebInstance> instancesOf(String study, @Nullable String series, @Nullable String sop) {
        return stored.stream()
                .map(Stored::instance)
                .filter(instance -> instance.studyInstanceUid().equals(study))
                .filter(instance ->
                        series == null || instance.seriesInstanceUid().equals(series))
                .filter(instance -> sop == null || instance.sopInstanceUid().equals(sop))
                .toList();
    }

    @Override
    public InputStream open(WebInstance instance, long offset) throws IOException {
        InputStream in = Files.newInputStream(Path.of(instance.handle()));
        in.skipNBytes(offset);
        return in;
    }
}

package org.symbolon.bench;

import java.io.IOException;
import java.io.OutputStream;
import java.io.StringReader;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.symbolon.dicom.BulkDataPolicy;
import org.symbolon.dicom.DataSet;
import org.symbolon.dicom.DataSetReader;
import org.symbolon.dicom.DicomJsonReader;
import org.symbolon.dicom.DicomJsonWriter;
import org.symbolon.dicom.JsonOptions;
import org.symbolon.dicom.ModelLimits;
import org.symbolon.dicom.Part10Header;
import org.symbolon.dicom.ReaderOptions;

/** CT files a second as DICOM JSON, of one thread. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class JsonModel {
    private static final ReaderOptions LIMITS = ReaderOptions.defaults();
    private static final JsonOptions WITHOUT_PIXELS =
            JsonOptions.defaults().withBulkData(BulkDataPolicy.omitAbove(4096));

    private final byte[] file = SyntheticCt.file();
    private String json = "";

    @Setup
    public void writeOnce() throws IOException {
        StringBuilder out = new StringBuilder();
        try (DataSetReader reader = Part10Header.of(file, LIMITS).reader(file, LIMITS)) {
            DicomJsonWriter.write(reader, out, WITHOUT_PIXELS);
        }
        json = out.toString();
    }

    @Benchmark
    public void writeHeader() throws IOException {
        write(WITHOUT_PIXELS);
    }

    /** Pixel data as base64. */
    @Benchmark
    public void writeAll() throws IOException {
        write(JsonOptions.defaults());
    }

    @Benchmark
    public DataSet readHeader() throws IOException {
        return DicomJsonReader.read(new StringReader(json), ModelLimits.defaults());
    }

    private void write(JsonOptions options) throws IOException {
        try (DataSetReader reader = Part10Header.of(file, LIMITS).reader(file, LIMITS)) {
            DicomJsonWriter.write(reader, OutputStream.nullOutputStream(), options);
        }
    }
}

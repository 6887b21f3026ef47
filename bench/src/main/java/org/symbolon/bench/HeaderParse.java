package org.symbolon.bench;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.symbolon.dicom.DataSet;
import org.symbolon.dicom.DataSetReader;
import org.symbolon.dicom.Part10Header;
import org.symbolon.dicom.ReaderOptions;
import org.symbolon.dicom.Tags;

/** Files a second of one thread: a CT of 527 KB in memory, meta group and data set up to its pixel data. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class HeaderParse {
    private static final ReaderOptions HEADER = ReaderOptions.defaults().withStopBefore(Tags.PixelData);

    private final byte[] file = SyntheticCt.file();

    /** Every element passed, no value taken. */
    @Benchmark
    public long tokens() throws IOException {
        long end = 0;
        try (DataSetReader reader = Part10Header.of(file, HEADER).reader(file, HEADER)) {
            while (reader.next() != null) {
                end = reader.endOffset();
            }
        }
        return end;
    }

    /** Every value taken. */
    @Benchmark
    public long values() throws IOException {
        long bytes = 0;
        try (DataSetReader reader = Part10Header.of(file, HEADER).reader(file, HEADER)) {
            for (DataSetReader.Token token = reader.next(); token != null; token = reader.next()) {
                if (token == DataSetReader.Token.ELEMENT) {
                    bytes += reader.value().length;
                }
            }
        }
        return bytes;
    }

    /** As an object with all its elements. */
    @Benchmark
    public DataSet dataSet() throws IOException {
        try (DataSetReader reader = Part10Header.of(file, HEADER).reader(file, HEADER)) {
            return DataSet.read(reader);
        }
    }
}

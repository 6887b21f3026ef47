package org.symbolon.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.symbolon.dicom.TransferSyntax;
import org.symbolon.dicom.image.FrameReader;
import org.symbolon.dicom.image.ImageBytes;
import org.symbolon.dicom.image.ImageLimits;
import org.symbolon.dicom.image.PixelFrame;
import org.symbolon.dicom.image.PixelTranscoder;
import org.symbolon.dicom.image.Rendering;
import org.symbolon.dicom.image.RenderingOptions;

/** Frames a second of 512 x 512 pixels of 12 bits, from a file, by one thread. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class Codecs {
    /** Explicit VR little endian, RLE, JPEG lossless, JPEG-LS; a file of another kind by {@code -p file=PATH}. */
    @Param({"1.2.840.10008.1.2.1", "1.2.840.10008.1.2.5", "1.2.840.10008.1.2.4.70", "1.2.840.10008.1.2.4.80"})
    private String syntax = "";

    /** If not empty, this file is decoded instead. */
    @Param("")
    private String file = "";

    private Path folder = Path.of("");
    private Path image = Path.of("");
    private Path plain = Path.of("");
    private final PixelTranscoder transcoder = PixelTranscoder.of(ImageLimits.defaults());

    @Setup
    public void write() throws IOException {
        folder = Files.createTempDirectory("symbolon-bench");
        plain = Files.write(folder.resolve("plain.dcm"), SyntheticCt.file());
        image = folder.resolve("image.dcm");
        if (file.isEmpty()) {
            transcoder.transcode(plain, target(), image);
        } else {
            Files.copy(Path.of(file), image);
        }
    }

    @TearDown
    public void remove() throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    @Benchmark
    public PixelFrame decode() throws IOException {
        return FrameReader.open(ImageBytes.of(image), ImageLimits.defaults()).decode(0);
    }

    /** With window, to a picture in memory. */
    @Benchmark
    public Rendering render() throws IOException {
        FrameReader reader = FrameReader.open(ImageBytes.of(image), ImageLimits.defaults());
        return Rendering.of(reader, 0, RenderingOptions.defaults());
    }

    /** The whole file, from explicit VR little endian, written to disk. */
    @Benchmark
    public PixelTranscoder.Outcome encode() throws IOException {
        return transcoder.transcode(plain, target(), folder.resolve("out.dcm"));
    }

    private TransferSyntax target() {
        return Objects.requireNonNull(TransferSyntax.of(syntax));
    }
}

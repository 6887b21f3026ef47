package org.symbolon.dicom;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.symbolon.dicom.DataSetWriter.SequenceLengths;

/**
 * Damaged data sets are read to the end or refused, quickly; nothing else may happen. Seeded, so that a failure comes
 * back: put the seed that a failure names in place of {@link #FIRST_SEED}.
 */
class MutationTest {
    private static final long FIRST_SEED = 20261121;
    private static final int MUTATIONS = 4_000;
    private static final Duration PATIENCE = Duration.ofSeconds(1);
    private static final ReaderOptions OPTIONS = ReaderOptions.defaults().withMaxValueBytes(1 << 20);

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @Test
    void damagedDataSetsAreReadOrRefused() throws IOException {
        List<TransferSyntax> syntaxes = List.of(
                TransferSyntax.IMPLICIT_VR_LITTLE_ENDIAN,
                TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN,
                TransferSyntax.EXPLICIT_VR_BIG_ENDIAN,
                TransferSyntax.DEFLATED_EXPLICIT_VR_LITTLE_ENDIAN,
                TransferSyntax.JPEG_BASELINE);
        for (long seed = FIRST_SEED; seed < FIRST_SEED + MUTATIONS; seed++) {
            Random random = new Random(seed);
            TransferSyntax syntax = syntaxes.get(random.nextInt(syntaxes.size()));
            byte[] damaged = damage(generated(random, syntax), random);
            assertReadOrRefused(seed, damaged, syntax);
        }
    }

    @Test
    void damagedFilesAreReadOrRefused() throws IOException {
        List<byte[]> files = new ArrayList<>();
        for (Path path : SharedData.files("dicom")) {
            if (Files.size(path) < 40_000) {
                files.add(Files.readAllBytes(path));
            }
        }
        for (long seed = FIRST_SEED; seed < FIRST_SEED + 400; seed++) {
            Random random = new Random(seed);
            byte[] damaged = damage(files.get(random.nextInt(files.size())).clone(), random);
            assertFileReadOrRefused("seed " + seed, Files.write(folder.resolve("damaged"), damaged));
        }
    }

    @Test
    void handMadeMalformedFilesAreReadOrRefused() throws IOException {
        for (Path path : SharedData.files("dicom-fuzz")) {
            assertFileReadOrRefused(path.getFileName().toString(), path);
        }
    }

    private static void assertFileReadOrRefused(String name, Path path) throws IOException {
        long start = cpuNanos();
        try (DataSetReader reader = DicomFile.open(path).reader(OPTIONS)) {
            Tokens.cover(reader);
        } catch (DicomFormatException e) {
            assertThat(e.problem()).isNotNull();
        } catch (RuntimeException e) {
            throw new AssertionError(name, e);
        }
        assertThat(cpuNanos() - start).as(name).isLessThan(PATIENCE.toNanos());
    }

    /** Time of this thread alone, so that a busy machine does not count. */
    private static long cpuNanos() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static void assertReadOrRefused(long seed, byte[] bytes, TransferSyntax syntax) throws IOException {
        try (DataSetReader reader = DataSetReader.of(new ByteArrayInputStream(bytes), syntax, OPTIONS)) {
            long end = Tokens.cover(reader);
            assertThat(syntax.deflated() || end == bytes.length)
                    .as("seed %d", seed)
                    .isTrue();
        } catch (DicomFormatException e) {
            assertThat(e.problem()).isNotNull();
        } catch (RuntimeException | AssertionError e) {
            throw new AssertionError("seed " + seed, e);
        }
        try (DataSetReader reader = DataSetReader.of(new ByteArrayInputStream(bytes), syntax, OPTIONS)) {
            DataSet.read(reader);
        } catch (DicomFormatException e) {
            assertThat(e.problem()).isNotNull();
        } catch (RuntimeException e) {
            throw new AssertionError("seed " + seed, e);
        }
    }

    private static byte[] generated(Random random, TransferSyntax syntax) throws IOException {
        DataSet dataSet = DataSetWriterTest.sample();
        if (syntax.encapsulated()) {
            dataSet.putFragments(Tags.PixelData, Vr.OB, List.of(new byte[0], new byte[random.nextInt(100)]));
        }
        dataSet.putBytes(0x00291001, Vr.UN, new byte[random.nextInt(30)]);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        SequenceLengths lengths = random.nextBoolean() ? SequenceLengths.DEFINED : SequenceLengths.UNDEFINED;
        new DataSetWriter(out, syntax, lengths).write(dataSet);
        return out.toByteArray();
    }

    private static byte[] damage(byte[] bytes, Random random) {
        byte[] damaged = bytes;
        for (int i = random.nextInt(4); i >= 0 && damaged.length > 0; i--) {
            int at = random.nextInt(damaged.length);
            switch (random.nextInt(5)) {
                case 0 -> damaged[at] = (byte) random.nextInt(256);
                case 1 -> damaged[at] ^= (byte) (1 << random.nextInt(8));
                case 2 -> damaged[at] = (byte) (random.nextBoolean() ? 0 : 0xFF);
                case 3 -> damaged = Arrays.copyOf(damaged, at);
                default -> {
                    int end = Math.min(damaged.length, at + 1 + random.nextInt(16));
                    byte[] longer = Arrays.copyOf(damaged, damaged.length + end - at);
                    System.arraycopy(damaged, at, longer, end, damaged.length - at);
                    damaged = longer;
                }
            }
        }
        return damaged;
    }
}

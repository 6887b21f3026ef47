package org.symbolon.dicom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.symbolon.dicom.DataSetWriter.SequenceLengths;

class TranscriptionTest {
    private static final List<TransferSyntax> SYNTAXES = List.of(
            TransferSyntax.IMPLICIT_VR_LITTLE_ENDIAN,
            TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN,
            TransferSyntax.EXPLICIT_VR_BIG_ENDIAN,
            TransferSyntax.DEFLATED_EXPLICIT_VR_LITTLE_ENDIAN);

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @ParameterizedTest
    @EnumSource(SequenceLengths.class)
    void isTheSameAsWritingTheDataSetInTheOtherSyntax(SequenceLengths lengths) throws IOException {
        for (TransferSyntax from : SYNTAXES) {
            DicomFile file = DicomFile.open(written(sample(), from, lengths));
            for (TransferSyntax to : SYNTAXES) {
                ByteArrayOutputStream expected = new ByteArrayOutputStream();
                new DataSetWriter(expected, to, lengths).write(sample());
                ByteArrayOutputStream out = new ByteArrayOutputStream();
                Transcription.writeDataSet(file, to, out, ReaderOptions.defaults());
                assertThat(out.toByteArray())
                        .as("%s to %s", from.name(), to.name())
                        .isEqualTo(expected.toByteArray());
            }
        }
    }

    @Test
    void writesWholeFilesThatReadTheSame() throws IOException {
        for (TransferSyntax to : SYNTAXES) {
            Path out = folder.resolve("out");
            DicomFile file = DicomFile.open(written(sample(), SYNTAXES.get(0), SequenceLengths.DEFINED));
            Transcription.write(file, to, out);
            DicomFile again = DicomFile.open(out, ReaderOptions.defaults().withLeniency(Leniency.STRICT));
            assertThat(again.transferSyntax()).isEqualTo(to);
            assertThat(again.fileMeta().string(Tags.MediaStorageSOPInstanceUID))
                    .isEqualTo(sample().string(Tags.SOPInstanceUID));
            assertThat(bytes(again.dataSet(ReaderOptions.defaults()))).isEqualTo(bytes(sample()));
        }
    }

    @Test
    void makesGroupLengthsRight() throws IOException {
        DataSet sample = sample().putInts(0x00080000, Vr.UL, 1).putInts(0x00280000, Vr.UL, 2);
        DicomFile file = DicomFile.open(written(sample, SYNTAXES.get(0), SequenceLengths.DEFINED));
        Path out = folder.resolve("out");
        Transcription.write(file, SYNTAXES.get(1), out);
        DataSet read = DicomFile.open(out).dataSet(ReaderOptions.defaults());
        DataSet group = new DataSet();
        read.forEach(element -> {
            if (Tag.group(element.tag()) == 8 && !Tag.isGroupLength(element.tag())) {
                group.put(element);
            }
        });
        assertThat(read.longNumber(0x00080000).orElse(0))
                .isEqualTo(DataSetWriter.toBytes(group, SYNTAXES.get(1)).length);
    }

    @Test
    void aTextTooLongForItsVrBecomesUnknown() throws IOException {
        String longText = "1\\".repeat(40_000);
        DataSet sample = sample().put(Tags.DVHData, Vr.DS, longText);
        DicomFile file = DicomFile.open(written(sample, SYNTAXES.get(0), SequenceLengths.DEFINED));
        for (TransferSyntax to : SYNTAXES.subList(1, 4)) {
            Path out = folder.resolve("out");
            Transcription.write(file, to, out);
            Element element =
                    DicomFile.open(out).dataSet(ReaderOptions.defaults()).element(Tags.DVHData);
            assertThat(element).isNotNull().extracting(Element::vr).isEqualTo(Vr.UN);
        }
    }

    @Test
    void pixelRepresentationChoosesBetweenUsAndSs() throws IOException {
        DataSet signed =
                sample().putInts(Tags.PixelRepresentation, Vr.US, 1).putInts(Tags.SmallestImagePixelValue, Vr.SS, -5);
        DicomFile file = DicomFile.open(written(signed, SYNTAXES.get(0), SequenceLengths.DEFINED));
        Path out = folder.resolve("out");
        Transcription.write(file, SYNTAXES.get(2), out);
        DataSet read = DicomFile.open(out).dataSet(ReaderOptions.defaults());
        assertThat(read.string(Tags.SmallestImagePixelValue)).isEqualTo("-5");
    }

    @Test
    void refusesWhatWouldNeedTheCodec() throws IOException {
        DataSet sample = sample().remove(Tags.PixelData).putFragments(Tags.PixelData, Vr.OB, List.of(new byte[0]));
        DicomFile file = DicomFile.open(written(sample, TransferSyntax.JPEG_BASELINE, SequenceLengths.DEFINED));
        Path out = folder.resolve("out");
        assertThatThrownBy(() -> Transcription.write(file, SYNTAXES.get(0), out))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(out).doesNotExist();
        Transcription.write(file, TransferSyntax.JPEG_BASELINE, out);
        assertThat(Files.mismatch(out, file.path())).isEqualTo(-1);
    }

    @Test
    void everyNativeFileComesBackFromAllOthers() throws IOException {
        int files = 0;
        for (Path path : SharedData.files("dicom")) {
            if (Files.size(path) > 1_000_000) {
                continue;
            }
            try {
                DicomFile file = DicomFile.open(path);
                if (!file.transferSyntax().encapsulated()) {
                    comesBack(file);
                    files++;
                }
            } catch (DicomFormatException e) {
                assertThat(e.problem()).isNotNull();
            }
        }
        assertThat(files).isGreaterThan(80);
    }

    /** Explicit to anything and back is the same as explicit; what implicit encoding loses is not compared. */
    private void comesBack(DicomFile file) throws IOException {
        Path explicit = folder.resolve("explicit");
        write(file, SYNTAXES.get(file.transferSyntax().bigEndian() ? 3 : 2), there());
        write(DicomFile.open(there()), SYNTAXES.get(1), explicit);
        DicomFile first = DicomFile.open(explicit);
        for (TransferSyntax other : SYNTAXES.subList(2, 4)) {
            Path there = folder.resolve("there");
            Path back = folder.resolve("back");
            write(first, other, there);
            write(DicomFile.open(there), SYNTAXES.get(1), back);
            assertThat(Files.mismatch(explicit, back))
                    .as("%s by %s", file.path().getFileName(), other.name())
                    .isEqualTo(-1);
        }
        Path implicit = folder.resolve("implicit");
        Path again = folder.resolve("again");
        write(first, SYNTAXES.get(0), implicit);
        write(DicomFile.open(implicit), SYNTAXES.get(1), there());
        write(DicomFile.open(there()), SYNTAXES.get(0), again);
        assertThat(Files.mismatch(implicit, again))
                .as("%s", file.path().getFileName())
                .isEqualTo(-1);
    }

    private Path there() {
        return folder.resolve("there");
    }

    private static void write(DicomFile in, TransferSyntax to, Path out) throws IOException {
        Transcription.write(in, to, out);
    }

    private Path written(DataSet dataSet, TransferSyntax syntax, SequenceLengths lengths) throws IOException {
        Path path = folder.resolve("in");
        try (OutputStream out = Files.newOutputStream(path)) {
            Part10Writer.write(out, dataSet, syntax, lengths);
        }
        return path;
    }

    private static byte[] bytes(DataSet dataSet) {
        return DataSetWriter.toBytes(dataSet, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN);
    }

    /** Values of all kinds whose VRs the dictionary tells as well. */
    private static DataSet sample() {
        byte[] pixels = new byte[70_000];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (byte) i;
        }
        DataSet item = new DataSet()
                .putString(Tags.CodeValue, "T-1")
                .putSequence(Tags.ContentSequence, List.of(new DataSet().putString(Tags.TextValue, "odd")));
        return new DataSet()
                .putString(Tags.SpecificCharacterSet, "ISO_IR 100")
                .putString(Tags.SOPClassUID, "1.2.840.10008.5.1.4.1.1.2")
                .putString(Tags.SOPInstanceUID, "2.25.1")
                .putSequence(Tags.ReferencedStudySequence, List.of(item, new DataSet()))
                .putString(Tags.PatientName, "Tester^T\u00e4st")
                .put(0x00090010, Vr.LO, "SYMBOLON")
                .putBytes(0x00091001, Vr.UN, new byte[] {1, 2, 3, 4})
                .putNumbers(Tags.RecommendedDisplayFrameRateInFloat, Vr.FL, 1.5)
                .putString(Tags.FrameIncrementPointer, "(0018,1063)")
                .putInts(Tags.PixelRepresentation, Vr.US, 0)
                .putInts(Tags.SmallestImagePixelValue, Vr.US, 300)
                .putNumbers(Tags.RealWorldValueSlope, Vr.FD, 0.25)
                .putBytes(Tags.PixelData, Vr.OW, pixels);
    }
}

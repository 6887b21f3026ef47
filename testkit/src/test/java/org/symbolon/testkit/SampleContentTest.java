package org.symbolon.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.symbolon.dicom.CharacterSets;
import org.symbolon.dicom.DataSet;
import org.symbolon.dicom.DataSetReader;
import org.symbolon.dicom.DicomFile;
import org.symbolon.dicom.ReaderOptions;
import org.symbolon.dicom.Tags;
import org.symbolon.dicom.Vr;
import org.symbolon.model.ByteStringScanner;

/** What stands in the files, seen through {@code dicom-core}. */
class SampleContentTest {
    @TempDir
    private static Path folder;

    private static SampleManifest manifest =
            new SampleManifest(Path.of(""), SampleOptions.defaults(), List.of(), List.of(), List.of());

    @BeforeAll
    static void write() throws IOException {
        manifest = SampleHospital.write(folder, SampleOptions.defaults(), SampleProgress.NONE);
    }

    @Test
    void everyFileIsReadToItsEndAndHoldsTheUidsOfTheManifest() throws IOException {
        for (SampleFile file : manifest.files()) {
            DicomFile opened = DicomFile.open(file.path());
            assertThat(opened.hasPreamble()).isTrue();
            assertThat(opened.transferSyntax().uid()).isEqualTo(file.transferSyntaxUid());
            DataSet data = read(opened, ReaderOptions.defaults());
            assertThat(data.string(Tags.SOPInstanceUID)).isEqualTo(file.sopInstanceUid());
            assertThat(data.string(Tags.SOPClassUID)).isEqualTo(file.sopClassUid());
            assertThat(data.string(Tags.SeriesInstanceUID)).isEqualTo(file.seriesInstanceUid());
            assertThat(data.string(Tags.StudyInstanceUID)).isEqualTo(file.studyInstanceUid());
            assertThat(data.string(Tags.AccessionNumber)).isEqualTo(file.accessionNumber());
            assertThat(data.string(Tags.PatientID)).isEqualTo(file.patientId());
        }
    }

    @Test
    void everyNameDecodesToAPlantedOne() throws IOException {
        Set<String> planted = new HashSet<>();
        manifest.planted().forEach(value -> planted.add(value.text()));
        Set<String> characterSets = new HashSet<>();
        for (SampleFile file : manifest.files()) {
            DataSet data =
                    read(DicomFile.open(file.path()), ReaderOptions.defaults().withStopBefore(Tags.StudyInstanceUID));
            List<String> specific = data.strings(Tags.SpecificCharacterSet);
            characterSets.add(String.join("\\", specific));
            String name = CharacterSets.decode(data.bytes(Tags.PatientName), Vr.PN, specific)
                    .strip();
            assertThat(planted).containsAll(List.of(name.split("=")));
        }
        assertThat(characterSets).hasSize(12);
    }

    @Test
    void everyPlantedValueStandsInAFile() throws IOException {
        ByteStringScanner scanner = PlantedValue.scanner(manifest.planted());
        List<PlantedValue> owners = PlantedValue.owners(manifest.planted());
        Set<PlantedValue> missing = new HashSet<>(manifest.planted());
        for (SampleFile file : manifest.files()) {
            try (InputStream content = dataSet(file)) {
                scanner.scan(content).forEach(index -> missing.remove(owners.get(index)));
            }
        }
        for (SampleRecord record : manifest.records()) {
            scanner.scan(Files.readAllBytes(record.path())).forEach(index -> missing.remove(owners.get(index)));
        }
        assertThat(missing.stream().map(PlantedValue::text)).isEmpty();
    }

    @Test
    void noPixelsSpellAPlantedValue() throws IOException {
        ByteStringScanner scanner = PlantedValue.scanner(manifest.planted());
        for (SampleFile file : manifest.files()) {
            try (DataSetReader reader = DicomFile.open(file.path()).reader(ReaderOptions.defaults())) {
                for (DataSetReader.Token token = reader.next(); token != null; token = reader.next()) {
                    boolean fragment = token == DataSetReader.Token.FRAGMENT;
                    boolean pixels = token == DataSetReader.Token.ELEMENT && reader.tag() == Tags.PixelData;
                    if (fragment || pixels) {
                        assertThat(scanner.scan(reader.value())).isEmpty();
                    }
                }
            }
        }
    }

    @Test
    void seriesPointAtEachOther() throws IOException {
        Set<String> instances = new HashSet<>();
        manifest.files().forEach(file -> instances.add(file.sopInstanceUid()));
        List<String> pointed = new ArrayList<>();
        for (SampleFile file : manifest.files()) {
            collectReferences(read(DicomFile.open(file.path()), ReaderOptions.defaults()), pointed);
        }
        assertThat(pointed).hasSizeGreaterThan(400);
        assertThat(instances).containsAll(pointed);
    }

    private static void collectReferences(DataSet data, List<String> pointed) {
        for (int tag : new int[] {Tags.ReferencedImageSequence, Tags.SourceImageSequence, Tags.ReferencedSOPSequence}) {
            data.sequence(tag).forEach(item -> pointed.add(item.string(Tags.ReferencedSOPInstanceUID)));
        }
        data.sequence(Tags.ContentSequence).forEach(item -> collectReferences(item, pointed));
    }

    private static DataSet read(DicomFile file, ReaderOptions options) throws IOException {
        try (DataSetReader reader = file.reader(options)) {
            return DataSet.read(reader);
        }
    }

    /** The whole file, or what a deflated one inflates to. */
    private static InputStream dataSet(SampleFile file) throws IOException {
        DicomFile opened = DicomFile.open(file.path());
        InputStream in = Files.newInputStream(file.path());
        if (!opened.transferSyntax().deflated()) {
            return in;
        }
        in.skipNBytes(opened.dataSetOffset());
        return new InflaterInputStream(in, new Inflater(true));
    }
}

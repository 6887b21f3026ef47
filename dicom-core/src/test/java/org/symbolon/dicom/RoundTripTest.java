package org.symbolon.dicom;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every readable file of the test data, written back and edited. */
class RoundTripTest {
    private static final int MIN_READABLE = 185;
    private static final int BLOCK = 0x00110010;
    private static final int ELEMENT = 0x00111001;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @Test
    void anUnchangedFileIsWrittenBackByteForByte() throws IOException {
        int readable = 0;
        Path copy = folder.resolve("copy");
        for (Path path : SharedData.files("dicom")) {
            DicomFile file = openable(path);
            if (file != null) {
                FileEditor.of(file).write(copy);
                assertThat(Files.mismatch(path, copy))
                        .as("%s", path.getFileName())
                        .isEqualTo(-1);
                FileEditor.of(file).apply(salvaged(file)).write(copy);
                assertThat(Files.mismatch(path, copy))
                        .as("%s", path.getFileName())
                        .isEqualTo(-1);
                readable++;
            }
        }
        assertThat(readable).isGreaterThanOrEqualTo(MIN_READABLE);
    }

    @Test
    void whatIsPutAndRemovedAgainLeavesNoTrace() throws IOException {
        Path changed = folder.resolve("changed");
        Path restored = folder.resolve("restored");
        for (Path path : SharedData.files("dicom")) {
            DicomFile file = openable(path);
            if (file == null
                    || file.transferSyntax().deflated()
                    || salvaged(file).contains(BLOCK)) {
                continue;
            }
            List<TagPath.Items> places = places(file);
            FileEditor putting = editor(file);
            for (TagPath.Items place : places) {
                putting.put(place.tag(BLOCK), Vr.LO, "SYMBOLON TEST").put(place.tag(ELEMENT), Vr.LO, "12345");
            }
            putting.write(changed);
            DicomFile with = DicomFile.open(changed);
            DataSet dataSet = salvaged(with);
            FileEditor removing = editor(with);
            for (TagPath.Items place : places) {
                assertThat(dataSet.element(place.tag(ELEMENT)))
                        .as("%s", path.getFileName())
                        .isNotNull();
                removing.remove(place.tag(BLOCK)).remove(place.tag(ELEMENT));
            }
            removing.write(restored);
            assertThat(Files.mismatch(path, restored))
                    .as("%s", path.getFileName())
                    .isEqualTo(-1);
        }
    }

    @Test
    void anEditedDeflatedFileHoldsTheEditAndTheRest() throws IOException {
        int deflated = 0;
        for (Path path : SharedData.files("dicom")) {
            DicomFile file = openable(path);
            if (file == null || !file.transferSyntax().deflated()) {
                continue;
            }
            deflated++;
            Path changed = folder.resolve("changed");
            FileEditor.of(file).put(TagPath.of(Tags.PatientComments), "edited").write(changed);
            DataSet expected = salvaged(file).putString(Tags.PatientComments, "edited");
            assertThat(Arrays.equals(bytes(salvaged(DicomFile.open(changed))), bytes(expected)))
                    .as("%s", path.getFileName())
                    .isTrue();
        }
        assertThat(deflated).isPositive();
    }

    /** Without the group length that the edit changes. */
    private static byte[] bytes(DataSet dataSet) {
        return DataSetWriter.toBytes(dataSet.remove(0x00100000), TransferSyntax.JPEG_BASELINE);
    }

    private static FileEditor editor(DicomFile file) {
        return FileEditor.of(file, ReaderOptions.defaults().withLeniency(Leniency.SALVAGE));
    }

    /** The top level, and the first items of up to three sequences. */
    private static List<TagPath.Items> places(DicomFile file) throws IOException {
        List<TagPath.Items> places = new ArrayList<>();
        places.add(TagPath.ROOT);
        salvaged(file).walk(at -> {
            if (places.size() < 4
                    && at.element() instanceof Element.Sequence sequence
                    && !sequence.items().isEmpty()
                    && !sequence.items().get(0).contains(BLOCK)) {
                TagPath path = at.path();
                places.add(new TagPath.Items(path.items()).item(path.tag(), 0));
            }
        });
        return places;
    }

    private static DataSet salvaged(DicomFile file) throws IOException {
        return file.dataSet(ReaderOptions.defaults().withLeniency(Leniency.SALVAGE));
    }

    private static @Nullable DicomFile openable(Path path) throws IOException {
        try {
            DicomFile file = DicomFile.open(path);
            try (DataSetReader reader = file.reader(ReaderOptions.defaults())) {
                while (reader.next() != null) {
                    // To the end, or to what makes it unreadable.
                }
            }
            return file;
        } catch (DicomFormatException e) {
            assertThat(e.problem()).isNotNull();
            return null;
        }
    }

    @Test
    void aChannelGetsTheSameBytes() throws IOException {
        Path path = SharedData.files("dicom").get(0);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        FileEditor.of(DicomFile.open(path)).write(Channels.newChannel(out));
        assertThat(out.toByteArray()).isEqualTo(Files.readAllBytes(path));
    }
}

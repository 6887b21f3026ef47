package org.symbolon.dicom.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.symbolon.dicom.DataSet;
import org.symbolon.dicom.DataSetWriter;
import org.symbolon.dicom.Part10Writer;
import org.symbolon.dicom.Tags;
import org.symbolon.dicom.TransferSyntax;
import org.symbolon.dicom.Uids;
import org.symbolon.dicom.Vr;

/** Many objects over one association: the window, the choice of the presentation context, and what cannot be sent. */
@Timeout(30)
class StoreAllTest {
    @TempDir
    Path folder;

    /** Notes what it hears. */
    private static final class Notes implements StoreObserver {
        private final List<String> stored = new ArrayList<>();
        private final List<String> notSent = new ArrayList<>();

        @Override
        public void answered(OutgoingObject object, StoreResponse response) {
            assertThat(response.isStored()).isTrue();
            stored.add(object.sopInstanceUid());
        }

        @Override
        public void notSent(OutgoingObject object, Exception reason) {
            notSent.add(object.sopInstanceUid() + ": " + reason.getMessage());
        }
    }

    private static OutgoingObject object(int number) {
        return new OutgoingObject(
                ServicesContract.CT,
                "1.2." + number,
                ServicesContract.EXPLICIT,
                DataSetSource.ofBytes(ServicesContract.random(5_000)));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 16})
    void allAreAnsweredWhateverTheWindow(int window) throws IOException {
        NetworkOptions options =
                NetworkOptions.defaults().withAsynchronousOperations(new AsynchronousOperations(window, window));
        TestHandler handler = new TestHandler();
        Notes notes = new Notes();
        List<OutgoingObject> objects =
                IntStream.range(0, 300).mapToObj(StoreAllTest::object).toList();
        StorageProposal proposal = new StorageProposal();
        objects.forEach(proposal::add);
        assertThat(proposal.contexts()).hasSize(1);
        try (DicomServer server = LocalServer.start(handler, options);
                AssociationRequester scu =
                        AssociationRequester.connect(LocalServer.entity(server), "SCU", proposal.contexts(), options)) {
            assertThat(scu.asynchronousOperations().invoked()).isEqualTo(window);
            scu.storeAll(objects.iterator(), notes);
            scu.release();
        }
        assertThat(notes.stored).hasSize(300).doesNotHaveDuplicates();
        assertThat(notes.notSent).isEmpty();
        assertThat(handler.stored).hasSize(300);
    }

    private OutgoingObject file(TransferSyntax syntax, String uid) throws IOException {
        DataSet dataSet = new DataSet()
                .putString(Tags.SOPClassUID, ServicesContract.CT)
                .putString(Tags.SOPInstanceUID, uid)
                .putString(Tags.PatientID, "P1");
        if (syntax.encapsulated()) {
            dataSet.putFragments(Tags.PixelData, Vr.OB, List.of(new byte[0], new byte[10]));
        } else {
            dataSet.putBytes(Tags.PixelData, Vr.OW, new byte[1000]);
        }
        Path file = folder.resolve(uid);
        Part10Writer.write(file, dataSet, syntax);
        return OutgoingObject.ofFile(file);
    }

    private Notes send(TestHandler handler, OutgoingObject... objects) throws IOException {
        StorageProposal proposal = new StorageProposal();
        for (OutgoingObject object : objects) {
            proposal.add(object);
        }
        Notes notes = new Notes();
        try (DicomServer server = LocalServer.start(handler);
                AssociationRequester scu = AssociationRequester.connect(
                        LocalServer.entity(server), "SCU", proposal.contexts(), NetworkOptions.defaults())) {
            scu.storeAll(List.of(objects).iterator(), notes);
            scu.release();
        }
        return notes;
    }

    @Test
    void nothingIsRecodedWithoutNeed() throws IOException {
        TestHandler handler = new TestHandler();
        send(
                handler,
                file(TransferSyntax.EXPLICIT_VR_BIG_ENDIAN, "1.1"),
                file(TransferSyntax.IMPLICIT_VR_LITTLE_ENDIAN, "1.2"),
                file(TransferSyntax.DEFLATED_EXPLICIT_VR_LITTLE_ENDIAN, "1.3"),
                file(TransferSyntax.JPEG_BASELINE, "1.4"));
        assertThat(handler.stored)
                .extracting(stored -> stored.request().transferSyntax())
                .containsExactly(
                        Uids.ExplicitVRBigEndian,
                        Uids.ImplicitVRLittleEndian,
                        Uids.DeflatedExplicitVRLittleEndian,
                        Uids.JPEGBaseline8Bit);
    }

    @Test
    void nativeIsRecodedForAPeerThatTakesImplicitOnlyAndCompressedIsNot() throws IOException {
        TestHandler handler = new TestHandler() {
            @Override
            public @Nullable String choose(String abstractSyntax, List<String> proposed) {
                return proposed.contains(Uids.ImplicitVRLittleEndian) ? Uids.ImplicitVRLittleEndian : null;
            }
        };
        OutgoingObject explicit = file(TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN, "1.1");
        Notes notes = send(
                handler,
                explicit,
                file(TransferSyntax.EXPLICIT_VR_BIG_ENDIAN, "1.2"),
                file(TransferSyntax.DEFLATED_EXPLICIT_VR_LITTLE_ENDIAN, "1.3"),
                file(TransferSyntax.JPEG_BASELINE, "1.4"),
                file(TransferSyntax.IMPLICIT_VR_LITTLE_ENDIAN, "1.5"));
        assertThat(notes.stored).containsExactly("1.1", "1.2", "1.3", "1.5");
        assertThat(notes.notSent).hasSize(1);
        assertThat(notes.notSent.get(0)).startsWith("1.4: ").contains("JPEG Baseline");
        assertThat(handler.stored).hasSize(4);
        byte[] implicit = handler.stored.stream()
                .filter(stored -> stored.request().sopInstanceUid().equals("1.5"))
                .findFirst()
                .orElseThrow()
                .dataSet();
        assertThat(handler.stored).allSatisfy(stored -> {
            assertThat(stored.request().transferSyntax()).isEqualTo(Uids.ImplicitVRLittleEndian);
            assertThat(stored.dataSet()).hasSameSizeAs(implicit);
        });
    }

    @Test
    void largeValuesAreRecodedFromTheFile() throws IOException {
        TestHandler handler = new TestHandler() {
            @Override
            public @Nullable String choose(String abstractSyntax, List<String> proposed) {
                return proposed.contains(Uids.ImplicitVRLittleEndian) ? Uids.ImplicitVRLittleEndian : null;
            }
        };
        byte[] pixels = ServicesContract.random(20_000_000);
        DataSet dataSet = new DataSet()
                .putString(Tags.SOPClassUID, ServicesContract.CT)
                .putString(Tags.SOPInstanceUID, "1.1")
                .putInts(Tags.BitsAllocated, Vr.US, 16)
                .putBytes(Tags.PixelData, Vr.OW, pixels);
        byte[] implicit = DataSetWriter.toBytes(dataSet, TransferSyntax.IMPLICIT_VR_LITTLE_ENDIAN);
        for (TransferSyntax syntax :
                List.of(TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN, TransferSyntax.EXPLICIT_VR_BIG_ENDIAN)) {
            Path file = folder.resolve("large");
            Part10Writer.write(file, dataSet, syntax);
            assertThat(send(handler, OutgoingObject.ofFile(file)).stored).hasSize(1);
            assertThat(handler.stored.remove().dataSet()).isEqualTo(implicit);
        }
    }

    @Test
    void objectsOfTooManyClassesDoNotFitOneAssociation() {
        StorageProposal proposal = new StorageProposal();
        for (int i = 0; i < AssociationRequester.MAX_CONTEXTS; i++) {
            assertThat(proposal.add(ofClass("1.2.3." + i))).isTrue();
        }
        assertThat(proposal.add(ofClass("1.2.3.0"))).isTrue();
        assertThat(proposal.add(ofClass("1.2.4"))).isFalse();
        assertThat(proposal.contexts()).hasSize(AssociationRequester.MAX_CONTEXTS);
    }

    private static OutgoingObject ofClass(String sopClassUid) {
        return new OutgoingObject(sopClassUid, "1.2", ServicesContract.EXPLICIT, DataSetSource.ofBytes(new byte[2]));
    }

    @Test
    void lostPeerIsToldOnceAndTheRestIsOpen() throws IOException {
        TestHandler handler = new TestHandler();
        Notes notes = new Notes();
        DicomServer server = LocalServer.start(handler);
        try (AssociationRequester scu =
                LocalServer.connect(server, ProposedContext.asScu(ServicesContract.CT, ServicesContract.EXPLICIT))) {
            List<OutgoingObject> objects =
                    IntStream.range(0, 10).mapToObj(StoreAllTest::object).toList();
            scu.storeAll(objects.iterator(), notes);
            server.close();
            assertThatThrownBy(() -> scu.storeAll(objects.iterator(), notes)).isInstanceOf(DicomNetworkException.class);
        }
        assertThat(notes.stored).hasSize(10);
    }
}

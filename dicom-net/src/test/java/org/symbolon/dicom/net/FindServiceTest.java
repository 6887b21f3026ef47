package org.symbolon.dicom.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.symbolon.dicom.DataSet;
import org.symbolon.dicom.Tags;
import org.symbolon.dicom.Uids;

/** C-FIND between our requester and our server. */
@Timeout(30)
class FindServiceTest {
    private static final String FIND = Uids.StudyRootQueryRetrieveInformationModelFind;
    private static final int ENDLESS = Integer.MAX_VALUE;

    private DicomServer server;

    private final TestHandler handler = new TestHandler() {
        @Override
        public int find(FindRequest request, FindResponder responder) throws IOException {
            String wanted = request.identifier().string(Tags.PatientID);
            if (wanted.equals("none")) {
                return Status.DATA_SET_DOES_NOT_MATCH;
            }
            if (wanted.equals("fails")) {
                throw new IllegalStateException("DOE^JANE");
            }
            int matches = wanted.equals("endless")
                    ? ENDLESS
                    : request.identifier().integer(Tags.NumberOfStudyRelatedInstances, 3);
            for (int i = 1; i <= matches && !responder.cancelled(); i++) {
                DataSet match = new DataSet()
                        .putString(Tags.SpecificCharacterSet, "ISO_IR 192")
                        .putString(Tags.PatientName, "M\u00fcller^" + i);
                responder.match(match, i == 2 ? FindResponder.Keys.SOME_UNSUPPORTED : FindResponder.Keys.SUPPORTED);
            }
            return Status.SUCCESS;
        }
    };

    @BeforeEach
    void start() throws IOException {
        server = LocalServer.start(handler);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private AssociationRequester connect() throws IOException {
        return LocalServer.connect(
                server,
                ProposedContext.asScu(FIND, Uids.ImplicitVRLittleEndian),
                ProposedContext.asScu(Uids.Verification, Uids.ImplicitVRLittleEndian));
    }

    private static DataSet patient(String id) {
        return new DataSet().putString(Tags.QueryRetrieveLevel, "STUDY").putString(Tags.PatientID, id);
    }

    @Test
    void matchesComeOneByOneWithTheirWarning() throws IOException {
        List<FindMatch> matches = new ArrayList<>();
        try (AssociationRequester scu = connect()) {
            FindResult result = scu.find(FIND, patient("P"), matches::add);
            assertThat(result).isEqualTo(new FindResult(Status.SUCCESS, "", 3));
            assertThat(scu.echo()).isEqualTo(Status.SUCCESS);
            scu.release();
        }
        assertThat(matches)
                .extracting(match -> match.identifier().string(Tags.PatientName))
                .containsExactly("M\u00fcller^1", "M\u00fcller^2", "M\u00fcller^3");
        assertThat(matches)
                .extracting(FindMatch::keys)
                .containsExactly(
                        FindResponder.Keys.SUPPORTED,
                        FindResponder.Keys.SOME_UNSUPPORTED,
                        FindResponder.Keys.SUPPORTED);
    }

    @Test
    void cancelEndsAnEndlessSearch() throws IOException {
        try (AssociationRequester scu = connect()) {
            Cancellation cancellation = new Cancellation();
            FindResult result = scu.find(FIND, patient("endless"), cancellation, match -> cancellation.cancel());
            assertThat(result.status()).isEqualTo(Status.CANCEL);
            assertThat(result.matches()).isPositive();
            assertThat(scu.echo()).isEqualTo(Status.SUCCESS);
        }
    }

    @Test
    void refusalsAndFailuresAreStatuses() throws IOException {
        try (AssociationRequester scu = connect()) {
            assertThat(scu.find(FIND, patient("none"), match -> {}).status()).isEqualTo(Status.DATA_SET_DOES_NOT_MATCH);
            FindResult failed = scu.find(FIND, patient("fails"), match -> {});
            assertThat(failed.status()).isEqualTo(Status.PROCESSING_FAILURE);
            assertThat(failed.errorComment()).doesNotContain("DOE");
        }
    }

    @Test
    void sinkThatFailsEndsTheAssociation() throws IOException {
        try (AssociationRequester scu = connect()) {
            assertThatThrownBy(() -> scu.find(FIND, patient("P"), match -> {
                        throw new IOException("No more paper");
                    }))
                    .hasMessage("No more paper");
            assertThat(scu.isOpen()).isFalse();
        }
    }

    @Test
    void findThatNobodyServesIsRefused() throws IOException {
        try (DicomServer other = LocalServer.start(new TestHandler());
                AssociationRequester scu =
                        LocalServer.connect(other, ProposedContext.asScu(FIND, Uids.ImplicitVRLittleEndian))) {
            assertThat(scu.find(FIND, patient("P"), match -> {}).status()).isEqualTo(Status.SOP_CLASS_NOT_SUPPORTED);
        }
    }
}

package org.symbolon.agent.internal.intake;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.symbolon.agent.internal.parting.Rejection;
import org.symbolon.dicom.DataSet;
import org.symbolon.dicom.DataSetReader;
import org.symbolon.dicom.DicomFile;
import org.symbolon.dicom.DicomFormatException;
import org.symbolon.dicom.DicomProblem;
import org.symbolon.dicom.ReaderOptions;
import org.symbolon.dicom.Tag;
import org.symbolon.dicom.Tags;
import org.symbolon.dicom.net.StoreRequest;
import org.symbolon.model.ErrorCode;
import org.symbolon.model.Uid;

/** Whether a received object is what the C-STORE command said, from the beginning of its data set. */
final class ReceivedHeader {
    private static final int BEHIND_SERIES_UID = Tags.SeriesInstanceUID + 1;

    private ReceivedHeader() {}

    /** Empty if it is; else why it is refused. */
    static Optional<Rejection> check(Path file, StoreRequest request) throws IOException {
        DataSet header;
        try (DataSetReader reader =
                DicomFile.open(file).reader(ReaderOptions.defaults().withStopBefore(BEHIND_SERIES_UID))) {
            header = DataSet.read(reader);
        } catch (DicomFormatException e) {
            String tag = e.tag() == -1 ? "" : Tag.format(e.tag());
            return Optional.of(new Rejection(code(e.problem()), String.valueOf(e.getMessage()), tag, e.offset()));
        }
        for (int tag :
                new int[] {Tags.SOPClassUID, Tags.SOPInstanceUID, Tags.StudyInstanceUID, Tags.SeriesInstanceUID}) {
            if (!Uid.isUid(header.string(tag))) {
                return Optional.of(
                        new Rejection(ErrorCode.MISSING_UID, "A UID is absent or malformed", Tag.format(tag), -1));
            }
        }
        if (!header.string(Tags.SOPInstanceUID).equals(request.sopInstanceUid())) {
            return mismatch(Tags.SOPInstanceUID);
        }
        if (!header.string(Tags.SOPClassUID).equals(request.sopClassUid())) {
            return mismatch(Tags.SOPClassUID);
        }
        return Optional.empty();
    }

    private static Optional<Rejection> mismatch(int tag) {
        return Optional.of(new Rejection(
                ErrorCode.UID_MISMATCH, "The C-STORE command and the data set differ", Tag.format(tag), -1));
    }

    private static ErrorCode code(DicomProblem problem) {
        return switch (problem) {
            case EMPTY -> ErrorCode.EMPTY_FILE;
            case NONCONFORMANT, RETIRED -> ErrorCode.CORRUPT;
            default -> ErrorCode.valueOf(problem.name());
        };
    }
}

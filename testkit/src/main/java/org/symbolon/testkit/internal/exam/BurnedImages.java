package org.symbolon.testkit.internal.exam;

import java.util.List;
import org.symbolon.dicom.Tags;
import org.symbolon.dicom.TransferSyntax;
import org.symbolon.dicom.Uids;
import org.symbolon.testkit.internal.dicom.Packaging;
import org.symbolon.testkit.internal.phantom.Raster;

/** Images with the patient written into the pixels. What no rule knows may be kept back; none may leave with its text. */
final class BurnedImages {
    private static final int COLUMNS = 200;
    /** More than twice the banner that this device is known for, which pixel rules may blank as a whole. */
    private static final int ROWS = 152;

    private BurnedImages() {}

    /** An ultrasound loop whose regions (PS3.3 C.8.5.5) leave the banner out. */
    static ExamFile ultrasound(ExamPatient patient, int series, TransferSyntax syntax) {
        ExamFile file =
                new ExamFile(patient, "US", Uids.UltrasoundMultiFrameImageStorage, series, 1, Packaging.plain(syntax));
        ExamHeader.machine(file.item(), "GE Healthcare", "LOGIQE9");
        file.item()
                .plain(Tags.ImageType, "ORIGINAL", "PRIMARY", "", "0001")
                .plain(Tags.BurnedInAnnotation, "YES")
                .sequence(
                        Tags.SequenceOfUltrasoundRegions,
                        region -> region.data()
                                .integers(Tags.RegionSpatialFormat, 1)
                                .integers(Tags.RegionDataType, 1)
                                .integers(Tags.RegionFlags, 0)
                                .integers(Tags.RegionLocationMinX0, 10)
                                .integers(Tags.RegionLocationMinY0, 30)
                                .integers(Tags.RegionLocationMaxX1, COLUMNS - 1)
                                .integers(Tags.RegionLocationMaxY1, ROWS - 1));
        List<Raster> loop = Pictures.loop(patient, 2, COLUMNS, ROWS, syntax.equals(TransferSyntax.RLE_LOSSLESS));
        Pictures.withBanner(file, loop);
        return file.doubtful();
    }

    /** The screen of a workstation; {@code burnedIn} is what the sender says of it, which may be wrong, or empty. */
    static ExamFile capture(ExamPatient patient, int series, String burnedIn, TransferSyntax syntax) {
        ExamFile file =
                new ExamFile(patient, "OT", Uids.SecondaryCaptureImageStorage, series, 1, Packaging.plain(syntax));
        ExamItem item = file.item();
        item.plain(Tags.ConversionType, "WSD")
                .plain(Tags.ImageType, "DERIVED", "SECONDARY", "SCREEN SAVE")
                .date(Tags.DateOfSecondaryCapture, patient.studyDate())
                .text(Tags.SecondaryCaptureDeviceManufacturer, Keep.ALWAYS, "Lampas Workstations");
        if (!burnedIn.isEmpty()) {
            item.plain(Tags.BurnedInAnnotation, burnedIn);
        }
        Pictures.withBanner(file, Pictures.loop(patient, 1, COLUMNS, ROWS, true));
        return file.doubtful();
    }

    /** The page of dose figures that a CT saves as an image. */
    static ExamFile dosePage(ExamPatient patient, int series, TransferSyntax syntax) {
        ExamFile file =
                new ExamFile(patient, "CT", Uids.SecondaryCaptureImageStorage, series, 1, Packaging.plain(syntax));
        ExamHeader.machine(file.item(), "GE MEDICAL SYSTEMS", "Revolution CT");
        file.item()
                .plain(Tags.ConversionType, "WSD")
                .plain(Tags.ImageType, "DERIVED", "SECONDARY", "SCREEN SAVE")
                .text(Tags.SeriesDescription, Keep.DESCRIPTORS, "Dose Report {" + patient.family() + "}");
        Pictures.withBanner(file, Pictures.loop(patient, 1, COLUMNS, ROWS, false));
        return file.doubtful();
    }
}

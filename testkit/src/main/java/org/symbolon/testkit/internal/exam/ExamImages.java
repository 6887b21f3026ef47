package org.symbolon.testkit.internal.exam;

import java.util.List;
import org.symbolon.dicom.Tags;
import org.symbolon.dicom.TransferSyntax;
import org.symbolon.dicom.Uids;
import org.symbolon.testkit.internal.dicom.Packaging;
import org.symbolon.testkit.internal.phantom.Raster;

/** The images of the exam in which nothing is burned in. */
final class ExamImages {
    private static final List<Packaging> PACKAGINGS = List.of(
            Packaging.plain(TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN),
            Packaging.plain(TransferSyntax.IMPLICIT_VR_LITTLE_ENDIAN).with(Packaging.Lengths.UNDEFINED),
            Packaging.plain(TransferSyntax.EXPLICIT_VR_BIG_ENDIAN).with(Packaging.Lengths.MIXED),
            Packaging.plain(TransferSyntax.DEFLATED_EXPLICIT_VR_LITTLE_ENDIAN),
            Packaging.plain(TransferSyntax.RLE_LOSSLESS).with(Packaging.Lengths.MIXED),
            Packaging.plain(TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN)
                    .with(Packaging.GroupLengths.PRESENT)
                    .with(Packaging.Preamble.TIFF),
            Packaging.plain(TransferSyntax.JPEG_BASELINE));

    private ExamImages() {}

    /** @param turn decides on traps and transfer syntax */
    static ExamFile image(ExamPatient patient, String modality, int series, int turn) {
        Packaging packaging = packaging(modality, turn);
        ExamFile file = new ExamFile(patient, modality, sopClass(modality), series, 1, packaging);
        ExamItem item = file.item();
        ExamHeader.machine(item, manufacturer(modality), "Palimpsest " + modality + " 3");
        ExamHeader.frameOfReference(item, patient);
        item.plain(Tags.ImageType, "ORIGINAL", "PRIMARY", "AXIAL").plain(Tags.BurnedInAnnotation, "NO");
        specific(item, modality, patient);
        Traps.set(item, patient, turn);
        HardTraps.set(item, patient, turn);
        PrivateTraps.set(item, patient, turn);
        Pictures.clean(file, frames(patient, modality, packaging.syntax()));
        return file;
    }

    static Packaging packaging(String modality, int turn) {
        Packaging packaging = PACKAGINGS.get(turn % PACKAGINGS.size());
        boolean sixteenBits = !modality.equals("US") && !modality.equals("XA");
        return sixteenBits && packaging.syntax().equals(TransferSyntax.JPEG_BASELINE)
                ? Packaging.plain(TransferSyntax.RLE_LOSSLESS)
                : packaging;
    }

    private static List<Raster> frames(ExamPatient patient, String modality, TransferSyntax syntax) {
        return switch (modality) {
            case "US" -> Pictures.loop(patient, 2, 96, 72, syntax.equals(TransferSyntax.RLE_LOSSLESS));
            case "XA" -> Pictures.loop(patient, 3, 64, 64, false);
            default -> List.of(Pictures.slice(patient, Pictures.SMALL));
        };
    }

    private static void specific(ExamItem item, String modality, ExamPatient patient) {
        switch (modality) {
            case "CT" ->
                item.keptNumber(Tags.KVP, Keep.ALWAYS, 120)
                        .keptNumber(Tags.RescaleIntercept, Keep.ALWAYS, -1024)
                        .plain(Tags.RescaleSlope, "1")
                        .date(Tags.AcquisitionDate, patient.studyDate());
            case "MR" ->
                item.keptNumber(Tags.EchoTime, Keep.ALWAYS, 98)
                        .keptNumber(Tags.MagneticFieldStrength, Keep.ALWAYS, 1.5)
                        .kept(Tags.ScanningSequence, Keep.ALWAYS, "SE");
            case "PT" ->
                item.kept(Tags.Units, Keep.ALWAYS, "BQML")
                        .sequence(
                                Tags.RadiopharmaceuticalInformationSequence,
                                drug -> drug.keptNumber(Tags.RadionuclideTotalDose, Keep.ALWAYS, 312_000_000)
                                        .date(Tags.RadiopharmaceuticalStartDateTime, patient.studyDate() + "090000")
                                        .kept(Tags.Radiopharmaceutical, Keep.ALWAYS, "Fluorodeoxyglucose F18"));
            case "NM" -> item.kept(Tags.CountsSource, Keep.ALWAYS, "EMISSION");
            case "MG" ->
                item.kept(Tags.ViewPosition, Keep.ALWAYS, "MLO")
                        .kept(Tags.ImageLaterality, Keep.ALWAYS, "L")
                        .keptNumber(Tags.CompressionForce, Keep.ALWAYS, 110);
            case "XA" -> item.keptNumber(Tags.PositionerPrimaryAngle, Keep.ALWAYS, -30);
            default -> item.kept(Tags.PatientOrientation, Keep.ALWAYS, "L");
        }
    }

    private static String manufacturer(String modality) {
        return switch (modality) {
            case "MR" -> "SIEMENS";
            case "PT" -> "Philips Medical Systems";
            case "CT" -> "GE MEDICAL SYSTEMS";
            default -> "Lampas Imaging";
        };
    }

    private static String sopClass(String modality) {
        return switch (modality) {
            case "CT" -> Uids.CTImageStorage;
            case "MR" -> Uids.MRImageStorage;
            case "US" -> Uids.UltrasoundMultiFrameImageStorage;
            case "CR" -> Uids.ComputedRadiographyImageStorage;
            case "DX" -> Uids.DigitalXRayImageStorageForPresentation;
            case "MG" -> Uids.DigitalMammographyXRayImageStorageForPresentation;
            case "PT" -> Uids.PositronEmissionTomographyImageStorage;
            case "NM" -> Uids.NuclearMedicineImageStorage;
            case "XA" -> Uids.XRayAngiographicImageStorage;
            default -> throw new IllegalArgumentException("The exam has no images of modality " + modality);
        };
    }
}

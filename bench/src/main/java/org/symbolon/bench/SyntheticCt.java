package org.symbolon.bench;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.symbolon.dicom.DataSet;
import org.symbolon.dicom.Part10Writer;
import org.symbolon.dicom.Tags;
import org.symbolon.dicom.TransferSyntax;
import org.symbolon.dicom.Uids;
import org.symbolon.dicom.Vr;

/** A CT image as scanners write them: some 90 elements, 3 sequences, a private block, 512 x 512 pixels of 16 bits. */
final class SyntheticCt {
    private static final int EDGE = 512;

    private SyntheticCt() {}

    static DataSet dataSet() {
        DataSet code = new DataSet()
                .putString(Tags.CodeValue, "CTTA")
                .putString(Tags.CodingSchemeDesignator, "99LOCAL")
                .putString(Tags.CodeMeaning, "CT thorax abdomen");
        DataSet reference = new DataSet()
                .putString(Tags.ReferencedSOPClassUID, Uids.CTImageStorage)
                .putString(Tags.ReferencedSOPInstanceUID, "1.2.826.0.1.3680043.10.1999.1.1.77");
        DataSet ct = new DataSet()
                .putString(Tags.SpecificCharacterSet, "ISO_IR 100")
                .putString(Tags.ImageType, "ORIGINAL", "PRIMARY", "AXIAL")
                .putString(Tags.SOPClassUID, Uids.CTImageStorage)
                .putString(Tags.SOPInstanceUID, "1.2.826.0.1.3680043.10.1999.1.1.1.1")
                .putSequence(Tags.ProcedureCodeSequence, List.of(code))
                .putSequence(Tags.ReferencedStudySequence, List.of(reference))
                .putSequence(Tags.ReferencedImageSequence, List.of(reference, reference))
                .put(0x00290010, Vr.LO, "SYMBOLON BENCH")
                .putBytes(0x00291001, Vr.OB, new byte[1024])
                .putBytes(
                        0x00291002,
                        Vr.LO,
                        "private text of some length".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        text(ct);
        numbers(ct);
        return ct.putBytes(Tags.PixelData, Vr.OW, pixels());
    }

    static byte[] file() {
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            Part10Writer.write(out, dataSet(), TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void text(DataSet ct) {
        int[] dates = {
            Tags.StudyDate, Tags.SeriesDate, Tags.AcquisitionDate, Tags.ContentDate, Tags.InstanceCreationDate
        };
        int[] times = {
            Tags.StudyTime, Tags.SeriesTime, Tags.AcquisitionTime, Tags.ContentTime, Tags.InstanceCreationTime
        };
        int[] names = {
            Tags.PatientName,
            Tags.ReferringPhysicianName,
            Tags.OperatorsName,
            Tags.PerformingPhysicianName,
            Tags.PhysiciansOfRecord,
            Tags.NameOfPhysiciansReadingStudy,
            Tags.RequestingPhysician
        };
        int[] texts = {
            Tags.Manufacturer,
            Tags.InstitutionName,
            Tags.StationName,
            Tags.StudyDescription,
            Tags.SeriesDescription,
            Tags.InstitutionalDepartmentName,
            Tags.ManufacturerModelName,
            Tags.PatientID,
            Tags.IssuerOfPatientID,
            Tags.OtherPatientIDs,
            Tags.PatientAddress,
            Tags.EthnicGroup,
            Tags.Occupation,
            Tags.DeviceSerialNumber,
            Tags.SoftwareVersions,
            Tags.ProtocolName,
            Tags.StudyID,
            Tags.PositionReferenceIndicator,
            Tags.RequestedProcedureDescription,
            Tags.AccessionNumber,
            Tags.ConvolutionKernel,
            Tags.FilterType
        };
        int[] uids = {Tags.StudyInstanceUID, Tags.SeriesInstanceUID, Tags.FrameOfReferenceUID, Tags.InstanceCreatorUID};
        for (int tag : dates) {
            ct.putString(tag, "20260312");
        }
        for (int tag : times) {
            ct.putString(tag, "101533.120000");
        }
        for (int tag : names) {
            ct.putString(tag, "Müller^Jörg^^Dr.");
        }
        for (int tag : texts) {
            ct.putString(tag, "Some text 12345");
        }
        for (int tag : uids) {
            ct.putString(tag, "1.2.826.0.1.3680043.10.1999.1." + (tag & 0xFF));
        }
        ct.putString(Tags.Modality, "CT")
                .putString(Tags.PatientSex, "F")
                .putString(Tags.PatientAge, "065Y")
                .putString(Tags.PatientBirthDate, "19610317")
                .putString(Tags.AdditionalPatientHistory, "Z.n. OP, bek. Hypertonie")
                .putString(Tags.PatientPosition, "HFS");
    }

    private static void numbers(DataSet ct) {
        int[] decimals = {
            Tags.SliceThickness,
            Tags.KVP,
            Tags.DataCollectionDiameter,
            Tags.ReconstructionDiameter,
            Tags.GantryDetectorTilt,
            Tags.TableHeight,
            Tags.SliceLocation,
            Tags.WindowCenter,
            Tags.WindowWidth,
            Tags.RescaleSlope,
            Tags.PatientWeight
        };
        int[] integers = {
            Tags.SeriesNumber, Tags.AcquisitionNumber, Tags.InstanceNumber, Tags.ExposureTime, Tags.XRayTubeCurrent
        };
        for (int tag : decimals) {
            ct.putString(tag, "1.250000");
        }
        for (int tag : integers) {
            ct.putString(tag, "42");
        }
        ct.putString(Tags.RescaleIntercept, "-1024")
                .putString(Tags.ImagePositionPatient, "-125.000000", "-125.000000", "42.500000")
                .putString(Tags.ImageOrientationPatient, "1", "0", "0", "0", "1", "0")
                .putString(Tags.PixelSpacing, "0.488281", "0.488281")
                .putInts(Tags.SamplesPerPixel, Vr.US, 1)
                .putString(Tags.PhotometricInterpretation, "MONOCHROME2")
                .putInts(Tags.Rows, Vr.US, EDGE)
                .putInts(Tags.Columns, Vr.US, EDGE)
                .putInts(Tags.BitsAllocated, Vr.US, 16)
                .putInts(Tags.BitsStored, Vr.US, 12)
                .putInts(Tags.HighBit, Vr.US, 11)
                .putInts(Tags.PixelRepresentation, Vr.US, 0);
    }

    /** A disc with a gradient and some noise, always the same. */
    private static byte[] pixels() {
        byte[] pixels = new byte[EDGE * EDGE * 2];
        int noise = 1;
        for (int y = 0; y < EDGE; y++) {
            for (int x = 0; x < EDGE; x++) {
                noise = noise * 1103515245 + 12345;
                int dx = x - EDGE / 2;
                int dy = y - EDGE / 2;
                int value = dx * dx + dy * dy < 40_000 ? 1000 + x / 2 + y / 4 + (noise >>> 28) : noise >>> 29;
                int at = 2 * (y * EDGE + x);
                pixels[at] = (byte) value;
                pixels[at + 1] = (byte) (value >>> 8);
            }
        }
        return pixels;
    }
}

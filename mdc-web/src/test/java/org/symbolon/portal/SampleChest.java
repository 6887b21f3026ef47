package org.symbolon.portal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Random;
import org.symbolon.archive.IncomingObject;
import org.symbolon.archive.InstanceHeader;
import org.symbolon.archive.ObjectArchive;
import org.symbolon.archive.ObjectDescription;
import org.symbolon.dicom.DataSet;
import org.symbolon.dicom.DataSetWriter;
import org.symbolon.dicom.Tags;
import org.symbolon.dicom.TransferSyntax;
import org.symbolon.dicom.Uids;
import org.symbolon.dicom.Vr;
import org.symbolon.model.OrganisationId;

/** CT images of a drawn chest: body, lungs, spine, and a nodule in the middle slices. */
public final class SampleChest {
    public static final int SIZE = 256;
    private static final int AIR = -1000;
    private static final int LUNG = -820;
    private static final int MUSCLE = 45;
    private static final int BONE = 700;
    private static final int NODULE = 60;

    private final String accessionNumber;
    private final String patientId;
    private final String study;

    public SampleChest(String accessionNumber, String patientId, String study) {
        this.accessionNumber = accessionNumber;
        this.patientId = patientId;
        this.study = study;
    }

    /** Stores a series of so many slices. */
    public void store(ObjectArchive archive, OrganisationId organisation, int series, int slices) throws IOException {
        for (int slice = 1; slice <= slices; slice++) {
            store(archive, organisation, dataSet(series, slice, slices));
        }
    }

    /** Stores one picture in colours, red from top to bottom. */
    public void storeColour(ObjectArchive archive, OrganisationId organisation) throws IOException {
        byte[] pixels = new byte[SIZE * SIZE * 3];
        for (int i = 0; i < SIZE * SIZE; i++) {
            pixels[3 * i] = (byte) (i / SIZE);
        }
        DataSet set = dataSet(1, 1, 1);
        set.putInts(Tags.SamplesPerPixel, Vr.US, 3);
        set.putString(Tags.PhotometricInterpretation, "RGB");
        set.putInts(Tags.PlanarConfiguration, Vr.US, 0);
        set.putInts(Tags.BitsAllocated, Vr.US, 8);
        set.putInts(Tags.BitsStored, Vr.US, 8);
        set.putInts(Tags.HighBit, Vr.US, 7);
        set.putInts(Tags.PixelRepresentation, Vr.US, 0);
        store(archive, organisation, set.putBytes(Tags.PixelData, Vr.OB, pixels));
    }

    private static void store(ObjectArchive archive, OrganisationId organisation, DataSet dataSet) throws IOException {
        String syntax = TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN.uid();
        InstanceHeader header = InstanceHeader.of(dataSet);
        try (IncomingObject incoming = archive.begin(
                organisation, new ObjectDescription(header.sopClassUid(), header.sopInstanceUid(), syntax, "SAMPLE"))) {
            incoming.dataSet().write(DataSetWriter.toBytes(dataSet, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN));
            incoming.commit(header);
        }
    }

    private DataSet dataSet(int series, int slice, int slices) {
        String seriesUid = study + "." + series;
        DataSet set = new DataSet();
        set.putString(Tags.SOPClassUID, Uids.CTImageStorage);
        set.putString(Tags.SOPInstanceUID, seriesUid + "." + slice);
        set.putString(Tags.StudyDate, "20240311");
        set.putString(Tags.AccessionNumber, accessionNumber);
        set.putString(Tags.Modality, "CT");
        set.putString(Tags.StudyDescription, "CT chest");
        set.putString(Tags.SeriesDescription, series == 1 ? "Soft tissue" : "Lung");
        set.putString(Tags.PatientName, patientId);
        set.putString(Tags.PatientID, patientId);
        set.putString(Tags.StudyInstanceUID, study);
        set.putString(Tags.SeriesInstanceUID, seriesUid);
        set.putString(Tags.SeriesNumber, Integer.toString(series));
        set.putString(Tags.InstanceNumber, Integer.toString(slice));
        set.putInts(Tags.SamplesPerPixel, Vr.US, 1);
        set.putString(Tags.PhotometricInterpretation, "MONOCHROME2");
        set.putInts(Tags.Rows, Vr.US, SIZE);
        set.putInts(Tags.Columns, Vr.US, SIZE);
        set.putInts(Tags.BitsAllocated, Vr.US, 16);
        set.putInts(Tags.BitsStored, Vr.US, 16);
        set.putInts(Tags.HighBit, Vr.US, 15);
        set.putInts(Tags.PixelRepresentation, Vr.US, 1);
        set.putString(Tags.WindowCenter, series == 1 ? "40" : "-600");
        set.putString(Tags.WindowWidth, series == 1 ? "400" : "1500");
        set.putString(Tags.RescaleIntercept, "0");
        set.putString(Tags.RescaleSlope, "1");
        set.putBytes(Tags.PixelData, Vr.OW, pixels(slice, slices));
        return set;
    }

    private static byte[] pixels(int slice, int slices) {
        ByteBuffer pixels = ByteBuffer.allocate(SIZE * SIZE * 2).order(ByteOrder.LITTLE_ENDIAN);
        Random noise = new Random(slice);
        double height = (double) slice / slices;
        for (int row = 0; row < SIZE; row++) {
            for (int column = 0; column < SIZE; column++) {
                double x = (column - SIZE / 2.0) / (SIZE / 2.0);
                double y = (row - SIZE / 2.0) / (SIZE / 2.0);
                pixels.putShort((short) (tissue(x, y, height) + noise.nextGaussian() * 18));
            }
        }
        return pixels.array();
    }

    private static int tissue(double x, double y, double height) {
        double lung = 0.28 + 0.1 * Math.sin(Math.PI * height);
        if (!inside(x, y, 0, 0, 0.92, 0.68)) {
            return AIR;
        }
        if (inside(x, y, 0, 0.47, 0.12, 0.14) || ring(x, y)) {
            return BONE;
        }
        if (height > 0.3 && height < 0.75 && inside(x, y, -0.5, -0.12, 0.1, 0.09)) {
            return NODULE;
        }
        if (inside(x, y, -0.44, -0.02, lung, 0.46) || inside(x, y, 0.44, -0.02, lung * 0.92, 0.44)) {
            return vessel(x, y, height) ? MUSCLE : LUNG;
        }
        return inside(x, y, 0.1, -0.08, 0.2, 0.22) ? MUSCLE + 70 : MUSCLE;
    }

    private static boolean vessel(double x, double y, double height) {
        return Math.sin(x * 31 + height * 9) * Math.cos(y * 27 - height * 7) > 0.93;
    }

    private static boolean ring(double x, double y) {
        double distance = Math.hypot(x / 0.84, y / 0.61);
        return distance > 0.94 && distance < 1 && Math.sin(Math.atan2(y, x) * 12) > 0.2;
    }

    private static boolean inside(double x, double y, double centerX, double centerY, double width, double height) {
        return Math.hypot((x - centerX) / width, (y - centerY) / height) < 1;
    }
}

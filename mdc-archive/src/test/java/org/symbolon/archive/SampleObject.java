package org.symbolon.archive;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Random;
import org.symbolon.model.OrganisationId;

/** A small CT image of a seed: explicit VR little endian, printed by hand, so that the tests do not lean on our own writer. */
final class SampleObject {
    static final OrganisationId HOSPITAL = new OrganisationId("hospital");
    static final String EXPLICIT_LITTLE_ENDIAN = "1.2.840.10008.1.2.1";
    private static final String CT = "1.2.840.10008.5.1.4.1.1.2";

    private final InstanceHeader header;
    private final byte[] dataSet;

    private SampleObject(InstanceHeader header, byte[] dataSet) {
        this.header = header;
        this.dataSet = dataSet;
    }

    /** Instance {@code number} of a series of ten; {@code content} draws the pixels. */
    static SampleObject of(int number, long content, int pixelBytes) {
        byte[] pixels = new byte[pixelBytes];
        new Random(content).nextBytes(pixels);
        return of(number, pixels);
    }

    /** The same with pixels that were drawn before. */
    static SampleObject of(int number, byte[] pixels) {
        int series = number / 10;
        InstanceHeader header = new InstanceHeader(
                CT,
                "2.25.1000" + number,
                "2.25.2000" + series,
                "2.25.3000" + series / 2,
                "ACC" + series / 2,
                "PSN" + series / 4,
                "CT",
                Integer.toString(series),
                Integer.toString(number),
                16,
                pixels.length / 32,
                1);
        return new SampleObject(header, print(header, pixels));
    }

    InstanceHeader header() {
        return header;
    }

    byte[] dataSet() {
        return dataSet.clone();
    }

    String sha256() {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(dataSet));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The same object as another syntax would carry it; the bytes are the caller's. */
    SampleObject as(byte[] otherDataSet) {
        return new SampleObject(header, otherDataSet);
    }

    /** Stores it as a receiver would. */
    StoreReceipt store(ObjectArchive archive) throws IOException {
        return store(archive, EXPLICIT_LITTLE_ENDIAN);
    }

    StoreReceipt store(ObjectArchive archive, String transferSyntaxUid) throws IOException {
        return store(archive, HOSPITAL, transferSyntaxUid);
    }

    StoreReceipt store(ObjectArchive archive, OrganisationId organisation) throws IOException {
        return store(archive, organisation, EXPLICIT_LITTLE_ENDIAN);
    }

    private StoreReceipt store(ObjectArchive archive, OrganisationId organisation, String transferSyntaxUid)
            throws IOException {
        ObjectDescription description =
                new ObjectDescription(header.sopClassUid(), header.sopInstanceUid(), transferSyntaxUid, "SENDER");
        try (IncomingObject incoming = archive.begin(organisation, description)) {
            incoming.dataSet().write(dataSet);
            return incoming.commit(header);
        }
    }

    private static byte[] print(InstanceHeader header, byte[] pixels) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(pixels.length + 1024);
        text(out, 0x0008, 0x0016, "UI", header.sopClassUid());
        text(out, 0x0008, 0x0018, "UI", header.sopInstanceUid());
        text(out, 0x0008, 0x0050, "SH", header.accessionNumber());
        text(out, 0x0008, 0x0060, "CS", header.modality());
        text(out, 0x0010, 0x0020, "LO", header.patientId());
        text(out, 0x0020, 0x000D, "UI", header.studyInstanceUid());
        text(out, 0x0020, 0x000E, "UI", header.seriesInstanceUid());
        text(out, 0x0020, 0x0011, "IS", header.seriesNumber());
        text(out, 0x0020, 0x0013, "IS", header.instanceNumber());
        number(out, 0x0028, 0x0010, header.rows());
        number(out, 0x0028, 0x0011, header.columns());
        number(out, 0x0028, 0x0100, 16);
        number16(out, 0x7FE0);
        number16(out, 0x0010);
        out.writeBytes(new byte[] {'O', 'W', 0, 0});
        number16(out, pixels.length);
        number16(out, pixels.length >>> 16);
        out.writeBytes(pixels);
        return out.toByteArray();
    }

    private static void text(ByteArrayOutputStream out, int group, int element, String vr, String value) {
        String even = value.length() % 2 == 0 ? value : value + (vr.equals("UI") ? "\0" : " ");
        element(out, group, element, vr, even.getBytes(StandardCharsets.US_ASCII));
    }

    private static void number(ByteArrayOutputStream out, int group, int element, int value) {
        element(out, group, element, "US", new byte[] {(byte) value, (byte) (value >>> 8)});
    }

    private static void element(ByteArrayOutputStream out, int group, int element, String vr, byte[] value) {
        number16(out, group);
        number16(out, element);
        out.writeBytes(vr.getBytes(StandardCharsets.US_ASCII));
        number16(out, value.length);
        out.writeBytes(value);
    }

    private static void number16(ByteArrayOutputStream out, int value) {
        out.write(value);
        out.write(value >>> 8);
    }
}

package org.symbolon.testkit.internal.dicom;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.symbolon.dicom.Tags;
import org.symbolon.dicom.TransferSyntax;
import org.symbolon.dicom.Vr;
import org.symbolon.testkit.internal.codec.Deflater;
import org.symbolon.testkit.internal.people.Script;

/** Writes Part 10 files (PS3.10 section 7). */
public final class FileEncoder {
    private static final int PREAMBLE_BYTES = 128;
    private static final String IMPLEMENTATION_CLASS_UID = "1.3.6.1.4.1.32473.1.20.1";
    private static final String IMPLEMENTATION_VERSION = "PALIMPSEST_4.2";

    private FileEncoder() {}

    /** The whole file. */
    public static byte[] encode(
            DicomData data, Packaging packaging, String sopClassUid, String sopInstanceUid, String sourceAeTitle) {
        ByteSink out = new ByteSink(false);
        out.writeBytes(preamble(packaging.preamble()));
        out.writeBytes("DICM".getBytes(StandardCharsets.US_ASCII));
        DicomData meta = new DicomData(Script.ENGLISH)
                .put(Tags.FileMetaInformationVersion, Vr.OB, new byte[] {0, 1})
                .text(Tags.MediaStorageSOPClassUID, sopClassUid)
                .text(Tags.MediaStorageSOPInstanceUID, sopInstanceUid)
                .text(Tags.TransferSyntaxUID, packaging.syntax().uid())
                .text(Tags.ImplementationClassUID, IMPLEMENTATION_CLASS_UID)
                .text(Tags.ImplementationVersionName, IMPLEMENTATION_VERSION)
                .text(Tags.SourceApplicationEntityTitle, sourceAeTitle);
        Packaging metaPackaging =
                Packaging.plain(TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN).with(Packaging.GroupLengths.PRESENT);
        out.writeBytes(new DataSetEncoder(metaPackaging).encode(meta));
        byte[] dataSet = new DataSetEncoder(packaging).encode(data);
        out.writeBytes(packaging.syntax().deflated() ? evenLength(Deflater.deflate(dataSet)) : dataSet);
        return out.toByteArray();
    }

    /** A deflated stream of odd length gets a zero behind it (PS3.5 A.5). */
    private static byte[] evenLength(byte[] bytes) {
        return bytes.length % 2 == 0 ? bytes : Arrays.copyOf(bytes, bytes.length + 1);
    }

    private static byte[] preamble(Packaging.Preamble kind) {
        byte[] start = switch (kind) {
            case ZERO -> new byte[0];
            case TIFF -> new byte[] {'I', 'I', 42, 0, 8, 0, 0, 0, 1, 0, 0, 1, 4, 0, 1, 0, 0, 0, 0, 1, 0, 0};
            case VENDOR -> "PALIMPSEST MEDICAL RAW CONTAINER v4 - do not edit".getBytes(StandardCharsets.US_ASCII);
        };
        return Arrays.copyOf(start, PREAMBLE_BYTES);
    }
}

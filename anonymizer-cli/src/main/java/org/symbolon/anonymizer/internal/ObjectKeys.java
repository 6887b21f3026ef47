package org.symbolon.anonymizer.internal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import org.symbolon.crosswalk.ObjectKey;
import org.symbolon.deidentification.splice.Digests;
import org.symbolon.dicom.DataSet;
import org.symbolon.dicom.DataSetReader;
import org.symbolon.dicom.DicomFile;
import org.symbolon.dicom.DicomFormatException;
import org.symbolon.dicom.ReaderOptions;
import org.symbolon.dicom.Tags;
import org.symbolon.model.ErrorCode;
import org.symbolon.model.SymbolonException;

/** The key of an anonymous object, from its file. */
public final class ObjectKeys {
    private static final int CHUNK_BYTES = 128 << 10;

    private ObjectKeys() {}

    /** Reads UIDs and digest; what is no DICOM file is {@code HALVES_DO_NOT_MATCH}, since no half can belong to it. */
    public static ObjectKey of(Path file) throws IOException {
        try {
            DicomFile dicom = DicomFile.open(file);
            ReaderOptions options = ReaderOptions.defaults().withStopBefore(Tags.SeriesInstanceUID + 1);
            DataSet header;
            try (DataSetReader reader = dicom.reader(options)) {
                header = DataSet.read(reader);
            }
            return new ObjectKey(
                    header.string(Tags.StudyInstanceUID),
                    header.string(Tags.SeriesInstanceUID),
                    header.string(Tags.SOPInstanceUID),
                    sha256(file, dicom.dataSetOffset()));
        } catch (DicomFormatException e) {
            throw new SymbolonException(
                    ErrorCode.HALVES_DO_NOT_MATCH, "This is no DICOM file that could have another half", e);
        }
    }

    static String dataSetSha256(Path file) throws IOException {
        try {
            return sha256(file, DicomFile.open(file).dataSetOffset());
        } catch (DicomFormatException notOurs) {
            return "";
        }
    }

    static String sha256(Path file, long offset) throws IOException {
        MessageDigest digest = Digests.sha256();
        byte[] chunk = new byte[CHUNK_BYTES];
        try (InputStream in = Files.newInputStream(file)) {
            in.skipNBytes(offset);
            for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
                digest.update(chunk, 0, read);
            }
        }
        return Digests.hex(digest);
    }
}

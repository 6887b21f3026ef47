package org.symbolon.deidentification.internal;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.ZipException;
import org.symbolon.deidentification.splice.Splice;
import org.symbolon.dicom.DicomFile;
import org.symbolon.dicom.DicomFormatException;
import org.symbolon.dicom.DicomProblem;
import org.symbolon.model.ErrorCode;
import org.symbolon.model.SymbolonException;

/** Between a deflated data set (PS3.5 A.5) and temporary files of its plain form. */
public final class Deflation {
    private static final int CHUNK_BYTES = 128 << 10;

    private Deflation() {}

    /** Writes the data set of a file in its plain form. */
    public static void inflate(DicomFile file, Path plain, long maxBytes) throws IOException {
        try (InputStream inflated = file.dataSetStream();
                OutputStream out = Files.newOutputStream(plain)) {
            byte[] chunk = new byte[CHUNK_BYTES];
            long total = 0;
            for (int read = inflated.read(chunk); read >= 0; read = inflated.read(chunk)) {
                total += read;
                if (total > maxBytes) {
                    throw new SymbolonException(
                            ErrorCode.LIMIT_EXCEEDED, "The deflated data set has more than " + maxBytes + " bytes");
                }
                out.write(chunk, 0, read);
            }
        } catch (ZipException e) {
            throw new DicomFormatException(DicomProblem.CORRUPT, "the data set is not deflated", -1, -1, e);
        } catch (EOFException e) {
            throw new DicomFormatException(DicomProblem.TRUNCATED, "the deflated data set has no end", -1, -1, e);
        }
    }

    /** Deflates the result of a splice, padded to even length. */
    public static void deflate(Splice plain, Path file) throws IOException {
        Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
        try (OutputStream out = Files.newOutputStream(file)) {
            DeflaterOutputStream deflating = new DeflaterOutputStream(out, deflater, CHUNK_BYTES);
            plain.writeTo(deflating);
            deflating.finish();
            if ((deflater.getBytesWritten() & 1) == 1) {
                out.write(0);
            }
        } finally {
            deflater.end();
        }
    }
}

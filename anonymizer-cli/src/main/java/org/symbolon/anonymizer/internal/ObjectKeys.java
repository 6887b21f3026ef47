package org.symbolon.anonymizer.internal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.List;
import org.symbolon.crosswalk.ObjectKey;
import org.symbolon.deidentification.digest.DigestKey;
import org.symbolon.deidentification.digest.KeyedDigest;
import org.symbolon.deidentification.splice.Digests;
import org.symbolon.dicom.DataSet;
import org.symbolon.dicom.DataSetReader;
import org.symbolon.dicom.DataSetReader.Token;
import org.symbolon.dicom.DicomFile;
import org.symbolon.dicom.DicomFormatException;
import org.symbolon.dicom.ReaderOptions;
import org.symbolon.dicom.Tags;
import org.symbolon.dicom.Vr;
import org.symbolon.model.ErrorCode;
import org.symbolon.model.SymbolonException;

/** The keys of anonymous files. */
public final class ObjectKeys {
    private static final int CHUNK_BYTES = 128 << 10;
    private static final int[] UIDS = {Tags.SOPInstanceUID, Tags.StudyInstanceUID, Tags.SeriesInstanceUID};

    private ObjectKeys() {}

    /**
     * The keys under which the other half of a file may be, the likeliest first: of objects with a keyed digest and with SHA-256,
     * and of a textual record. What is neither is {@code HALVES_DO_NOT_MATCH}, since no half can belong to it.
     */
    public static List<Supplier> of(Path file, DigestKey digestKey) throws IOException {
        try {
            DicomFile dicom = DicomFile.open(file);
            DataSet header = header(dicom);
            long offset = dicom.dataSetOffset();
            return List.of(
                    () -> key(header, dicom, digest(file, offset, digestKey.digest(Files.size(file) - offset))),
                    () -> key(header, dicom, digest(file, offset, Digests.sha256())));
        } catch (DicomFormatException e) {
            if (RecordFiles.looksLikeOne(file)) {
                String digest = digest(file, 0, Digests.sha256());
                return List.of(() -> ObjectKey.document(digest, digest));
            }
            throw new SymbolonException(
                    ErrorCode.HALVES_DO_NOT_MATCH, "This is no file that could have another half", e);
        }
    }

    /** The UIDs of the object; to the end of the data set if one is not where the order of elements has it. */
    private static DataSet header(DicomFile dicom) throws IOException {
        DataSet header;
        try (DataSetReader reader = dicom.reader(ReaderOptions.defaults().withStopBefore(Tags.SeriesInstanceUID + 1))) {
            header = DataSet.read(reader);
        }
        for (int tag : UIDS) {
            if (header.string(tag).isEmpty()) {
                return wherever(dicom);
            }
        }
        return header;
    }

    private static DataSet wherever(DicomFile dicom) throws IOException {
        DataSet found = new DataSet();
        try (DataSetReader reader = dicom.reader(ReaderOptions.defaults())) {
            while (reader.next() != null) {
                if (reader.token() == Token.ELEMENT && reader.depth() == 0 && isUid(reader.tag())) {
                    found.putBytes(reader.tag(), Vr.UI, reader.value());
                }
            }
        }
        return found;
    }

    private static boolean isUid(int tag) {
        for (int uid : UIDS) {
            if (uid == tag) {
                return true;
            }
        }
        return false;
    }

    /** A key that has to be computed. */
    @FunctionalInterface
    public interface Supplier {
        ObjectKey get() throws IOException;
    }

    /** A DICOMDIR belongs to no study, and is known by the identifier of the file. */
    private static ObjectKey key(DataSet header, DicomFile dicom, String digest) {
        String study = header.string(Tags.StudyInstanceUID);
        if (study.isEmpty()) {
            String file = dicom.fileMeta().string(Tags.MediaStorageSOPInstanceUID);
            return new ObjectKey(file, file, file, digest);
        }
        return new ObjectKey(study, header.string(Tags.SeriesInstanceUID), header.string(Tags.SOPInstanceUID), digest);
    }

    static String dataSetDigest(Path file, DigestKey digestKey) throws IOException {
        try {
            long offset = DicomFile.open(file).dataSetOffset();
            return digest(file, offset, digestKey.digest(Files.size(file) - offset));
        } catch (DicomFormatException notOurs) {
            return "";
        }
    }

    /** Of the whole file, of the kind that the other digest has. */
    static String likeOf(String other, Path file, DigestKey digestKey) throws IOException {
        boolean keyed = other.length() == 2 * KeyedDigest.DIGEST_BYTES;
        return digest(file, 0, keyed ? digestKey.digest(Files.size(file)) : Digests.sha256());
    }

    static String sha256(Path file) throws IOException {
        return digest(file, 0, Digests.sha256());
    }

    private static String digest(Path file, long offset, MessageDigest digest) throws IOException {
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

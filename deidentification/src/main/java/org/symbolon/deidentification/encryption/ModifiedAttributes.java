package org.symbolon.deidentification.encryption;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.symbolon.deidentification.AtomicFile;
import org.symbolon.deidentification.Durability;
import org.symbolon.deidentification.internal.Rejection;
import org.symbolon.dicom.DataSet;
import org.symbolon.dicom.DataSetReader;
import org.symbolon.dicom.DicomFile;
import org.symbolon.dicom.DicomFormatException;
import org.symbolon.dicom.Element;
import org.symbolon.dicom.FileEditor;
import org.symbolon.dicom.ReaderOptions;
import org.symbolon.dicom.TagPath;
import org.symbolon.dicom.Tags;
import org.symbolon.dicom.TransferSyntax;
import org.symbolon.dicom.Vr;
import org.symbolon.model.ErrorCode;
import org.symbolon.model.SymbolonException;

/**
 * An object whose originals travel in it, opened by their recipient: the re-identifier of PS3.15 E.1.2. The attributes of the
 * Modified Attributes Sequence take the place of those in the main data set; Encrypted Attributes Sequence and the marks of
 * de-identification go, unless the original had them. All else stays as it is, byte for byte; so what de-identification changed
 * and did not encrypt, such as pixels, stays changed.
 */
public final class ModifiedAttributes {
    private static final int[] MARKS = {
        Tags.EncryptedAttributesSequence,
        Tags.PatientIdentityRemoved,
        Tags.DeidentificationMethod,
        Tags.DeidentificationMethodCodeSequence,
        Tags.LongitudinalTemporalInformationModified
    };

    private final DicomFile file;
    private final DataSet originals;

    private ModifiedAttributes(DicomFile file, DataSet originals) {
        this.file = file;
        this.originals = originals;
    }

    /**
     * Decrypts the originals of a file.
     *
     * @throws SymbolonException {@code NOT_FOUND} where it has no encrypted attributes, {@code WRONG_KEY} where none of them are
     *     for this key, {@code DAMAGED} where they do not hold what PS3.15 E.1.1 says, or as the engine refuses files
     */
    public static ModifiedAttributes open(Path path, RecipientKey key) throws IOException {
        try {
            DicomFile file = DicomFile.open(path);
            ReaderOptions header = ReaderOptions.defaults()
                    .withMaxValueBytes(EncryptedAttributes.MAX_ENVELOPE_BYTES)
                    .withStopBefore(Tags.EncryptedAttributesSequence + 1);
            List<DataSet> sealed = file.dataSet(header).sequence(Tags.EncryptedAttributesSequence);
            if (sealed.isEmpty()) {
                throw new SymbolonException(ErrorCode.NOT_FOUND, "The object has no encrypted attributes (0400,0500)");
            }
            return new ModifiedAttributes(file, originals(sealed, key));
        } catch (DicomFormatException e) {
            throw Rejection.of(e);
        }
    }

    /** An item is for one recipient or several; an object may have an item for each. */
    private static DataSet originals(List<DataSet> sealed, RecipientKey key) throws IOException {
        SymbolonException last = null;
        for (DataSet item : sealed) {
            try {
                byte[] opened =
                        EncryptedAttributes.open(item.bytes(Tags.EncryptedContent), key.key(), key.certificate());
                return modified(opened, item.string(Tags.EncryptedContentTransferSyntaxUID));
            } catch (SymbolonException e) {
                last = e;
            }
        }
        throw last == null ? damaged(null) : last;
    }

    private static DataSet modified(byte[] opened, String syntax) throws IOException {
        TransferSyntax encoding = TransferSyntax.of(syntax);
        if (encoding == null || encoding.deflated()) {
            throw new SymbolonException(
                    ErrorCode.UNKNOWN_TRANSFER_SYNTAX,
                    "The encrypted attributes are in a transfer syntax we do not read");
        }
        ReaderOptions limits = ReaderOptions.defaults().withMaxValueBytes(EncryptedAttributes.MAX_DATA_SET_BYTES);
        try (DataSetReader reader = DataSetReader.of(opened, encoding, limits)) {
            List<DataSet> items = DataSet.read(reader).sequence(Tags.ModifiedAttributesSequence);
            if (items.size() != 1) {
                throw damaged(null);
            }
            return items.get(0);
        } catch (DicomFormatException e) { // a wrong RSA key may give bytes that mean nothing
            throw damaged(e);
        }
    }

    private static SymbolonException damaged(@Nullable Exception cause) {
        return new SymbolonException(
                ErrorCode.DAMAGED,
                "The encrypted attributes hold no single item of the Modified Attributes Sequence (0400,0550)",
                cause);
    }

    /** The value that the copy will have. */
    public String text(int tag) throws IOException {
        return originals.contains(tag) ? originals.string(tag) : main(tag);
    }

    private String main(int tag) throws IOException {
        return file.dataSet(ReaderOptions.defaults().withStopBefore(tag + 1)).string(tag);
    }

    /** Writes the copy, which gets its name when it is whole. */
    public void write(Path out, Durability durability) throws IOException {
        FileEditor editor = FileEditor.of(file);
        for (int mark : MARKS) {
            if (!originals.contains(mark)) {
                editor.remove(TagPath.of(mark));
            }
        }
        for (Element original : originals) {
            editor.put(TagPath.ROOT, original);
        }
        if (originals.contains(Tags.SOPInstanceUID) && !file.fileMeta().isEmpty()) {
            editor.put(TagPath.of(Tags.MediaStorageSOPInstanceUID), Vr.UI, originals.string(Tags.SOPInstanceUID));
        }
        try {
            AtomicFile.write(out, durability, editor::write);
        } catch (DicomFormatException e) {
            throw Rejection.of(e);
        }
    }
}

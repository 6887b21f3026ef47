package org.symbolon.anonymizer.internal;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.symbolon.crosswalk.Crosswalk;
import org.symbolon.crosswalk.IdentityHalf;
import org.symbolon.crosswalk.ObjectKey;
import org.symbolon.deidentification.Deidentifier;
import org.symbolon.deidentification.Preview;
import org.symbolon.deidentification.digest.DigestKey;
import org.symbolon.deidentification.text.RecordDeidentifier;
import org.symbolon.deidentification.text.RecordPreview;
import org.symbolon.model.ErrorCode;
import org.symbolon.model.SymbolonException;

/** Finds out what a file is and parts it: DICOM first, since most files are, then textual records. Thread-safe. */
public final class Parting {
    private final Deidentifier objects;
    private final RecordDeidentifier records;
    private final Crosswalk crosswalk;
    private final DigestKey digestKey;

    public Parting(Deidentifier objects, RecordDeidentifier records, Crosswalk crosswalk, DigestKey digestKey) {
        this.crosswalk = crosswalk;
        this.objects = objects;
        this.records = records;
        this.digestKey = digestKey;
    }

    /**
     * The caller closes the result. Refused as the engines refuse.
     *
     * @param staging where objects are written at once, without a name; null if they are not
     */
    PartedFile part(Path file, @Nullable Path staging) throws IOException {
        try {
            return new PartedObject(objects.deidentify(file, staging), digestKey);
        } catch (SymbolonException e) {
            if (isRecord(e, file)) {
                refuseOwnResult(file);
                return new PartedRecord(records.deidentify(file));
            }
            throw e;
        }
    }

    /** What {@link #part} would do. */
    PreviewedFile preview(Path file) throws IOException {
        try {
            Preview preview = objects.preview(file);
            return new PreviewedFile(
                    "DICOM",
                    preview.pixelRule(),
                    RunTally.linesOf(preview.summary()),
                    tally -> tally.add(preview.summary()));
        } catch (SymbolonException e) {
            if (isRecord(e, file)) {
                refuseOwnResult(file);
                RecordPreview preview = records.preview(file);
                return new PreviewedFile(
                        preview.format().name(),
                        "",
                        RunTally.linesOf(preview.summary()),
                        tally -> tally.add(preview.summary()));
            }
            throw e;
        }
    }

    /** A record that this crosswalk has the other half of; one that was clean, so that nothing became of it but itself, is an original too. */
    private void refuseOwnResult(Path file) throws IOException {
        String digest = ObjectKeys.sha256(file);
        for (IdentityHalf half : crosswalk.halves(ObjectKey.document(digest, digest))) {
            if (!half.originalDigest().equals(digest)) {
                throw new SymbolonException(
                        ErrorCode.ALREADY_DEIDENTIFIED,
                        "This is what the crosswalk made of an original: it is de-identified already, and nothing is to be done");
            }
        }
    }

    private static boolean isRecord(SymbolonException refusal, Path file) throws IOException {
        return refusal.code().kind() == ErrorCode.Kind.MALFORMED_INPUT
                && refusal.code() != ErrorCode.IDENTITY_AT_RISK
                && RecordFiles.looksLikeOne(file);
    }
}

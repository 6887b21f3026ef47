package org.symbolon.deidentification;

import java.nio.file.Path;
import java.security.cert.X509Certificate;
import org.jspecify.annotations.Nullable;
import org.symbolon.deidentification.cleaning.CleaningOptions;
import org.symbolon.deidentification.pixels.PixelReviews;
import org.symbolon.deidentification.pixels.PixelRules;
import org.symbolon.deidentification.splice.ObjectDigests;

/**
 * What a {@link Deidentifier} needs to know beside profile and keys. Immutable; each {@code with} method gives a changed copy.
 *
 * @param source the clinic or sender whose numbers the objects carry: one patient ID of two sources may mean two people
 * @param project UIDs are keyed by it, so that one study may live in two projects
 * @param temporaryFolder for the inflated form of deflated objects and for blanked pixels, which hold identity: not shared
 *     with others
 * @param maxIdentityHalfBytes most that may be removed from one object; more is {@code LIMIT_EXCEEDED}
 * @param maxInflatedBytes most that a deflated data set may inflate to; more is {@code LIMIT_EXCEEDED}
 * @param siteValues for the templates of the profile
 * @param cleaning what the text cleaner looks for beside the object's own values; null for what the profile says
 * @param pixelRules for profiles that clean pixels; null for the built-in ones
 * @param pixelReviews what people decided about objects that pixel rules doubt
 * @param encryptionRecipient who may read the originals that are added in encrypted form (PS3.15 E.1.1), null for none
 * @param directories whether a DICOMDIR is taken
 * @param digests of original and result
 */
public record DeidentifierOptions(
        String source,
        String project,
        Path temporaryFolder,
        int maxIdentityHalfBytes,
        long maxInflatedBytes,
        SiteValues siteValues,
        @Nullable CleaningOptions cleaning,
        @Nullable PixelRules pixelRules,
        PixelReviews pixelReviews,
        @Nullable X509Certificate encryptionRecipient,
        boolean directories,
        ObjectDigests digests) {
    private static final int DEFAULT_MAX_IDENTITY_HALF_BYTES = 64 << 20;
    private static final long DEFAULT_MAX_INFLATED_BYTES = 8L << 30;

    /** One project (the empty name), the temporary folder of the JVM, 64 MiB and 8 GiB, SHA-256; no DICOMDIR, nothing encrypted. */
    public static DeidentifierOptions of(String source) {
        return new DeidentifierOptions(
                source,
                "",
                Path.of(System.getProperty("java.io.tmpdir")),
                DEFAULT_MAX_IDENTITY_HALF_BYTES,
                DEFAULT_MAX_INFLATED_BYTES,
                SiteValues.NONE,
                null,
                null,
                PixelReviews.NONE,
                null,
                false,
                ObjectDigests.SHA_256);
    }

    public DeidentifierOptions withProject(String name) {
        return new DeidentifierOptions(
                source,
                name,
                temporaryFolder,
                maxIdentityHalfBytes,
                maxInflatedBytes,
                siteValues,
                cleaning,
                pixelRules,
                pixelReviews,
                encryptionRecipient,
                directories,
                digests);
    }

    public DeidentifierOptions withTemporaryFolder(Path folder) {
        return new DeidentifierOptions(
                source,
                project,
                folder,
                maxIdentityHalfBytes,
                maxInflatedBytes,
                siteValues,
                cleaning,
                pixelRules,
                pixelReviews,
                encryptionRecipient,
                directories,
                digests);
    }

    public DeidentifierOptions withMaxIdentityHalfBytes(int bytes) {
        return new DeidentifierOptions(
                source,
                project,
                temporaryFolder,
                bytes,
                maxInflatedBytes,
                siteValues,
                cleaning,
                pixelRules,
                pixelReviews,
                encryptionRecipient,
                directories,
                digests);
    }

    public DeidentifierOptions withSiteValues(SiteValues values) {
        return new DeidentifierOptions(
                source,
                project,
                temporaryFolder,
                maxIdentityHalfBytes,
                maxInflatedBytes,
                values,
                cleaning,
                pixelRules,
                pixelReviews,
                encryptionRecipient,
                directories,
                digests);
    }

    public DeidentifierOptions withCleaning(CleaningOptions options) {
        return new DeidentifierOptions(
                source,
                project,
                temporaryFolder,
                maxIdentityHalfBytes,
                maxInflatedBytes,
                siteValues,
                options,
                pixelRules,
                pixelReviews,
                encryptionRecipient,
                directories,
                digests);
    }

    public DeidentifierOptions withPixelRules(PixelRules rules) {
        return new DeidentifierOptions(
                source,
                project,
                temporaryFolder,
                maxIdentityHalfBytes,
                maxInflatedBytes,
                siteValues,
                cleaning,
                rules,
                pixelReviews,
                encryptionRecipient,
                directories,
                digests);
    }

    public DeidentifierOptions withPixelReviews(PixelReviews reviews) {
        return new DeidentifierOptions(
                source,
                project,
                temporaryFolder,
                maxIdentityHalfBytes,
                maxInflatedBytes,
                siteValues,
                cleaning,
                pixelRules,
                reviews,
                encryptionRecipient,
                directories,
                digests);
    }

    public DeidentifierOptions withEncryptionRecipient(X509Certificate recipient) {
        return new DeidentifierOptions(
                source,
                project,
                temporaryFolder,
                maxIdentityHalfBytes,
                maxInflatedBytes,
                siteValues,
                cleaning,
                pixelRules,
                pixelReviews,
                recipient,
                directories,
                digests);
    }

    public DeidentifierOptions withDigests(ObjectDigests kind) {
        return new DeidentifierOptions(
                source,
                project,
                temporaryFolder,
                maxIdentityHalfBytes,
                maxInflatedBytes,
                siteValues,
                cleaning,
                pixelRules,
                pixelReviews,
                encryptionRecipient,
                directories,
                kind);
    }

    /** Takes the DICOMDIR of one patient too; its links hold in the file that {@link DeidentifiedObject#writeFile} writes. */
    public DeidentifierOptions withDirectories() {
        return new DeidentifierOptions(
                source,
                project,
                temporaryFolder,
                maxIdentityHalfBytes,
                maxInflatedBytes,
                siteValues,
                cleaning,
                pixelRules,
                pixelReviews,
                encryptionRecipient,
                true,
                digests);
    }
}

package org.symbolon.anonymizer.internal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;
import org.symbolon.crosswalk.Crosswalk;
import org.symbolon.deidentification.Deidentifier;
import org.symbolon.deidentification.DeidentifierOptions;
import org.symbolon.deidentification.SiteValues;
import org.symbolon.deidentification.digest.DigestKey;
import org.symbolon.deidentification.digest.KeyedDigests;
import org.symbolon.deidentification.encryption.RecipientKey;
import org.symbolon.deidentification.pixels.PixelRules;
import org.symbolon.deidentification.pixels.ReviewedList;
import org.symbolon.deidentification.profile.Profile;
import org.symbolon.deidentification.profile.Profiles;
import org.symbolon.deidentification.splice.Digests;
import org.symbolon.deidentification.text.RecordDeidentifier;
import org.symbolon.deidentification.text.RecordDeidentifierOptions;
import picocli.CommandLine.Option;

/** Options that decide what is removed, and what takes its place. */
public final class PartingOptions {
    @Option(
            names = "--profile",
            paramLabel = "P",
            defaultValue = "archive",
            description = "A name (symbolon profiles lists them) or a file; default: ${DEFAULT-VALUE}.")
    @SuppressWarnings("NullAway.Init")
    private String profile;

    @Option(
            names = "--source",
            paramLabel = "NAME",
            defaultValue = "local",
            description = "The clinic whose numbers the files carry: two clinics may use one patient ID for two"
                    + " people; default: ${DEFAULT-VALUE}.")
    @SuppressWarnings("NullAway.Init")
    private String source;

    @Option(
            names = "--project",
            paramLabel = "NAME",
            defaultValue = "",
            description = "UIDs are keyed by it; default: none.")
    @SuppressWarnings("NullAway.Init")
    private String project;

    @Option(names = "--site-id", paramLabel = "ID", defaultValue = "", description = "For profiles that set it.")
    @SuppressWarnings("NullAway.Init")
    private String siteId;

    @Option(names = "--site-name", paramLabel = "NAME", defaultValue = "", description = "For profiles that set it.")
    @SuppressWarnings("NullAway.Init")
    private String siteName;

    @Option(
            names = "--body-part",
            paramLabel = "NAME",
            defaultValue = "",
            description = "For profiles that set it; default: what the object says.")
    @SuppressWarnings("NullAway.Init")
    private String bodyPart;

    @Option(
            names = "--pixel-rules",
            paramLabel = "FILE",
            description =
                    "Which pixels are blanked or doubtful, where the profile cleans pixels; default: those that come"
                            + " with Symbolon.")
    private @Nullable Path pixelRules;

    @Option(
            names = "--reviewed",
            paramLabel = "FILE",
            description = "What a person decided about doubtful images: lines of the digest in quarantine.tsv, then"
                    + " 'nothing' or rectangles left,top,width,height to blank.")
    private @Nullable Path reviewed;

    @Option(
            names = "--encrypt-to",
            paramLabel = "CERT.pem",
            description =
                    "Adds the originals, encrypted for the holder of this certificate (PS3.15 E.1.1); default: no.")
    private @Nullable Path recipient;

    public String project() {
        return project;
    }

    /** {@code CONFIGURATION} with everything that is wrong with the file. */
    public Profile profile() {
        return Profiles.of(profile);
    }

    /** What de-identifies under these options; the temporary folder holds identity. */
    public Parting parting(Profile rules, Crosswalk crosswalk, DigestKey digestKey, Path temporaryFolder)
            throws IOException {
        DeidentifierOptions options = DeidentifierOptions.of(source)
                .withProject(project)
                .withTemporaryFolder(temporaryFolder)
                .withSiteValues(new SiteValues(siteId, siteName, bodyPart))
                .withDigests(new KeyedDigests(digestKey))
                .withDirectories();
        if (pixelRules != null) {
            options = options.withPixelRules(PixelRules.load(pixelRules));
        }
        if (reviewed != null) {
            options = options.withPixelReviews(ReviewedList.load(reviewed));
        }
        if (recipient != null) {
            options = options.withEncryptionRecipient(RecipientKey.certificate(recipient));
        }
        RecordDeidentifierOptions records =
                RecordDeidentifierOptions.of(source).withProject(project).withPolicy(rules.records());
        return new Parting(
                new Deidentifier(rules, crosswalk, options),
                new RecordDeidentifier(crosswalk, records),
                crosswalk,
                digestKey);
    }

    /** Of everything that decides what the result is; reviews only let more files through. */
    public String fingerprint(Profile rules) throws IOException {
        MessageDigest digest = Digests.sha256();
        for (String text : new String[] {rules.name(), profile, source, project, siteId, siteName, bodyPart}) {
            digest.update(text.getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
        }
        for (@Nullable Path file : new Path[] {Path.of(profile), pixelRules, recipient}) {
            digest.update((byte) 1);
            if (file != null && Files.isRegularFile(file)) {
                digest.update(Files.readAllBytes(file));
            }
        }
        return Digests.hex(digest);
    }
}

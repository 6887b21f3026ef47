package org.symbolon.agent.internal.parting;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.symbolon.agent.QuarantineEntry;
import org.symbolon.agent.internal.folder.AgentFolder;
import org.symbolon.agent.internal.folder.FileDigest;
import org.symbolon.agent.internal.journal.Journal;
import org.symbolon.agent.internal.journal.KeptAside;
import org.symbolon.agent.internal.journal.NewReview;
import org.symbolon.agent.internal.journal.OutboxObject;
import org.symbolon.agent.internal.journal.QuarantinedFile;
import org.symbolon.model.ErrorCode;
import org.symbolon.model.SymbolonException;

/**
 * Files kept aside, with the reason. A file is copied first, then journalled, and only then may the caller delete its own: a
 * kill in between leaves a copy that the next start removes. Thread-safe.
 */
public final class Quarantine {
    private final AgentFolder folder;
    private final Journal journal;

    public Quarantine(AgentFolder folder, Journal journal) {
        this.folder = folder;
        this.journal = journal;
    }

    /**
     * Keeps a copy of an original; durable when it returns. The same content from the same origin is kept once.
     *
     * @param receivedId row of the spool that goes in the same transaction; null: none
     */
    public void keepOriginal(Path file, String origin, Rejection rejection, @Nullable Long receivedId)
            throws IOException {
        String name = newName();
        Path kept = folder.quarantine().resolve(name);
        String digest = copy(file, kept);
        KeptAside row = new KeptAside(
                QuarantineEntry.Kind.ORIGINAL,
                name,
                digest,
                origin,
                rejection.code(),
                rejection.rule(),
                rejection.tag(),
                rejection.offset(),
                Instant.now());
        if (!journal.keepAside(row, receivedId)) {
            Files.delete(kept);
        }
    }

    /** Keeps an object aside that the data centre refuses; durable when it returns, its staged file is then gone. */
    public void keepRefused(OutboxObject object, ErrorCode code, String rule) throws IOException {
        String name = newName();
        Path staged = folder.staged(object.key());
        if (Files.exists(staged)) {
            Files.createLink(folder.quarantine().resolve(name), staged);
        }
        journal.refused(
                object.id(),
                new KeptAside(
                        QuarantineEntry.Kind.ANONYMOUS,
                        name,
                        object.key().dataSetSha256(),
                        "",
                        code,
                        rule,
                        "",
                        -1,
                        Instant.now()));
        Files.deleteIfExists(staged);
    }

    public List<QuarantineEntry> entries() {
        return journal.quarantine();
    }

    public void remove(long id) throws IOException {
        QuarantinedFile kept = find(id);
        journal.removeQuarantined(id);
        Files.deleteIfExists(folder.quarantine().resolve(kept.fileName()));
        removePictures(id);
    }

    /** Where what is kept aside lies. */
    public Path file(long id) {
        return folder.quarantine().resolve(find(id).fileName());
    }

    /** Takes an original in again, with what a person decided about it, in one transaction. */
    void takeInAgain(long id, NewReview review) throws IOException {
        Path file = file(id);
        String name = UUID.randomUUID() + ".dcm";
        Files.createLink(folder.spool().resolve(name), file);
        journal.reviewed(review, name);
        Files.delete(file);
        removePictures(id);
    }

    private void removePictures(long id) throws IOException {
        try (DirectoryStream<Path> pictures = Files.newDirectoryStream(folder.pictures(), id + "-*")) {
            for (Path picture : pictures) {
                Files.deleteIfExists(picture);
            }
        }
    }

    /** Takes an original in again as if it had been received, or queues a refused object again. */
    public void retry(long id) throws IOException {
        QuarantinedFile kept = find(id);
        Path file = folder.quarantine().resolve(kept.fileName());
        if (kept.kind() == QuarantineEntry.Kind.ORIGINAL) {
            String name = UUID.randomUUID() + ".dcm";
            Files.createLink(folder.spool().resolve(name), file);
            journal.receivedAgain(id, name);
        } else if (kept.key() != null) {
            Path staged = folder.staged(kept.key());
            Files.deleteIfExists(staged);
            Files.createLink(staged, file);
            journal.queuedAgain(id);
        }
        Files.delete(file);
        removePictures(id);
    }

    private QuarantinedFile find(long id) {
        Optional<QuarantinedFile> kept = journal.quarantined(id);
        return kept.orElseThrow(() -> new SymbolonException(ErrorCode.NOT_FOUND, "The quarantine has no entry " + id));
    }

    private static String newName() {
        return UUID.randomUUID() + ".kept";
    }

    private static String copy(Path from, Path to) throws IOException {
        MessageDigest digest = FileDigest.newSha256();
        try (InputStream in = Files.newInputStream(from);
                FileChannel channel = FileChannel.open(to, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            OutputStream out = new DigestOutputStream(Channels.newOutputStream(channel), digest);
            in.transferTo(out);
            channel.force(true);
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}

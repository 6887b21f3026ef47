package org.symbolon.anonymizer.internal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.symbolon.crosswalk.KeystoreShare;
import org.symbolon.model.ErrorCode;
import org.symbolon.model.OrganisationId;
import org.symbolon.model.SymbolonException;

/** Files with a share of a keystore each, for their owner only. */
public final class ShareFiles {
    private static final long MAX_BYTES = 64 << 10;
    private static final boolean POSIX =
            FileSystems.getDefault().supportedFileAttributeViews().contains("posix");

    private ShareFiles() {}

    /** {@code share-1.txt} and so on; all of them or none, and none in the place of another file ({@code USAGE}). */
    public static void write(Path folder, List<KeystoreShare> shares, OrganisationId organisation) throws IOException {
        List<Path> written = new ArrayList<>();
        try {
            for (KeystoreShare share : shares) {
                Path file = folder.resolve("share-" + share.number() + ".txt");
                Files.createFile(file, ownerOnly());
                written.add(file);
                Files.writeString(file, share.text(organisation), StandardCharsets.US_ASCII);
            }
        } catch (FileAlreadyExistsException e) {
            delete(written, e);
            throw new SymbolonException(
                    ErrorCode.USAGE, "There are shares in the folder already; they were left as they are", e);
        } catch (IOException e) {
            delete(written, e);
            throw e;
        }
    }

    private static void delete(List<Path> files, IOException cause) {
        for (Path file : files) {
            try {
                Files.deleteIfExists(file);
            } catch (IOException e) {
                cause.addSuppressed(e);
            }
        }
    }

    private static FileAttribute<?>[] ownerOnly() {
        return POSIX
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }

    /** {@code DAMAGED} names the line that was misread. */
    public static KeystoreShare read(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new SymbolonException(ErrorCode.NOT_FOUND, "There is no share at " + file);
        }
        if (Files.size(file) > MAX_BYTES) {
            throw new SymbolonException(ErrorCode.DAMAGED, "A share has at most " + MAX_BYTES + " bytes: " + file);
        }
        return KeystoreShare.parse(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
    }
}

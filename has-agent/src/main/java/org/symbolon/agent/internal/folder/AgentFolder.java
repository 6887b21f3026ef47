package org.symbolon.agent.internal.folder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import org.symbolon.crosswalk.ObjectKey;

/** Where things stand in an agent's data folder. Every part is readable by its owner only. */
public record AgentFolder(Path root) {
    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rwx------");

    /** Makes what is missing. */
    public static AgentFolder create(Path root) throws IOException {
        AgentFolder folder = new AgentFolder(root.toAbsolutePath().normalize());
        for (Path part : List.of(
                folder.root,
                folder.crosswalk(),
                folder.outbox(),
                folder.staged(),
                folder.spool(),
                folder.temporary(),
                folder.quarantine(),
                folder.pictures(),
                folder.logs())) {
            makePrivate(part);
        }
        return folder;
    }

    /** The folder with mode 0700, made if it is missing. */
    public static void makePrivate(Path folder) throws IOException {
        Files.createDirectories(folder);
        Files.setPosixFilePermissions(folder, OWNER_ONLY);
    }

    public Path crosswalk() {
        return root.resolve("crosswalk");
    }

    public Path outbox() {
        return root.resolve("outbox");
    }

    public Path journal() {
        return outbox().resolve("outbox.db");
    }

    /** De-identified objects on their way to the data centre. */
    public Path staged() {
        return outbox().resolve("staged");
    }

    public Path staged(ObjectKey key) {
        return staged().resolve(key.dataSetSha256() + (key.isDocument() ? ".record" : ".dcm"));
    }

    /** What was received by C-STORE and MLLP, with identity. */
    public Path spool() {
        return root.resolve("spool");
    }

    /** Short-lived files with identity; emptied at every start. */
    public Path temporary() {
        return root.resolve("spool").resolve("temporary");
    }

    public Path quarantine() {
        return root.resolve("quarantine");
    }

    /** Pictures of doubtful images, drawn for a person to look at; emptied at every start. */
    public Path pictures() {
        return quarantine().resolve("pictures");
    }

    public Path logs() {
        return root.resolve("logs");
    }

    public Path lock() {
        return root.resolve("agent.lock");
    }

    public Path defaultKeystore() {
        return root.resolve("keystore.p12");
    }
}

package org.symbolon.agent.internal.control;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.symbolon.agent.internal.folder.AgentFolder;
import org.symbolon.agent.internal.folder.FileDigest;
import org.symbolon.model.ErrorCode;
import org.symbolon.model.SymbolonException;

/**
 * Where the control socket is: in the data folder, or, where that path is too long for a socket, in a private folder below the
 * system's temporary one. The file {@code agent.control} in the data folder says which.
 */
final class SocketLocation {
    /** The shortest limit of the systems we run on is 104 bytes with the final zero; Linux has 108. */
    private static final int MAX_PATH_BYTES = 100;

    private static final int NAME_BYTES = 8;

    private SocketLocation() {}

    static Path choose(AgentFolder folder) throws IOException {
        Path inFolder = folder.root().resolve("agent.sock");
        if (bytes(inFolder).length <= MAX_PATH_BYTES) {
            return inFolder;
        }
        MessageDigest digest = FileDigest.newSha256();
        String name = HexFormat.of().formatHex(digest.digest(bytes(folder.root())), 0, NAME_BYTES);
        Path shortFolder = Path.of(System.getProperty("java.io.tmpdir"), "symbolon-" + name);
        if (Files.isSymbolicLink(shortFolder)) {
            throw notOurs();
        }
        if (Files.exists(shortFolder) && !Files.getOwner(shortFolder).equals(Files.getOwner(folder.root()))) {
            throw notOurs();
        }
        AgentFolder.makePrivate(shortFolder);
        return shortFolder.resolve("agent.sock");
    }

    private static SymbolonException notOurs() {
        return new SymbolonException(
                ErrorCode.CONFIGURATION, "The temporary folder for the control socket belongs to somebody else");
    }

    static void publish(AgentFolder folder, Path socket) throws IOException {
        Path temporary = folder.root().resolve("agent.control.new");
        Files.writeString(temporary, socket.toString());
        Files.move(temporary, file(folder.root()), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    static void withdraw(AgentFolder folder) throws IOException {
        Files.deleteIfExists(file(folder.root()));
    }

    /** @throws NoSuchFileException if no agent has published one */
    static Path published(Path dataFolder) throws IOException {
        return Path.of(Files.readString(file(dataFolder)).strip());
    }

    private static Path file(Path dataFolder) {
        return dataFolder.resolve("agent.control");
    }

    private static byte[] bytes(Path path) {
        return path.toString().getBytes(StandardCharsets.UTF_8);
    }
}

package org.symbolon.dicomtools.network;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options of a command that writes what it receives. */
final class FolderOptions {
    @Option(names = "--out", paramLabel = "DIR", description = "Folder for the objects; it is made if need be.")
    private @Nullable Path out;

    @Option(
            names = "--layout",
            paramLabel = "flat|study",
            defaultValue = "flat",
            description = "flat: SOP.dcm; study: STUDY/SERIES/SOP.dcm, all by UID (default: ${DEFAULT-VALUE}).")
    private ObjectFolder.Layout layout = ObjectFolder.Layout.FLAT;

    @Option(
            names = "--no-fsync",
            description = "Acknowledge objects before they are surely on disk: faster, and lost with the power.")
    private boolean noFsync;

    @Nullable
    Path out() {
        return out;
    }

    ObjectFolder open() throws IOException {
        if (out == null) {
            throw PeerAddress.usage("--out DIR is needed");
        }
        return new ObjectFolder(out, layout, noFsync ? ObjectFolder.Durability.NONE : ObjectFolder.Durability.FSYNC);
    }
}

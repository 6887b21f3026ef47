package org.symbolon.crosswalk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A process to be killed: rotates for ever. Arguments: keystore, crosswalk folder, file to make when it begins. */
public final class RotatingProcess {
    private RotatingProcess() {}

    /** Ends only with the process. */
    public static void main(String[] arguments) throws IOException {
        Files.createFile(Path.of(arguments[2]));
        while (true) {
            Keystore.rotate(Path.of(arguments[0]), Samples.password(), List.of(Path.of(arguments[1])));
        }
    }
}

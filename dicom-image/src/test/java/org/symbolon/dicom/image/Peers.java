package org.symbolon.dicom.image;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.util.concurrent.TimeUnit;

/** Other people's programs that we are compared with. */
final class Peers {
    private static final int PATIENCE_SECONDS = 60;

    private Peers() {}

    /** Skips the test where a program is missing; in continuous integration that is a failure. */
    static void require(String... probe) throws Exception {
        boolean installed;
        try {
            installed = run(probe);
        } catch (IOException e) {
            installed = false;
        }
        if (!installed && "true".equals(System.getenv("CI"))) {
            throw new AssertionError(probe[0] + " is not installed");
        }
        assumeTrue(installed, probe[0] + " is not installed");
    }

    /** Whether the program ends well. */
    static boolean run(String... command) throws Exception {
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            return false;
        }
        return process.exitValue() == 0;
    }
}

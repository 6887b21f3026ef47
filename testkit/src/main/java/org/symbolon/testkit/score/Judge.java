package org.symbolon.testkit.score;

import java.io.IOException;

/** Decides checks on one object. */
@FunctionalInterface
interface Judge {
    String PASSED = "";

    /** {@link #PASSED}, or why the check failed. */
    String found(Check check) throws IOException;
}

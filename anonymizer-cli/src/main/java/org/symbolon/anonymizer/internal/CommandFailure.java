package org.symbolon.anonymizer.internal;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.symbolon.model.SymbolonException;

/** Turns what ends a command into one line for the user and an exit code. */
public final class CommandFailure {
    private static final int EXIT_IO_ERROR = 74;

    private CommandFailure() {}

    /** The result of the command, or the exit code of its error. */
    public static int guard(PrintWriter err, Callable<Integer> command) throws Exception {
        try {
            return command.call();
        } catch (SymbolonException e) {
            err.println("error: " + e.code() + ": " + e.getMessage());
            return e.code().exitCode();
        } catch (IOException e) {
            err.println("error: " + e);
            return EXIT_IO_ERROR;
        }
    }
}

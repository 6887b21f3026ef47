package org.symbolon.model;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.concurrent.Callable;

/** How every command says what ended it: one line for the user, and an exit code. Anything unknown is a defect and shows its stack. */
public final class CommandFailure {
    /** Of an I/O error; {@code EX_IOERR} of sysexits. */
    private static final int EXIT_IO_ERROR = 74;

    private CommandFailure() {}

    /** The result of the command, or the exit code of its error. */
    public static int guard(PrintWriter err, Callable<Integer> command) throws Exception {
        try {
            return command.call();
        } catch (SymbolonException | IOException e) {
            return explain(err, e);
        }
    }

    /**
     * Explains a failure.
     *
     * @return the exit code
     * @throws Exception the given one, where it is neither a {@link SymbolonException} nor an {@link IOException}
     */
    public static int explain(PrintWriter err, Exception failure) throws Exception {
        if (failure instanceof SymbolonException known) {
            line(err, known.code() + ": " + known.getMessage());
            return known.code().exitCode();
        }
        if (failure instanceof FileSystemException file) {
            line(err, file.getFile() + ": " + reason(file));
            return EXIT_IO_ERROR;
        }
        if (failure instanceof IOException) {
            String message = failure.getMessage();
            line(err, message == null ? failure.getClass().getSimpleName() : message);
            return EXIT_IO_ERROR;
        }
        throw failure;
    }

    private static void line(PrintWriter err, String text) {
        err.println("symbolon: " + text);
        err.flush();
    }

    private static String reason(FileSystemException failure) {
        if (failure.getReason() != null) {
            return failure.getReason();
        }
        if (failure instanceof NoSuchFileException) {
            return "there is no such file";
        }
        if (failure instanceof FileAlreadyExistsException) {
            return "is there already";
        }
        if (failure instanceof AccessDeniedException) {
            return "permission denied";
        }
        if (failure instanceof NotDirectoryException) {
            return "is no folder";
        }
        return failure instanceof DirectoryNotEmptyException
                ? "the folder is not empty"
                : failure.getClass().getSimpleName();
    }
}

package org.symbolon.dicomtools.file.internal;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.symbolon.dicom.DicomFormatException;
import org.symbolon.dicom.DicomProblem;
import org.symbolon.dicom.Tag;
import org.symbolon.dicom.image.ImageException;

/**
 * Why a file was not done. Never holds a value of it.
 *
 * @param code a {@link DicomProblem}, an {@link ImageException.Problem}, NOT_FOUND, ACCESS_DENIED, IO_ERROR or INTERNAL
 * @param message says the rule; for a data set with the element and the offset in the data set
 * @param tag of the element concerned, -1 if none
 * @param offset in the data set, -1 if unknown
 */
public record Failure(Path file, String code, String message, int tag, long offset) {
    static Failure notFound(Path file) {
        return new Failure(file, "NOT_FOUND", "there is no such file or folder", -1, -1);
    }

    /** For what stands in the way of a file without being said by an exception. */
    public static Failure of(Path file, String code, String message) {
        return new Failure(file, code, message, -1, -1);
    }

    static Failure of(Path file, DicomFormatException e) {
        String message = String.valueOf(e.getMessage());
        String code = e.problem().name();
        return new Failure(
                file,
                code,
                message.startsWith(code + ": ") ? message.substring(code.length() + 2) : message,
                e.tag(),
                e.offset());
    }

    static Failure of(Path file, ImageException e) {
        return of(file, e.problem().name(), String.valueOf(e.getMessage()));
    }

    static Failure of(Path file, IOException e) {
        if (e instanceof NoSuchFileException) {
            return notFound(file);
        }
        if (e instanceof AccessDeniedException) {
            return of(file, "ACCESS_DENIED", "the file or a folder above it may not be opened");
        }
        if (e instanceof FileAlreadyExistsException) {
            return of(file, "IO_ERROR", "a file stands where a folder is to be made");
        }
        return of(file, "IO_ERROR", String.valueOf(e.getMessage()));
    }

    /** A defect of ours: the kind of exception alone, since its message might hold a value. */
    static Failure of(Path file, RuntimeException e) {
        return of(file, "INTERNAL", "a defect of this program: " + e.getClass().getSimpleName());
    }

    /** {@code (gggg,eeee)}, empty if no element is concerned. */
    public String tagText() {
        return tag == -1 ? "" : Tag.format(tag);
    }

    /** One line for a person. */
    public String line() {
        return file + ": " + code + ": " + message;
    }
}

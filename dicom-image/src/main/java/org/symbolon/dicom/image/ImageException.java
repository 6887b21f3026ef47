package org.symbolon.dicom.image;

import org.jspecify.annotations.Nullable;

/** An image that cannot be read, decoded or rendered. The message names the rule or the transfer syntax, never a value. */
public final class ImageException extends RuntimeException {
    /** Why. */
    public enum Problem {
        /** The data set has no pixel data. */
        NO_PIXELS,
        /** The image has no frame of that number. */
        NO_SUCH_FRAME,
        /** A transfer syntax, or a kind of pixel, that this version does not decode. */
        UNSUPPORTED,
        /** The pixel data or its description contradicts the standard. */
        CORRUPT,
        /** The pixel data ends inside the frame. */
        TRUNCATED,
        /** A limit of {@link ImageLimits} was passed. */
        LIMIT_EXCEEDED
    }

    private final Problem problem;

    public ImageException(Problem problem, String message) {
        this(problem, message, null);
    }

    public ImageException(Problem problem, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.problem = problem;
    }

    public Problem problem() {
        return problem;
    }
}

package org.symbolon.deidentification.pixels;

import java.util.Optional;

/** What people decided about objects that pixel rules doubt. Thread-safe; asked only for such objects. */
@FunctionalInterface
public interface PixelReviews {
    /** Nobody looked at anything. */
    PixelReviews NONE = digest -> Optional.empty();

    /** @param digest as {@link PixelReview#digest} */
    Optional<PixelReview> of(String digest);
}

package org.symbolon.dicom.net;

import org.jspecify.annotations.Nullable;

/** Knows where application entities are, by their titles. Called on association threads, several at a time. */
@FunctionalInterface
public interface DestinationResolver {
    /** Knows nobody. */
    DestinationResolver NONE = aeTitle -> null;

    /** Where the title is to be reached; null: unknown. */
    @Nullable
    ApplicationEntity resolve(String aeTitle);
}

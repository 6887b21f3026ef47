package org.symbolon.deidentification.internal;

import org.jspecify.annotations.Nullable;

/** The bytes that come in an element's place, known once the patient is known. */
@FunctionalInterface
interface Replacement {
    Replacement NOTHING = substitutes -> new byte[0];

    /** Null if the element stays as it is after all. */
    byte @Nullable [] bytes(Substitutes substitutes);
}

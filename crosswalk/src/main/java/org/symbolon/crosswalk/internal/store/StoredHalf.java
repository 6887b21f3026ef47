package org.symbolon.crosswalk.internal.store;

import java.util.Comparator;
import org.symbolon.crosswalk.IdentityHalf;

/** A half with its number in the order of commit. */
record StoredHalf(long number, IdentityHalf half) {
    static final Comparator<StoredHalf> IN_ORDER_OF_COMMIT = Comparator.comparingLong(StoredHalf::number);
}

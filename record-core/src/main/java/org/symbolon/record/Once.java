package org.symbolon.record;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A value that is worked out when it is asked for first. Thread-safe; what its supplier throws is thrown each time. */
final class Once<T> {
    private @Nullable Supplier<T> supplier;
    private @Nullable T value;

    Once(Supplier<T> supplier) {
        this.supplier = supplier;
    }

    synchronized T get() {
        T known = value;
        if (known == null) {
            Supplier<T> source = supplier;
            if (source == null) {
                throw new IllegalStateException("A supplier gives a value");
            }
            known = source.get();
            value = known;
            supplier = null;
        }
        return known;
    }
}

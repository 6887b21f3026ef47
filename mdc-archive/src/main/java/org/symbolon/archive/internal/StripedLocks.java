package org.symbolon.archive.internal;

import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;

/** A fixed number of locks; equal keys share one, unequal ones seldom do. */
final class StripedLocks {
    private final Lock[] stripes;

    StripedLocks(int stripes) {
        this.stripes = Stream.generate(ReentrantLock::new).limit(stripes).toArray(Lock[]::new);
    }

    Lock of(Object key) {
        return stripes[Math.floorMod(key.hashCode(), stripes.length)];
    }
}

package org.symbolon.record.internal.cda;

import java.util.HashMap;
import java.util.Map;

/**
 * The paths of a document, each spelt once however often it occurs. A document with absurdly many or long paths gets those of
 * enclosing elements for the rest. Not thread-safe.
 */
final class PathNames {
    private static final int MOST = 10_000;
    private static final int LONGEST = 1_000;

    private final String path;
    private final Counter counter;
    private final Map<String, PathNames> children = new HashMap<>();

    private PathNames(String path, Counter counter) {
        this.path = path;
        this.counter = counter;
    }

    static PathNames root() {
        return new PathNames("", new Counter());
    }

    PathNames child(String name) {
        PathNames known = children.get(name);
        if (known != null) {
            return known;
        }
        if (counter.paths >= MOST || path.length() + name.length() >= LONGEST) {
            return this;
        }
        counter.paths++;
        PathNames child = new PathNames(path + "/" + name, counter);
        children.put(name, child);
        return child;
    }

    String path() {
        return path;
    }

    private static final class Counter {
        private int paths;
    }
}

package org.symbolon.record.internal.cda;

import java.util.HashMap;
import java.util.Map;

/** The paths of a document, each spelt once however often it occurs. */
final class PathNames {
    private final String path;
    private final Map<String, PathNames> children = new HashMap<>();

    private PathNames(String path) {
        this.path = path;
    }

    static PathNames root() {
        return new PathNames("");
    }

    PathNames child(String name) {
        return children.computeIfAbsent(name, key -> new PathNames(path + "/" + key));
    }

    String path() {
        return path;
    }
}

package org.symbolon.archive.internal;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.hadoop.conf.Configuration;
import org.symbolon.model.ErrorCode;
import org.symbolon.model.SymbolonException;

/** The right to a folder of temporary files, within this process: two archives of one writer would delete each other's. */
public final class WriterClaim implements AutoCloseable {
    private static final Set<String> HELD = ConcurrentHashMap.newKeySet();

    private final String key;

    private WriterClaim(String key) {
        this.key = key;
    }

    /** @throws SymbolonException CONFIGURATION where this process has an archive of the same writer open */
    public static WriterClaim of(Configuration cluster, String writer) {
        String key = cluster.get("fs.defaultFS") + " " + writer;
        if (!HELD.add(key)) {
            throw new SymbolonException(ErrorCode.CONFIGURATION, "An archive of this writer is open already");
        }
        return new WriterClaim(key);
    }

    @Override
    public void close() {
        HELD.remove(key);
    }
}

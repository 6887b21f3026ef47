package org.symbolon.dicom.net;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * TLS from files that may be replaced while associations come and go: certificates are renewed without a restart, and who is no
 * longer trusted cannot begin a new association, nor resume an old TLS session. The files are looked at when a connection comes,
 * at most once in the interval. Files that cannot be read as a whole, as in the middle of a replacement, leave the old ones in
 * use; they are tried again. Thread-safe.
 */
public final class ReloadingTls implements TlsSource {
    private static final Logger LOG = LoggerFactory.getLogger(ReloadingTls.class);

    private final List<Path> files;
    private final Loader loader;
    private final long intervalNanos;
    private List<Object> stamps;
    private SSLContext context;
    private long checkedNanos;

    /** Reads the files. */
    @FunctionalInterface
    public interface Loader {
        SSLContext load() throws IOException, GeneralSecurityException;
    }

    private ReloadingTls(List<Path> files, Loader loader, Duration interval)
            throws IOException, GeneralSecurityException {
        this.files = List.copyOf(files);
        this.loader = loader;
        this.intervalNanos = interval.toNanos();
        this.stamps = stamps();
        this.context = loader.load();
        this.checkedNanos = System.nanoTime();
    }

    /**
     * Loads at once.
     *
     * @param files whose size, time of change or identity tells that the loader is to be asked again
     * @param interval shortest time between two looks at the files; zero: at every connection
     * @throws IOException if the files cannot be read now
     * @throws GeneralSecurityException if they hold no usable keys or certificates now
     */
    public static ReloadingTls of(List<Path> files, Loader loader, Duration interval)
            throws IOException, GeneralSecurityException {
        return new ReloadingTls(files, loader, interval);
    }

    @Override
    public synchronized SSLContext context() {
        long now = System.nanoTime();
        if (now - checkedNanos >= intervalNanos) {
            checkedNanos = now;
            reloadIfChanged();
        }
        return context;
    }

    private void reloadIfChanged() {
        try {
            List<Object> seen = stamps();
            if (!seen.equals(stamps)) {
                context = loader.load();
                stamps = seen;
                LOG.info("TLS keys and certificates were read again");
            }
        } catch (IOException | GeneralSecurityException | RuntimeException e) {
            // messages may hold paths
            LOG.warn(
                    "Changed TLS files cannot be used, those before stay in use: {}",
                    e.getClass().getSimpleName());
        }
    }

    private List<Object> stamps() throws IOException {
        List<Object> seen = new ArrayList<>();
        for (Path file : files) {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            seen.add(new Stamp(attributes.lastModifiedTime().toMillis(), attributes.size(), attributes.fileKey()));
        }
        return seen;
    }

    private record Stamp(
            long modifiedMillis, long size, @Nullable Object identity) {}
}

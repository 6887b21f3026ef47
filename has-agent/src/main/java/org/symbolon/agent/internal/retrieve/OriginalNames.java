package org.symbolon.agent.internal.retrieve;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.symbolon.agent.internal.folder.FileDigest;
import org.symbolon.crosswalk.IdentityHalf;

/**
 * The names that originals get: {@code study/series/sop.dcm}, and {@code sop~digest.dcm} for a further original of the same SOP
 * Instance UID. What an earlier run has written is found again by its content. Thread-safe.
 */
final class OriginalNames {
    private static final int MAX_NAME_CHARACTERS = 128;
    private static final int DIGEST_CHARACTERS = 8;

    private final Path out;
    private final Set<Path> claimed = ConcurrentHashMap.newKeySet();

    OriginalNames(Path out) {
        this.out = out;
    }

    /**
     * Where an original belongs.
     *
     * @param present it stands there already
     */
    record Place(Path file, boolean present) {}

    /** The folders of the name exist when this returns. Null: every name it could have is taken by something else. */
    @Nullable
    Place claim(IdentityHalf half) throws IOException {
        Path folder = out.resolve(safe(half.originalStudyUid())).resolve(safe(half.originalSeriesUid()));
        Files.createDirectories(folder);
        String name = safe(half.originalSopUid());
        String digest = half.originalSha256();
        List<String> candidates = List.of(
                name + ".dcm",
                name + "~" + digest.substring(0, DIGEST_CHARACTERS) + ".dcm",
                name + "~" + digest + ".dcm");
        for (String candidate : candidates) {
            Path file = folder.resolve(candidate);
            if (Files.exists(file)) {
                if (FileDigest.sha256(file, 0).equals(digest)) {
                    return new Place(file, true);
                }
            } else if (claimed.add(file)) {
                return new Place(file, false);
            }
        }
        return null;
    }

    /** A place that was claimed and not written. */
    void release(Place place) {
        claimed.remove(place.file());
    }

    /** UIDs of real files hold all sorts of characters; none of them leads out of the folder. */
    private static String safe(String uid) {
        String cut = uid.length() > MAX_NAME_CHARACTERS ? uid.substring(0, MAX_NAME_CHARACTERS) : uid;
        String safe = cut.replaceAll("[^0-9A-Za-z._-]", "_");
        return safe.isEmpty() || safe.chars().allMatch(c -> c == '.') ? "_" + safe.length() : safe;
    }
}

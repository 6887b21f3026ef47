package org.symbolon.agent.internal.retrieve;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.symbolon.agent.internal.folder.AgentFolder;
import org.symbolon.agent.internal.folder.FileDigest;
import org.symbolon.crosswalk.Crosswalk;
import org.symbolon.crosswalk.IdentityHalf;
import org.symbolon.crosswalk.ObjectKey;
import org.symbolon.deidentification.Reidentifier;
import org.symbolon.dicom.net.DicomNetworkException;
import org.symbolon.dicom.net.StoreRequest;
import org.symbolon.dicom.net.StoreResponse;
import org.symbolon.dicom.net.StoreSink;
import org.symbolon.model.ErrorCode;
import org.symbolon.model.SymbolonException;

/**
 * Puts the objects of one study together with their identity halves as they arrive. An object is known by its SOP Instance UID
 * and the SHA-256 of what arrived; all originals that share it are written. Used by one thread.
 */
final class StudyRestoration implements StoreSink {
    private static final Logger LOG = LoggerFactory.getLogger(StudyRestoration.class);
    private static final int BUFFER_BYTES = 1 << 16;

    private final AgentFolder folder;
    private final Crosswalk crosswalk;
    private final Reidentifier reidentifier = new Reidentifier();
    private final OriginalNames names;
    private final RetrieveTally tally;
    private final Map<String, List<ObjectKey>> wantedBySop = new HashMap<>();
    private final Set<String> outstanding = new HashSet<>();

    StudyRestoration(
            AgentFolder folder, Crosswalk crosswalk, OriginalNames names, RetrieveTally tally, WantedStudy study) {
        this.folder = folder;
        this.crosswalk = crosswalk;
        this.names = names;
        this.tally = tally;
        for (ObjectKey key : study.keys()) {
            wantedBySop.computeIfAbsent(key.sopUid(), sop -> new ArrayList<>()).add(key);
            crosswalk.halves(key).forEach(half -> outstanding.add(half.originalSha256()));
        }
        tally.expected(outstanding.size());
    }

    /** Originals that have neither been restored nor failed. */
    int outstanding() {
        return outstanding.size();
    }

    @Override
    public StoreResponse store(StoreRequest request, InputStream dataSet) throws IOException {
        List<ObjectKey> keys = wantedBySop.getOrDefault(request.sopInstanceUid(), List.of());
        if (keys.isEmpty()) {
            return StoreResponse.success();
        }
        List<IdentityHalf> halves = keys.size() == 1 ? crosswalk.halves(keys.get(0)) : List.of();
        if (halves.size() == 1) {
            restore(halves.get(0), (half, out) -> reidentifier.personalise(dataSet, half, out));
        } else {
            restoreFromFile(keys, dataSet);
        }
        return StoreResponse.success();
    }

    /** Which halves belong to it is known only when all of it has been seen. */
    private void restoreFromFile(List<ObjectKey> keys, InputStream dataSet) throws IOException {
        Path received = folder.temporary().resolve(UUID.randomUUID() + ".part");
        try {
            String digest = receive(dataSet, received);
            for (ObjectKey key : keys) {
                if (key.dataSetSha256().equals(digest)) {
                    for (IdentityHalf half : crosswalk.halves(key)) {
                        restore(half, (one, out) -> {
                            try (InputStream in = Files.newInputStream(received)) {
                                reidentifier.personalise(in, one, out);
                            }
                        });
                    }
                }
            }
        } finally {
            Files.deleteIfExists(received);
        }
    }

    private static String receive(InputStream dataSet, Path file) throws IOException {
        MessageDigest digest = FileDigest.newSha256();
        try (OutputStream out = new DigestOutputStream(Files.newOutputStream(file), digest)) {
            byte[] buffer = new byte[BUFFER_BYTES];
            for (int n = dataSet.read(buffer); n >= 0; n = dataSet.read(buffer)) {
                out.write(buffer, 0, n);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** Writes an original to a place. */
    private interface Writing {
        void write(IdentityHalf half, Path out) throws IOException;
    }

    private void restore(IdentityHalf half, Writing writing) throws IOException {
        if (!outstanding.contains(half.originalSha256())) {
            return;
        }
        OriginalNames.@Nullable Place place = names.claim(half);
        if (place == null) {
            settle(half, ErrorCode.OUT_OF_RESOURCES);
            return;
        }
        if (!place.present()) {
            try {
                writing.write(half, place.file());
            } catch (SymbolonException e) {
                names.release(place);
                LOG.error("A received object could not be personalised: {}", e.code());
                settle(half, e.code());
                return;
            } catch (IOException e) {
                names.release(place);
                if (e instanceof DicomNetworkException) {
                    throw e;
                }
                LOG.error(
                        "A personalised object could not be written: {}",
                        e.getClass().getSimpleName());
                settle(half, ErrorCode.OUT_OF_RESOURCES);
                return;
            }
        }
        outstanding.remove(half.originalSha256());
        tally.restored(place.file(), half.originalSha256(), Files.size(place.file()));
    }

    private void settle(IdentityHalf half, ErrorCode code) {
        outstanding.remove(half.originalSha256());
        tally.failed(code, 1);
    }

    /** What did not come. */
    void giveUp(ErrorCode code) {
        if (!outstanding.isEmpty()) {
            tally.failed(code, outstanding.size());
            outstanding.clear();
        }
    }
}

package org.symbolon.agent.internal.sender;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.symbolon.agent.internal.journal.ContextPair;
import org.symbolon.dicom.TransferSyntax;
import org.symbolon.dicom.Uids;
import org.symbolon.dicom.net.AssociationRequester;
import org.symbolon.dicom.net.ProposedContext;

/**
 * One association with the data centre that is kept open as long as it can carry what comes, and made anew when a presentation
 * context is missing. Owned by one thread.
 */
final class Line implements AutoCloseable {
    /** PS3.8 9.3.2.2: 128 odd context ids; one is for storage commitment. */
    static final int MAX_PAIRS = AssociationRequester.MAX_CONTEXTS - 1;

    private static final Logger LOG = LoggerFactory.getLogger(Line.class);

    private final DataCentre dataCentre;
    private final Set<ContextPair> proposed = new LinkedHashSet<>();
    private @Nullable AssociationRequester association;

    Line(DataCentre dataCentre) {
        this.dataCentre = dataCentre;
    }

    /**
     * An association on which at least {@code needed} was proposed.
     *
     * @param wished proposed as well while there is room, for what will come next
     */
    AssociationRequester open(Set<ContextPair> needed, Collection<ContextPair> wished) throws IOException {
        AssociationRequester current = association;
        if (current != null && current.isOpen() && proposed.containsAll(needed)) {
            return current;
        }
        close();
        proposed.addAll(needed);
        wished.stream().limit(MAX_PAIRS).forEach(pair -> {
            if (proposed.size() < MAX_PAIRS) {
                proposed.add(pair);
            }
        });
        List<ProposedContext> contexts = new ArrayList<>();
        contexts.add(ProposedContext.asScu(
                Uids.StorageCommitmentPushModel,
                TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN.uid(),
                TransferSyntax.IMPLICIT_VR_LITTLE_ENDIAN.uid()));
        proposed.forEach(pair -> contexts.add(ProposedContext.asScu(pair.sopClassUid(), pair.transferSyntaxUid())));
        AssociationRequester fresh = dataCentre.connect(contexts);
        association = fresh;
        return fresh;
    }

    /** Releases the association if it is open; there is nothing to lose on it. */
    @Override
    public void close() {
        AssociationRequester current = association;
        association = null;
        proposed.clear();
        if (current == null) {
            return;
        }
        try (current) {
            if (current.isOpen()) {
                current.release();
            }
        } catch (IOException e) {
            // the peer did not answer the release: closed all the same, and everything on it was answered before
            LOG.debug(
                    "An association was not released in order: {}", e.getClass().getSimpleName());
        }
    }

    /** Drops the association without ceremony, after a failure. */
    void drop() {
        AssociationRequester current = association;
        association = null;
        proposed.clear();
        if (current != null) {
            current.close();
        }
    }
}

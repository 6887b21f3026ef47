package org.symbolon.dicom.net;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.symbolon.dicom.TransferSyntax;

/**
 * The presentation contexts that an association needs to send given objects: one for each SOP class in each transfer syntax that
 * objects have, so that the peer cannot choose another and nothing is written anew without need; and one more for each class in
 * the syntaxes that its objects can be had in otherwise. Not thread-safe.
 */
public final class StorageProposal {
    private final Set<ProposedContext> contexts = new LinkedHashSet<>();

    /** False: there is no room for what the object needs; send it over another association. Nothing was added then. */
    public boolean add(OutgoingObject object) {
        ProposedContext own = ProposedContext.asScu(object.sopClassUid(), object.transferSyntax());
        List<String> others =
                object.recoding().targets().stream().map(TransferSyntax::uid).toList();
        int needed = contexts.contains(own) ? 0 : 1;
        ProposedContext other =
                others.isEmpty() ? own : ProposedContext.asScu(object.sopClassUid(), others.toArray(String[]::new));
        needed += other.equals(own) || contexts.contains(other) ? 0 : 1;
        if (contexts.size() + needed > AssociationRequester.MAX_CONTEXTS) {
            return false;
        }
        contexts.add(own);
        contexts.add(other);
        return true;
    }

    /** In the order in which they became necessary. */
    public List<ProposedContext> contexts() {
        return List.copyOf(contexts);
    }
}

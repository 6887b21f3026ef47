package org.symbolon.dicom.net;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a requester asks for (A-ASSOCIATE-RQ, PS3.8 9.3.2).
 *
 * @param callingAeTitle of this side, 1 to 16 ASCII characters
 * @param calledAeTitle of the peer, 1 to 16 ASCII characters
 * @param contexts 1 to {@link #MAX_CONTEXTS}
 * @param userIdentity null: none is given
 * @param extendedNegotiations one for a SOP class at most
 * @param commonExtendedNegotiations one for a SOP class at most
 */
public record AssociationProposal(
        String callingAeTitle,
        String calledAeTitle,
        List<ProposedContext> contexts,
        @Nullable UserIdentity userIdentity,
        List<ExtendedNegotiation> extendedNegotiations,
        List<CommonExtendedNegotiation> commonExtendedNegotiations) {
    /** Presentation contexts that one association can have (PS3.8 9.3.2.2: odd numbers from 1 to 255). */
    public static final int MAX_CONTEXTS = 128;

    private static final int MAX_AE_TITLE_LENGTH = 16;

    public AssociationProposal {
        requireAeTitle(callingAeTitle);
        requireAeTitle(calledAeTitle);
        contexts = List.copyOf(contexts);
        extendedNegotiations = List.copyOf(extendedNegotiations);
        commonExtendedNegotiations = List.copyOf(commonExtendedNegotiations);
        if (contexts.isEmpty() || contexts.size() > MAX_CONTEXTS) {
            throw new IllegalArgumentException("An association has 1 to " + MAX_CONTEXTS + " presentation contexts");
        }
    }

    /** Without user identity or extended negotiation. */
    public static AssociationProposal of(String callingAeTitle, String calledAeTitle, List<ProposedContext> contexts) {
        return new AssociationProposal(callingAeTitle, calledAeTitle, contexts, null, List.of(), List.of());
    }

    public AssociationProposal withUserIdentity(UserIdentity identity) {
        return new AssociationProposal(
                callingAeTitle, calledAeTitle, contexts, identity, extendedNegotiations, commonExtendedNegotiations);
    }

    public AssociationProposal withExtendedNegotiations(List<ExtendedNegotiation> negotiations) {
        return new AssociationProposal(
                callingAeTitle, calledAeTitle, contexts, userIdentity, negotiations, commonExtendedNegotiations);
    }

    public AssociationProposal withCommonExtendedNegotiations(List<CommonExtendedNegotiation> negotiations) {
        return new AssociationProposal(
                callingAeTitle, calledAeTitle, contexts, userIdentity, extendedNegotiations, negotiations);
    }

    private static void requireAeTitle(String title) {
        boolean ascii = StandardCharsets.US_ASCII.newEncoder().canEncode(title);
        if (title.isBlank() || title.length() > MAX_AE_TITLE_LENGTH || !ascii) {
            throw new IllegalArgumentException("An AE title has 1 to " + MAX_AE_TITLE_LENGTH + " ASCII characters");
        }
    }
}

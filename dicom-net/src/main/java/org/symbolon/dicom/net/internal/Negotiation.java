package org.symbolon.dicom.net.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.symbolon.dicom.net.AcceptedContext;
import org.symbolon.dicom.net.AssociationHandler;
import org.symbolon.dicom.net.AssociationProposal;
import org.symbolon.dicom.net.AssociationRejection;
import org.symbolon.dicom.net.AssociationRejection.Reason;
import org.symbolon.dicom.net.AsynchronousOperations;
import org.symbolon.dicom.net.ExtendedNegotiation;
import org.symbolon.dicom.net.NegotiatedTerms;
import org.symbolon.dicom.net.NetworkOptions;
import org.symbolon.dicom.net.ProposedContext;
import org.symbolon.dicom.net.ProposedContext.Role;
import org.symbolon.dicom.net.UserIdentity;
import org.symbolon.dicom.net.internal.AssociatePdu.Context;
import org.symbolon.dicom.net.internal.UserInformation.RoleSelection;

/** Agreement on presentation contexts and roles (PS3.8 7.1, PS3.7 annex D), from either side. */
final class Negotiation {
    private static final RoleSelection DEFAULT_ROLES = new RoleSelection("", true, false);

    private Negotiation() {}

    /** What an acceptor answers, and what it means to itself. */
    record Acceptance(AssociatePdu answer, Map<Integer, AcceptedContext> contexts, NegotiatedTerms terms) {}

    static AssociatePdu request(AssociationProposal proposal, NetworkOptions options) {
        List<Context> contexts = new ArrayList<>();
        for (ProposedContext context : proposal.contexts()) {
            int id = 2 * contexts.size() + 1;
            contexts.add(new Context(id, 0, context.abstractSyntax(), context.transferSyntaxes()));
        }
        AsynchronousOperations window = options.asynchronousOperations();
        UserInformation user = new UserInformation(
                options.maxPduBytes(),
                UserInformation.IMPLEMENTATION_CLASS_UID,
                UserInformation.IMPLEMENTATION_VERSION_NAME,
                window.equals(AsynchronousOperations.SYNCHRONOUS) ? null : window,
                proposedRoles(proposal.contexts()),
                proposal.extendedNegotiations(),
                proposal.commonExtendedNegotiations(),
                proposal.userIdentity(),
                null,
                List.of());
        return new AssociatePdu(
                AssociatePdu.VERSION_1,
                proposal.calledAeTitle(),
                proposal.callingAeTitle(),
                AssociatePdu.DICOM_APPLICATION_CONTEXT,
                contexts,
                user);
    }

    /** One for each SOP class that is not SCU only, which needs no negotiation. */
    private static List<RoleSelection> proposedRoles(List<ProposedContext> proposals) {
        Map<String, RoleSelection> roles = new LinkedHashMap<>();
        for (ProposedContext proposal : proposals) {
            RoleSelection role = new RoleSelection(
                    proposal.abstractSyntax(), proposal.role() != Role.SCP, proposal.role() != Role.SCU);
            roles.merge(
                    role.sopClassUid(),
                    role,
                    (one, other) ->
                            new RoleSelection(one.sopClassUid(), one.scu() || other.scu(), one.scp() || other.scp()));
        }
        return roles.values().stream().filter(RoleSelection::scp).toList();
    }

    /** What the requester may use after the answer; contexts and transfer syntaxes that it did not propose are ignored. */
    static Map<Integer, AcceptedContext> accepted(AssociatePdu request, AssociatePdu answer) {
        Map<Integer, AcceptedContext> accepted = new LinkedHashMap<>();
        Map<String, RoleSelection> roles = grantedRoles(roles(request), roles(answer));
        for (Context proposed : request.contexts()) {
            answer.contexts().stream()
                    .filter(context -> context.id() == proposed.id() && context.result() == Context.ACCEPTED)
                    .filter(context -> context.transferSyntaxes().size() == 1
                            && proposed.transferSyntaxes().containsAll(context.transferSyntaxes()))
                    .forEach(context -> accepted.put(
                            context.id(),
                            accepted(
                                    context.id(),
                                    proposed.abstractSyntax(),
                                    context.transferSyntaxes().get(0),
                                    roles)));
        }
        return accepted;
    }

    /** What was both proposed and granted; without an answer the default roles hold (PS3.7 D.3.3.4). */
    private static Map<String, RoleSelection> grantedRoles(
            Map<String, RoleSelection> proposed, Map<String, RoleSelection> answered) {
        Map<String, RoleSelection> granted = new LinkedHashMap<>();
        proposed.forEach((uid, role) -> {
            RoleSelection answer = answered.get(uid);
            if (answer != null) {
                granted.put(uid, new RoleSelection(uid, role.scu() && answer.scu(), role.scp() && answer.scp()));
            }
        });
        return granted;
    }

    private static AcceptedContext accepted(
            int id, String abstractSyntax, String transferSyntax, Map<String, RoleSelection> roles) {
        RoleSelection role = roles.getOrDefault(abstractSyntax, DEFAULT_ROLES);
        return new AcceptedContext(id, abstractSyntax, transferSyntax, role.scu(), role.scp());
    }

    private static Map<String, RoleSelection> roles(AssociatePdu pdu) {
        Map<String, RoleSelection> roles = new LinkedHashMap<>();
        pdu.user().roles().forEach(role -> roles.put(role.sopClassUid(), role));
        return roles;
    }

    /** What the requester makes of the answer. */
    static NegotiatedTerms requesterTerms(AssociatePdu request, AssociatePdu answer, NetworkOptions options) {
        AsynchronousOperations proposed = request.user().asynchronousOperations();
        AsynchronousOperations granted = answer.user().asynchronousOperations();
        AsynchronousOperations window =
                proposed == null || granted == null ? AsynchronousOperations.SYNCHRONOUS : proposed.limitedTo(granted);
        byte[] identityResponse = answer.user().userIdentityResponse();
        return terms(answer.user(), options, window, answer.user().extended(), Optional.ofNullable(identityResponse));
    }

    private static NegotiatedTerms terms(
            UserInformation peer,
            NetworkOptions options,
            AsynchronousOperations window,
            List<ExtendedNegotiation> extended,
            Optional<byte[]> identityResponse) {
        long peerMax = peer.maxPduBytes();
        int maxSend = (int) (peerMax == 0 ? options.maxPduBytes() : Math.min(peerMax, options.maxPduBytes()));
        return new NegotiatedTerms(
                maxSend,
                options.maxPduBytes(),
                window,
                peer.implementationClassUid(),
                peer.implementationVersionName(),
                extended,
                identityResponse);
    }

    /** @param calledAeTitles empty: any */
    static void check(AssociatePdu request, Set<String> calledAeTitles, int maxContexts) throws AssociationRejection {
        if (!request.applicationContext().equals(AssociatePdu.DICOM_APPLICATION_CONTEXT)) {
            throw new AssociationRejection(Reason.APPLICATION_CONTEXT_NOT_SUPPORTED);
        }
        if (!calledAeTitles.isEmpty() && !calledAeTitles.contains(request.calledAeTitle())) {
            throw new AssociationRejection(Reason.CALLED_AE_TITLE_NOT_RECOGNISED);
        }
        if (request.contexts().size() > maxContexts) {
            throw new AssociationRejection(Reason.LOCAL_LIMIT_EXCEEDED);
        }
    }

    static Acceptance accept(AssociatePdu request, AssociationHandler handler, NetworkOptions options) {
        Map<String, RoleSelection> roles = new LinkedHashMap<>();
        for (RoleSelection role : request.user().roles()) {
            boolean scu = role.scu() && handler.acceptsScuRole(role.sopClassUid());
            boolean scp = role.scp() && handler.acceptsScpRole(role.sopClassUid());
            roles.put(role.sopClassUid(), new RoleSelection(role.sopClassUid(), scu, scp));
        }
        List<Context> answers = new ArrayList<>();
        Map<Integer, AcceptedContext> accepted = new LinkedHashMap<>();
        for (Context proposed : request.contexts()) {
            Context answer = answer(proposed, handler);
            answers.add(answer);
            if (answer.result() == Context.ACCEPTED) {
                String transferSyntax = answer.transferSyntaxes().get(0);
                accepted.put(proposed.id(), accepted(proposed.id(), proposed.abstractSyntax(), transferSyntax, roles));
            }
        }
        UserInformation user = answer(request.user(), handler, accepted.values(), List.copyOf(roles.values()), options);
        AssociatePdu answer = new AssociatePdu(
                AssociatePdu.VERSION_1,
                request.calledAeTitle(),
                request.callingAeTitle(),
                AssociatePdu.DICOM_APPLICATION_CONTEXT,
                answers,
                user);
        AsynchronousOperations granted = user.asynchronousOperations();
        AsynchronousOperations window = granted == null ? AsynchronousOperations.SYNCHRONOUS : granted.seenByPeer();
        return new Acceptance(
                answer, accepted, terms(request.user(), options, window, user.extended(), Optional.empty()));
    }

    private static UserInformation answer(
            UserInformation request,
            AssociationHandler handler,
            Collection<AcceptedContext> accepted,
            List<RoleSelection> roles,
            NetworkOptions options) {
        AsynchronousOperations proposed = request.asynchronousOperations();
        AsynchronousOperations window = proposed == null
                ? null
                : proposed.limitedTo(options.asynchronousOperations().seenByPeer());
        UserIdentity identity = request.userIdentity();
        byte[] identityResponse = identity == null || identity.response() != UserIdentity.Response.REQUESTED
                ? null
                : handler.userIdentityResponse(identity);
        return new UserInformation(
                options.maxPduBytes(),
                UserInformation.IMPLEMENTATION_CLASS_UID,
                UserInformation.IMPLEMENTATION_VERSION_NAME,
                window,
                roles,
                extended(request, handler, accepted),
                List.of(),
                null,
                identityResponse,
                List.of());
    }

    private static List<ExtendedNegotiation> extended(
            UserInformation request, AssociationHandler handler, Collection<AcceptedContext> accepted) {
        List<ExtendedNegotiation> answers = new ArrayList<>();
        for (ExtendedNegotiation proposed : request.extended()) {
            String sopClassUid = proposed.sopClassUid();
            if (accepted.stream().anyMatch(context -> context.abstractSyntax().equals(sopClassUid))) {
                byte[] answer = handler.extendedNegotiation(sopClassUid, proposed.information());
                if (answer != null) {
                    answers.add(new ExtendedNegotiation(sopClassUid, answer));
                }
            }
        }
        return answers;
    }

    private static Context answer(Context proposed, AssociationHandler handler) {
        if (!handler.accepts(proposed.abstractSyntax())) {
            return refusal(proposed, Context.ABSTRACT_SYNTAX_NOT_SUPPORTED);
        }
        String chosen = handler.choose(proposed.abstractSyntax(), proposed.transferSyntaxes());
        if (chosen == null || !proposed.transferSyntaxes().contains(chosen)) {
            return refusal(proposed, Context.TRANSFER_SYNTAXES_NOT_SUPPORTED);
        }
        return new Context(proposed.id(), Context.ACCEPTED, "", List.of(chosen));
    }

    /** PS3.8 9.3.3.2: the transfer syntax of a refused context has no meaning, but must be there. */
    private static Context refusal(Context proposed, int result) {
        return new Context(
                proposed.id(),
                result,
                "",
                proposed.transferSyntaxes().stream().limit(1).toList());
    }
}

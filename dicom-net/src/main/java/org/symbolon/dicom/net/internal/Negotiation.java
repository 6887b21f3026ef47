package org.symbolon.dicom.net.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.symbolon.dicom.net.AcceptedContext;
import org.symbolon.dicom.net.AssociationHandler;
import org.symbolon.dicom.net.AssociationRejection;
import org.symbolon.dicom.net.AssociationRejection.Reason;
import org.symbolon.dicom.net.ProposedContext;
import org.symbolon.dicom.net.internal.AssociatePdu.Context;
import org.symbolon.dicom.net.internal.UserInformation.RoleSelection;

/** Agreement on presentation contexts and roles (PS3.8 7.1, PS3.7 annex D), from either side. */
final class Negotiation {
    private static final RoleSelection DEFAULT_ROLES = new RoleSelection("", true, false);

    private Negotiation() {}

    /** What an acceptor answers. */
    record Acceptance(AssociatePdu answer, Map<Integer, AcceptedContext> contexts) {}

    static AssociatePdu request(
            String callingAeTitle, String calledAeTitle, List<ProposedContext> proposals, int maxPduBytes) {
        List<Context> contexts = new ArrayList<>();
        Map<String, RoleSelection> roles = new LinkedHashMap<>();
        for (ProposedContext proposal : proposals) {
            int id = 2 * contexts.size() + 1;
            contexts.add(new Context(id, 0, proposal.abstractSyntax(), proposal.transferSyntaxes()));
            if (proposal.proposeScpRole()) {
                roles.put(proposal.abstractSyntax(), new RoleSelection(proposal.abstractSyntax(), false, true));
            }
        }
        return new AssociatePdu(
                AssociatePdu.VERSION_1,
                calledAeTitle,
                callingAeTitle,
                AssociatePdu.DICOM_APPLICATION_CONTEXT,
                contexts,
                UserInformation.ours(maxPduBytes, List.copyOf(roles.values())));
    }

    /** What the requester may use after the answer; contexts and transfer syntaxes that it did not propose are ignored. */
    static Map<Integer, AcceptedContext> accepted(AssociatePdu request, AssociatePdu answer) {
        Map<Integer, AcceptedContext> accepted = new LinkedHashMap<>();
        Map<String, RoleSelection> roles = roles(answer);
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

    /** @param calledAeTitles empty: any */
    static void check(AssociatePdu request, Set<String> calledAeTitles) throws AssociationRejection {
        if ((request.protocolVersion() & AssociatePdu.VERSION_1) == 0) {
            throw new AssociationRejection(Reason.PROTOCOL_VERSION_NOT_SUPPORTED);
        }
        if (!request.applicationContext().equals(AssociatePdu.DICOM_APPLICATION_CONTEXT)) {
            throw new AssociationRejection(Reason.APPLICATION_CONTEXT_NOT_SUPPORTED);
        }
        if (!calledAeTitles.isEmpty() && !calledAeTitles.contains(request.calledAeTitle())) {
            throw new AssociationRejection(Reason.CALLED_AE_TITLE_NOT_RECOGNISED);
        }
    }

    static Acceptance accept(AssociatePdu request, AssociationHandler handler, int maxPduBytes) {
        Map<String, RoleSelection> roles = new LinkedHashMap<>();
        for (RoleSelection role : request.user().roles()) {
            boolean scp = role.scp() && handler.acceptsScpRole(role.sopClassUid());
            roles.put(role.sopClassUid(), new RoleSelection(role.sopClassUid(), role.scu(), scp));
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
        AssociatePdu answer = new AssociatePdu(
                AssociatePdu.VERSION_1,
                request.calledAeTitle(),
                request.callingAeTitle(),
                AssociatePdu.DICOM_APPLICATION_CONTEXT,
                answers,
                UserInformation.ours(maxPduBytes, List.copyOf(roles.values())));
        return new Acceptance(answer, accepted);
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

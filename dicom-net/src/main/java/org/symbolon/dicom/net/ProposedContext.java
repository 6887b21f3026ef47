package org.symbolon.dicom.net;

import java.util.List;

/**
 * A presentation context that a requester proposes (PS3.8 7.1.1.13). The acceptor picks one of the transfer syntaxes; who
 * must be able to send each of several proposes one context for each. Roles belong to the SOP class: those of several contexts
 * with the same abstract syntax add up.
 *
 * @param abstractSyntax SOP class UID
 * @param transferSyntaxes UIDs in order of preference, at least one
 * @param role what the requester is to be
 */
public record ProposedContext(String abstractSyntax, List<String> transferSyntaxes, Role role) {
    /** The role of the requester (PS3.7 D.3.3.4). */
    public enum Role {
        /** It calls the service: the default of the standard, for which nothing is negotiated. */
        SCU,
        /** It gives the service, as C-GET needs for Storage. */
        SCP,
        /** Either, as the acceptor grants. */
        BOTH
    }

    public ProposedContext {
        transferSyntaxes = List.copyOf(transferSyntaxes);
        if (abstractSyntax.isEmpty() || transferSyntaxes.isEmpty()) {
            throw new IllegalArgumentException(
                    "A presentation context has an abstract syntax and at least one transfer syntax");
        }
    }

    /** The requester calls the service. */
    public static ProposedContext asScu(String abstractSyntax, String... transferSyntaxes) {
        return new ProposedContext(abstractSyntax, List.of(transferSyntaxes), Role.SCU);
    }

    /** The requester gives the service: it receives what a C-GET brings. */
    public static ProposedContext asScp(String abstractSyntax, String... transferSyntaxes) {
        return new ProposedContext(abstractSyntax, List.of(transferSyntaxes), Role.SCP);
    }

    /** The requester calls and gives the service. */
    public static ProposedContext asScuAndScp(String abstractSyntax, String... transferSyntaxes) {
        return new ProposedContext(abstractSyntax, List.of(transferSyntaxes), Role.BOTH);
    }
}

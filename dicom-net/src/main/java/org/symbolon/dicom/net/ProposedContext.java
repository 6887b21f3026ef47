package org.symbolon.dicom.net;

import java.util.List;

/**
 * A presentation context that a requester proposes (PS3.8 7.1.1.13). The acceptor picks one of the transfer syntaxes; who
 * must be able to send each of several proposes one context for each.
 *
 * @param abstractSyntax SOP class UID
 * @param transferSyntaxes UIDs in order of preference, at least one
 * @param proposeScpRole true: the requester is to be the SCP of this SOP class, as C-GET needs for Storage (PS3.7 D.3.3.4);
 *     false: it is the SCU, the default of the standard
 */
public record ProposedContext(String abstractSyntax, List<String> transferSyntaxes, boolean proposeScpRole) {
    public ProposedContext {
        transferSyntaxes = List.copyOf(transferSyntaxes);
        if (abstractSyntax.isEmpty() || transferSyntaxes.isEmpty()) {
            throw new IllegalArgumentException(
                    "A presentation context has an abstract syntax and at least one transfer syntax");
        }
    }

    /** The requester calls the service. */
    public static ProposedContext asScu(String abstractSyntax, String... transferSyntaxes) {
        return new ProposedContext(abstractSyntax, List.of(transferSyntaxes), false);
    }

    /** The requester gives the service: it receives what a C-GET brings. */
    public static ProposedContext asScp(String abstractSyntax, String... transferSyntaxes) {
        return new ProposedContext(abstractSyntax, List.of(transferSyntaxes), true);
    }
}

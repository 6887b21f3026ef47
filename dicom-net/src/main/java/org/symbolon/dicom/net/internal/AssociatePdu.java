package org.symbolon.dicom.net.internal;

import java.util.List;

/**
 * A-ASSOCIATE-RQ or -AC (PS3.8 9.3.2, 9.3.3).
 *
 * @param protocolVersion bit 0: version 1
 * @param calledAeTitle without padding
 * @param callingAeTitle without padding
 */
record AssociatePdu(
        int protocolVersion,
        String calledAeTitle,
        String callingAeTitle,
        String applicationContext,
        List<Context> contexts,
        UserInformation user) {
    static final String DICOM_APPLICATION_CONTEXT = "1.2.840.10008.3.1.1.1";
    static final int VERSION_1 = 1;

    AssociatePdu {
        contexts = List.copyOf(contexts);
    }

    /**
     * A presentation context item.
     *
     * @param result in an accept: see the constants; 0 in a request
     * @param abstractSyntax empty in an accept
     * @param transferSyntaxes proposed, or the one accepted
     */
    record Context(int id, int result, String abstractSyntax, List<String> transferSyntaxes) {
        static final int ACCEPTED = 0;
        static final int ABSTRACT_SYNTAX_NOT_SUPPORTED = 3;
        static final int TRANSFER_SYNTAXES_NOT_SUPPORTED = 4;

        Context {
            transferSyntaxes = List.copyOf(transferSyntaxes);
        }
    }
}

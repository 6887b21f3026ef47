package org.symbolon.dicom.net;

/**
 * A presentation context on which both sides agreed.
 *
 * @param id odd, 1 to 255
 * @param abstractSyntax SOP class UID
 * @param transferSyntax the one UID chosen by the acceptor
 * @param scuRole whether the requester may act as SCU
 * @param scpRole whether the requester may act as SCP
 */
public record AcceptedContext(int id, String abstractSyntax, String transferSyntax, boolean scuRole, boolean scpRole) {}

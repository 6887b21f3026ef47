package org.symbolon.dicom.net;

/**
 * Whose C-MOVE led to a C-STORE (PS3.7 9.3.1.1).
 *
 * @param aeTitle Move Originator Application Entity Title (0000,1030)
 * @param messageId Move Originator Message ID (0000,1031)
 */
public record MoveOriginator(String aeTitle, int messageId) {}

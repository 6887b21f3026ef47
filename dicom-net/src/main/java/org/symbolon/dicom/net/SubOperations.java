package org.symbolon.dicom.net;

/**
 * Numbers of C-STORE sub-operations of a C-GET or C-MOVE (PS3.7 9.1.3 and 9.1.4), each 0 to 65,535.
 *
 * @param remaining not yet begun; 0 where the peer does not say
 */
public record SubOperations(int remaining, int completed, int failed, int warnings) {}

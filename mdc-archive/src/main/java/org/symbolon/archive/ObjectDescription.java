package org.symbolon.archive;

import org.jspecify.annotations.Nullable;
import org.symbolon.model.ErrorCode;
import org.symbolon.model.SymbolonException;
import org.symbolon.model.Uid;

/**
 * What is known of an object before its first byte: the C-STORE request and its presentation context. The archive writes
 * the file meta group (PS3.10 section 7.1) from it.
 *
 * @param sopClassUid Affected SOP Class UID (0000,0002)
 * @param sopInstanceUid Affected SOP Instance UID (0000,1000)
 * @param transferSyntaxUid of the data set as it comes and as it will lie
 * @param sourceAeTitle for (0002,0016); null leaves it away
 */
public record ObjectDescription(
        String sopClassUid,
        String sopInstanceUid,
        String transferSyntaxUid,
        @Nullable String sourceAeTitle) {
    public ObjectDescription {
        if (!Uid.isUid(sopClassUid) || !Uid.isUid(sopInstanceUid)) {
            throw new SymbolonException(ErrorCode.MISSING_UID, "An object needs a SOP class and a SOP instance UID");
        }
    }
}

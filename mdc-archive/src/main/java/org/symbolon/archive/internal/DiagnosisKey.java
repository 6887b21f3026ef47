package org.symbolon.archive.internal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.symbolon.model.ErrorCode;
import org.symbolon.model.OrganisationId;
import org.symbolon.model.SymbolonException;

/** Row key of the diagnosis index: code in UTF-8, a zero byte, organisation, a zero byte, document identifier. */
record DiagnosisKey(String code, OrganisationId organisation, String documentId) {

    byte[] row() {
        byte[] codeBytes = code.getBytes(StandardCharsets.UTF_8);
        byte[] document = RowKeys.plain(organisation, documentId);
        return ByteBuffer.allocate(codeBytes.length + 1 + document.length)
                .put(codeBytes)
                .put((byte) 0)
                .put(document)
                .array();
    }

    /** Read from the end, where no zero byte can stand. */
    static DiagnosisKey of(byte[] row) {
        int document = lastZero(row, row.length - 1);
        int organisation = lastZero(row, document - 1);
        if (organisation < 0) {
            throw new SymbolonException(ErrorCode.DAMAGED, "A row of the diagnoses has no organisation");
        }
        return new DiagnosisKey(
                new String(row, 0, organisation, StandardCharsets.UTF_8),
                new OrganisationId(
                        new String(row, organisation + 1, document - organisation - 1, StandardCharsets.US_ASCII)),
                new String(row, document + 1, row.length - document - 1, StandardCharsets.US_ASCII));
    }

    private static int lastZero(byte[] row, int from) {
        int at = from;
        while (at >= 0 && row[at] != 0) {
            at--;
        }
        return at;
    }
}

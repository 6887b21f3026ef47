package org.symbolon.dicom.net;

import org.jspecify.annotations.Nullable;

/**
 * What came back from an N-ACTION.
 *
 * @param status of the N-ACTION-RSP, see {@link Status}
 * @param errorComment of the N-ACTION-RSP, may be empty
 * @param event the N-EVENT-REPORT that followed on the same association; null exactly if the status is a failure
 */
public record ActionResult(
        int status, String errorComment, @Nullable EventReport event) {}

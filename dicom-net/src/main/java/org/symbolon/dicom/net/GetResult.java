package org.symbolon.dicom.net;

/**
 * How a C-GET ended.
 *
 * @param status see {@link Status}; {@link Status#SUB_OPERATIONS_INCOMPLETE} where some objects failed
 * @param errorComment may be empty
 * @param completed sub-operations that succeeded, as the peer counts
 * @param failed sub-operations that failed, as the peer counts
 * @param warnings sub-operations that succeeded with a warning, as the peer counts
 */
public record GetResult(int status, String errorComment, int completed, int failed, int warnings) {}

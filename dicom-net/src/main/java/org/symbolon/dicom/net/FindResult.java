package org.symbolon.dicom.net;

/**
 * How a C-FIND ended.
 *
 * @param status see {@link Status}; {@link Status#CANCEL} where it was cancelled
 * @param errorComment may be empty
 * @param matches how many matches came
 */
public record FindResult(int status, String errorComment, long matches) {}

package org.symbolon.deidentification.text;

import org.symbolon.record.RecordFormat;

/**
 * What de-identifying a record would do.
 *
 * @param patients how many patients in a row it speaks of
 */
public record RecordPreview(RecordFormat format, int patients, RecordSummary summary) {}

package org.symbolon.deidentification.text;

import org.symbolon.record.RecordFormat;

/**
 * What de-identifying a record would do.
 *
 * @param patients how many patients it speaks of; in a file of HL7 v2, how many in a row
 */
public record RecordPreview(RecordFormat format, int patients, RecordSummary summary) {}

package org.symbolon.record.internal;

import org.symbolon.record.ClinicalRecord;
import org.symbolon.record.RecordFormat;
import org.symbolon.record.RecordOptions;

/** Reads one format. Stateless and thread-safe. Errors as {@link org.symbolon.record.RecordReader}. */
public interface FormatReader {
    ClinicalRecord read(byte[] bytes, RecordFormat format, RecordOptions options);
}

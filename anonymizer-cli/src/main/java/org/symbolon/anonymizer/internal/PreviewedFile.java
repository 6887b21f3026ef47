package org.symbolon.anonymizer.internal;

import java.util.List;
import java.util.function.Consumer;

/**
 * What would become of a file.
 *
 * @param kind DICOM, or the format of a record
 * @param pixelRule whose regions would be blanked, or empty
 */
record PreviewedFile(String kind, String pixelRule, List<RunTally.Line> lines, Consumer<RunTally> tally) {}

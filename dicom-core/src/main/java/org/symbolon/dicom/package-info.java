/**
 * DICOM data sets as bytes in a file or a stream: where each element stands, and what it says. Start with
 * {@link org.symbolon.dicom.DicomFile} (PS3.10), which finds the data set, and {@link org.symbolon.dicom.DataSetReader}
 * (PS3.5 section 7), which walks through it token by token and never holds more than one value; then
 * {@link org.symbolon.dicom.DataSet} and {@link org.symbolon.dicom.DataSetWriter} for small data sets as objects. Tags
 * are ints throughout ({@link org.symbolon.dicom.Tag}, {@link org.symbolon.dicom.Tags}).
 */
@NullMarked
package org.symbolon.dicom;

import org.jspecify.annotations.NullMarked;

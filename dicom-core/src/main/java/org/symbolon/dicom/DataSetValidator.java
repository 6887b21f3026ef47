package org.symbolon.dicom;

import java.io.IOException;
import org.symbolon.dicom.internal.validate.Validation;

/**
 * Holds a file against the rules of the standard that need no knowledge of its SOP class: encoding, order and padding
 * (PS3.5 7), length and format of each value by its VR (PS3.5 6.2), VR, multiplicity and retirement by the dictionary
 * (PS3.6), private blocks (PS3.5 7.8), character sets, and the file meta group (PS3.10 7.1). Which attributes an IOD
 * requires is not looked at. Findings name the rule and the place, never a value. Values of more than 64 KiB are judged
 * by their length alone.
 */
public final class DataSetValidator {
    private DataSetValidator() {}

    /** Reads the whole file, as far as it can be read. */
    public static Findings validate(DicomFile file) throws IOException {
        return validate(file, ReaderOptions.defaults().withLeniency(Leniency.SALVAGE));
    }

    /** As {@link #validate(DicomFile)}, with other limits; reading is as lenient as the options say. */
    public static Findings validate(DicomFile file, ReaderOptions options) throws IOException {
        Findings findings = new Findings(options.maxFindings());
        file.findings().forEach(findings::add);
        try (DataSetReader reader = file.reader(options)) {
            Validation.run(reader, file.fileMeta(), findings);
        }
        return findings;
    }

    /** The rest of a data set that has no file. */
    public static Findings validate(DataSetReader reader) throws IOException {
        Findings findings = new Findings(reader.options().maxFindings());
        Validation.run(reader, new DataSet(), findings);
        return findings;
    }
}

package org.symbolon.record;

import java.util.Optional;
import org.symbolon.model.ErrorCode;
import org.symbolon.model.SymbolonException;
import org.symbolon.record.internal.FormatDetector;
import org.symbolon.record.internal.FormatReader;
import org.symbolon.record.internal.cda.CdaReader;
import org.symbolon.record.internal.fhir.FhirReader;
import org.symbolon.record.internal.v2.Hl7V2Reader;

/**
 * Reads textual records. Stateless and thread-safe; a record is held in memory while it is read, within {@link
 * RecordOptions#maxBytes}.
 *
 * <p>Errors: {@code EMPTY_FILE}, {@code UNSUPPORTED_FORMAT} (none of the formats), {@code TRUNCATED}, {@code CORRUPT} (not well
 * formed, a document type declaration, an unusable character set), {@code LIMIT_EXCEEDED}. Messages name path and offset, never
 * a value.
 */
public final class RecordReader {
    private final RecordOptions options;

    public RecordReader(RecordOptions options) {
        this.options = options;
    }

    /** The format that the bytes seem to be in; only their beginning is looked at. */
    public static Optional<RecordFormat> detect(byte[] bytes) {
        return FormatDetector.detect(bytes);
    }

    public ClinicalRecord read(byte[] bytes) {
        if (bytes.length == 0) {
            throw new SymbolonException(ErrorCode.EMPTY_FILE, "The file has no byte");
        }
        if (bytes.length > options.maxBytes()) {
            throw new SymbolonException(
                    ErrorCode.LIMIT_EXCEEDED, "A textual record has at most " + options.maxBytes() + " bytes");
        }
        RecordFormat format = detect(bytes)
                .orElseThrow(() -> new SymbolonException(
                        ErrorCode.UNSUPPORTED_FORMAT, "The file is neither HL7 v2, CDA, HL7 v3 nor FHIR"));
        return reader(format).read(bytes, format, options);
    }

    private static FormatReader reader(RecordFormat format) {
        return switch (format) {
            case CDA, HL7_V3 -> new CdaReader();
            case HL7_V2 -> new Hl7V2Reader();
            case FHIR_JSON, FHIR_XML -> new FhirReader();
        };
    }
}

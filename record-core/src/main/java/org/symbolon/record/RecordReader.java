package org.symbolon.record;

import java.util.Optional;
import org.symbolon.model.ErrorCode;
import org.symbolon.model.SymbolonException;
import org.symbolon.record.internal.FormatDetector;
import org.symbolon.record.internal.FormatReader;
import org.symbolon.record.internal.cda.CdaReader;
            case FHIR_JSON, FHIR_XML -> new FhirReader();
            case HL7_V2 -> new Hl7V2Reader();
        };
    }
}

package org.symbolon.record.internal.cda;

import java.util.List;
import org.symbolon.record.ClinicalRecord;
import org.symbolon.record.Place;
import org.symbolon.record.RecordFormat;
import org.symbolon.record.RecordOptions;
import org.symbolon.record.RecordPart;
import org.symbolon.record.internal.FormatReader;
import org.symbolon.record.internal.xml.XmlDocument;

/** Reads CDA R2 documents and HL7 v3 messages. */
public final class CdaReader implements FormatReader {
    @Override
    public ClinicalRecord read(byte[] bytes, RecordFormat format, RecordOptions options) {
        XmlDocument document = XmlDocument.parse(bytes, options);
        DicomUids uids = DicomUids.of(document.root());
        List<Place> places = new PlaceWalk(document, uids, options).places();
        RecordPart whole = new RecordPart(0, () -> CdaIdentity.of(document.root(), uids));
        return new ClinicalRecord(
                format,
                document.charset(),
                CdaVisit.language(document.root()),
                List.of(whole),
                places,
                () -> CdaVisit.of(document.root(), whole.identity()));
    }
}

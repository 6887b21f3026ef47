package org.symbolon.record.internal.cda;

import java.util.Locale;
import org.symbolon.model.visit.VisitRecord;
import org.symbolon.record.RecordIdentity;
import org.symbolon.record.internal.xml.XmlElement;

/** Reads what a document or message says. */
final class CdaVisit {
    private CdaVisit() {}

    static VisitRecord of(XmlElement root, RecordIdentity identity) {
        boolean document = root.name().equals("ClinicalDocument");
        String code = Elements.attribute(root, "code", "code");
        String made = Times.start(root);
        String date = made.isEmpty() ? Times.iso(Elements.attribute(root, "value", "creationTime")) : made;
        Findings findings = new Findings(root);
        return new VisitRecord(
                document ? ("CDA " + code).strip() : root.name(),
                identity.documentId(),
                identity.patientId(),
                identity.sex(),
                Times.iso(identity.birthDate()),
                date,
                language(root),
                Visits.of(root),
                identity.accessionNumbers(),
                findings.diagnoses(),
                findings.procedures(),
                findings.results(),
                Descriptions.of(root, date));
    }

    static String language(XmlElement root) {
        String code = Elements.attribute(root, "code", "languageCode").toLowerCase(Locale.ROOT);
        return code.length() >= 2 ? code.substring(0, 2) : "";
    }
}

package org.symbolon.record.internal.fhir;

import java.util.List;
import org.symbolon.record.ClinicalRecord;
import org.symbolon.record.Place;
import org.symbolon.record.RecordFormat;
import org.symbolon.record.RecordOptions;
import org.symbolon.record.RecordPart;
import org.symbolon.record.internal.FormatReader;

/**
 * Reads FHIR R4 and R5 resources and bundles. A resource of a type that neither has is refused with {@code UNSUPPORTED_FORMAT};
 * inside a bundle it is cut out, as are unknown elements (of other versions) and extensions. Several patients of one bundle each
 * have parts of their own ({@link FhirPatients}).
 */
public final class FhirReader implements FormatReader {
    @Override
    public ClinicalRecord read(byte[] bytes, RecordFormat format, RecordOptions options) {
        FhirSource source =
                format == RecordFormat.FHIR_JSON ? new JsonSource(bytes, options) : new FhirXmlSource(bytes, options);
        FhirNode root = source.root();
        if (!root.isResource()) {
            throw FhirFaults.unsupported("No resource of FHIR");
        }
        FhirResources resources = new FhirResources(source);
        FhirPlaces places = new FhirPlaces(source, options);
        FhirPatients patients = FhirPatients.isCollection(root) ? new FhirPatients(source, resources) : null;
        new FhirWalker(source, resources, places, patients, options).walk(root);
        new FhirCuts(places, source.hasCommas()).of(root);
        List<Place> ordered = places.inOrder();
        RecordPart whole = new RecordPart(0, () -> FhirIdentity.of(resources, ordered));
        List<RecordPart> parts = patients == null ? List.of() : patients.parts(ordered);
        boolean several = parts.size() > 1;
        FhirResources first = several && patients != null ? patients.ofFirst() : resources;
        RecordPart main = several ? parts.get(0) : whole;
        return new ClinicalRecord(
                format,
                source.charset(),
                FhirVisit.language(resources),
                several ? parts : List.of(whole),
                ordered,
                () -> new FhirVisit(first, main.identity()).record());
    }
}

package org.symbolon.record.internal.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.symbolon.model.visit.CodedText;
import org.symbolon.model.visit.Description;
import org.symbolon.model.visit.Description.Kind;
import org.symbolon.model.visit.LaboratoryResult;
import org.symbolon.model.visit.Visit;
import org.symbolon.model.visit.VisitRecord;
import org.symbolon.record.ClinicalRecord;
import org.symbolon.record.RecordIdentity;

/** Who a record speaks of and what it says. */
class FhirVisitTest {
    private static final String DOCUMENT = "{'resourceType':'Bundle','type':'document',"
            + "'identifier':{'system':'urn:his','value':'D-1'},'entry':["
            + "{'resource':{'resourceType':'Composition','id':'c','language':'lt-LT','date':'2024-05-06T10:00:00+03:00',"
            + "'subject':{'reference':'Patient/p'},'encounter':{'reference':'Encounter/e1'},'section':["
            + "{'title':'Epikrizė','code':{'coding':[{'system':'http://loinc.org','code':'8648-8'}]},"
            + "'text':{'div':'<div><p>Ligonis</p><p>pagijo<br/>gerai</p></div>'}},"
            + "{'title':'Rekomendacijos','text':{'div':'<div>Gerti &amp; ilsėtis</div>'}}]}},"
            + "{'resource':{'resourceType':'Patient','id':'p','identifier':["
            + "{'type':{'coding':[{'code':'NI'}]},'system':'urn:pesel','value':'61020300000'},"
            + "{'type':{'coding':[{'code':'MR'}]},'system':'urn:oid:1.2.3','value':'M-7'}],"
            + "'name':[{'use':'maiden','family':'Senoji'},{'use':'official','family':'Kazlauskienė','given':['Ona','Marija'],"
            + "'prefix':['Dr']}],'gender':'female','birthDate':'1961-02-03'}},"
            + "{'resource':{'resourceType':'Encounter','id':'e0','identifier':[{'value':'V9'}],'period':{'start':'2025-01-01'}}},"
            + "{'resource':{'resourceType':'Encounter','id':'e1','identifier':[{'value':'V2'}],'class':{'code':'IMP',"
            + "'display':'inpatient encounter'},'period':{'start':'2024-05-01','end':'2024-05-06T12:30:00+03:00'},"
            + "'hospitalization':{'preAdmissionIdentifier':{'value':'V1'}},"
            + "'diagnosis':[{'condition':{'reference':'Condition/d2'},'rank':1}]}},"
            + "{'resource':{'resourceType':'Condition','id':'d1','code':{'text':'cough'}}},"
            + "{'resource':{'resourceType':'Condition','id':'d2','onsetDateTime':'2024-05-02','code':{'coding':["
            + "{'system':'http://snomed.info/sct','code':'254637007','display':'NSCLC'},"
            + "{'system':'http://hl7.org/fhir/sid/icd-10','code':'C34.1','display':'Upper lobe'}]}}},"
            + "{'resource':{'resourceType':'Procedure','status':'completed','code':{'coding':[{'system':"
            + "'http://hl7.org/fhir/sid/icd-9-cm','code':'32.4'}],'text':'Lobectomy'},'performedDateTime':'2024-05-03'}},"
            + "{'resource':{'resourceType':'Observation','status':'final','code':{'coding':[{'system':'http://loinc.org',"
            + "'code':'718-7','display':'Hemoglobin'}]},'valueQuantity':{'value':11.20,'unit':'g/dL'},"
            + "'referenceRange':[{'low':{'value':12},'high':{'value':16}}],'interpretation':[{'coding':[{'code':'L'}]}],"
            + "'effectiveDateTime':'2024-05-02T07:00:00Z'}},"
            + "{'resource':{'resourceType':'Observation','code':{'coding':[{'code':'882-1'}],'text':'ABO'},"
            + "'valueCodeableConcept':{'text':'A Rh+'}}},"
            + "{'resource':{'resourceType':'DiagnosticReport','code':{'text':'CT of chest'},'conclusion':'Mass, 3 cm.'}},"
            + "{'resource':{'resourceType':'AllergyIntolerance','code':{'text':'Penicillin'},"
            + "'reaction':[{'manifestation':[{'text':'rash'}]}]}}]}";

    @Test
    void identity() {
        RecordIdentity identity = Fhir.read(DOCUMENT).identity();
        assertThat(identity.documentId()).isEqualTo("urn:his|D-1");
        assertThat(identity.issuer()).isEqualTo("1.2.3");
        assertThat(identity.patientId()).isEqualTo("M-7");
        assertThat(identity.otherPatientIds()).containsExactly("61020300000");
        assertThat(identity.patientName()).isEqualTo("Kazlauskienė^Ona^Marija^Dr");
        assertThat(identity.birthDate()).isEqualTo("19610203");
        assertThat(identity.sex()).isEqualTo("F");
        assertThat(identity.visitNumbers()).containsExactly("V2", "V1", "V9");
    }

    @Test
    void visit() {
        VisitRecord visit = Fhir.read(DOCUMENT).visit();
        assertThat(visit.kind()).isEqualTo("FHIR Bundle document");
        assertThat(visit.language()).isEqualTo("lt");
        assertThat(visit.date()).isEqualTo("2024-05-06T10:00:00");
        assertThat(visit.birthDate()).isEqualTo("1961-02-03");
        assertThat(visit.visits())
                .containsExactly(
                        new Visit("V2", "V1", "2024-05-01", "2024-05-06T12:30:00", "inpatient encounter"),
                        new Visit("V9", "", "2025-01-01", "", ""));
        assertThat(visit.diagnoses())
                .containsExactly(
                        new CodedText(CodedText.ICD_10, "C34.1", "Upper lobe", "2024-05-02"),
                        new CodedText("", "", "cough", ""));
        assertThat(visit.procedures())
                .containsExactly(new CodedText(CodedText.ICD_9, "32.4", "Lobectomy", "2024-05-03"));
        assertThat(visit.laboratoryResults())
                .containsExactly(new LaboratoryResult(
                        new CodedText(CodedText.LOINC, "718-7", "Hemoglobin", "2024-05-02T07:00:00"),
                        "11.20",
                        "g/dL",
                        "12-16",
                        "L",
                        "2024-05-02T07:00:00"));
        assertThat(visit.descriptions())
                .containsExactly(
                        new Description(Kind.EPICRISIS, "Epikrizė", "Ligonis\npagijo\ngerai", "2024-05-06T10:00:00"),
                        new Description(
                                Kind.RECOMMENDATIONS, "Rekomendacijos", "Gerti & ilsėtis", "2024-05-06T10:00:00"),
                        new Description(Kind.CT, "CT of chest", "Mass, 3 cm.", ""),
                        new Description(Kind.ALLERGIES, "Penicillin", "Penicillin: rash", ""),
                        new Description(Kind.BLOOD_TYPE, "ABO", "A Rh+", ""));
    }

    @Test
    void aResourceWithoutThePatientKnowsWhomItNames() {
        ClinicalRecord record = Fhir.read("{'resourceType':'Observation','id':'o1','subject':{'reference':'Patient/77',"
                + "'display':'Ona K'},'encounter':{'identifier':{'value':'V5'}}}");
        assertThat(record.identity().patientId()).isEqualTo("77");
        assertThat(record.identity().patientName()).isEqualTo("Ona K");
        assertThat(record.identity().documentId()).isEqualTo("Observation/o1");
        assertThat(record.visit().visits()).containsExactly(new Visit("V5", "", "", "", ""));
    }
}

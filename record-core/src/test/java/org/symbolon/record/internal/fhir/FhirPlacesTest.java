package org.symbolon.record.internal.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.symbolon.record.ClinicalRecord;
import org.symbolon.record.Place;
import org.symbolon.record.PlaceType;

/** What kind of place each value is. */
class FhirPlacesTest {
    private static final String PATIENT = "{'resourceType':'Patient','id':'p-1',"
            + "'identifier':[{'type':{'coding':[{'code':'MR'}]},'system':'urn:oid:1.2.3','value':'M-77'}],"
            + "'name':[{'use':'official','family':'Nowak','given':['Jan','Adam']}],"
            + "'contact':[{'name':{'family':'Nowakowa'},'telecom':[{'system':'phone','value':'601'}]}],"
            + "'birthDate':'1961-02-03','address':[{'line':['Polna 1'],'country':'PL'}]}";

    @Test
    void patientByDataType() {
        assertThat(Fhir.lines(Fhir.read(PATIENT)))
                .containsExactly(
                        "RECORD_IDENTIFIER Patient.id p-1",
                        "VALUE Patient.identifier.type.coding.code MR",
                        "OTHER_IDENTIFIER Patient.identifier.system urn:oid:1.2.3",
                        "PATIENT_IDENTIFIER Patient.identifier.value M-77",
                        "VALUE Patient.name.use official",
                        "PATIENT_NAME Patient.name.family Nowak",
                        "PATIENT_NAME Patient.name.given Jan",
                        "PATIENT_NAME Patient.name.given Adam",
                        "OTHER_NAME Patient.contact.name.family Nowakowa",
                        "VALUE Patient.contact.telecom.system phone",
                        "TELECOM Patient.contact.telecom.value 601",
                        "BIRTH_DATE Patient.birthDate 1961-02-03",
                        "ADDRESS Patient.address.line Polna 1",
                        "VALUE Patient.address.country PL");
    }

    @Test
    void referencesGiveTheirIdsAsTheResourcesDo() {
        ClinicalRecord record = Fhir.read("{'resourceType':'Bundle','entry':["
                + "{'fullUrl':'urn:uuid:8f14e45f-ceea-467f-a9d1-2b1c7d3e4f50','resource':" + PATIENT + "},"
                + "{'fullUrl':'https://his.example.org/r4/Observation/o1','resource':{'resourceType':'Observation','id':'o1',"
                + "'contained':[{'resourceType':'Practitioner','id':'dr','name':[{'family':'Kowal'}]}],"
                + "'subject':{'reference':'Patient/p-1','display':'Jan Nowak'},"
                + "'performer':[{'reference':'#dr','display':'Kowal'},"
                + "{'reference':'Practitioner?identifier=http://hl7.org/fhir/sid/us-npi|99'}],"
                + "'hasMember':[{'reference':'https://his.example.org/r4/Observation/o2/_history/3'}]}}]}");
        assertThat(Fhir.texts(record, PlaceType.RECORD_IDENTIFIER))
                .containsExactly("8f14e45f-ceea-467f-a9d1-2b1c7d3e4f50", "p-1", "o1", "o1", "dr", "p-1", "dr", "o2");
        assertThat(Fhir.texts(record, PlaceType.UNKNOWN)).containsExactly("his.example.org/r4", "his.example.org/r4");
        assertThat(Fhir.texts(record, PlaceType.PATIENT_NAME)).containsExactly("Nowak", "Jan", "Adam", "Jan Nowak");
        assertThat(Fhir.texts(record, PlaceType.OTHER_NAME)).containsExactly("Nowakowa", "Kowal", "Kowal");
        assertThat(Fhir.texts(record, PlaceType.OTHER_IDENTIFIER)).containsExactly("urn:oid:1.2.3", "99");
    }

    @Test
    void theCompositionSaysWhichOfSeveralPatientsItIs() {
        ClinicalRecord record = Fhir.read("{'resourceType':'Bundle','type':'document','entry':["
                + "{'resource':{'resourceType':'Patient','id':'mother','name':[{'family':'Senior'}],"
                + "'identifier':[{'value':'1000'}]}},"
                + "{'resource':{'resourceType':'Composition','subject':{'reference':'Patient/child'}}},"
                + "{'resource':{'resourceType':'Patient','id':'child','name':[{'family':'Junior'}],"
                + "'identifier':[{'value':'2000'}]}}]}");
        assertThat(Fhir.lines(record))
                .contains(
                        "PATIENT_NAME Bundle.entry.resource.name.family Senior",
                        "PATIENT_IDENTIFIER Bundle.entry.resource.identifier.value 1000",
                        "PATIENT_NAME Bundle.entry.resource.name.family Junior",
                        "PATIENT_IDENTIFIER Bundle.entry.resource.identifier.value 2000");
        assertThat(record.identity().patientId()).isEqualTo("2000");
    }

    @Test
    void numbersOfVisitsAndOrders() {
        ClinicalRecord record = Fhir.read("{'resourceType':'Bundle','entry':["
                + "{'resource':{'resourceType':'Encounter','identifier':[{'type':{'coding':[{'code':'VN'}]},'value':'V2'}],"
                + "'hospitalization':{'preAdmissionIdentifier':{'value':'V1'}}}},"
                + "{'resource':{'resourceType':'ImagingStudy','identifier':[{'system':'urn:dicom:uid','value':'urn:oid:1.2.3.4'},"
                + "{'type':{'coding':[{'code':'ACSN'}]},'value':'A-9'}],'series':[{'uid':'1.2.3.4.5'}]}},"
                + "{'resource':{'resourceType':'DiagnosticReport','identifier':[{'value':'R-1'}],"
                + "'basedOn':[{'identifier':{'type':{'coding':[{'code':'ACSN'}]},'value':'A-9'}}]}}]}");
        assertThat(Fhir.texts(record, PlaceType.VISIT_NUMBER)).containsExactly("V2", "V1");
        assertThat(Fhir.texts(record, PlaceType.ACCESSION_NUMBER)).containsExactly("A-9", "A-9");
        assertThat(Fhir.texts(record, PlaceType.DICOM_UID)).containsExactly("1.2.3.4", "1.2.3.4.5");
        assertThat(Fhir.texts(record, PlaceType.RECORD_IDENTIFIER)).containsExactly("R-1");
        assertThat(record.identity().accessionNumbers()).containsExactly("A-9");
        assertThat(record.identity().visitNumbers()).containsExactly("V2", "V1");
        assertThat(record.identity().studyInstanceUids()).containsExactly("1.2.3.4");
    }

    @Test
    void tagsOfANarrativeStay() {
        String json = "{'resourceType':'Patient','text':{'status':'generated',"
                + "'div':'<div xmlns=\\'http://www.w3.org/1999/xhtml\\'>\\u017b\\u00f3\u0142w &amp; <b class=\\'x\\' "
                + "title=\\'Jan\\'>Nowak<\\/b></div>'}}";
        byte[] bytes = Fhir.json(json);
        ClinicalRecord record = Fhir.read(bytes);
        assertThat(Fhir.lines(record))
                .containsExactly(
                        "VALUE Patient.text.status generated",
                        "NARRATIVE Patient.text.div \u017b\u00f3\u0142w & ",
                        "VALUE Patient.text.div x",
                        "UNKNOWN Patient.text.div Jan",
                        "NARRATIVE Patient.text.div Nowak");
        byte[] replaced = Fhir.replaced(bytes, record, place -> place.type() == PlaceType.NARRATIVE, "a<\"\\");
        assertThat(new String(replaced, StandardCharsets.UTF_8))
                .endsWith(">a&lt;&quot;\\\\<b class=\\\"x\\\" title=\\\"Jan\\\">a&lt;&quot;\\\\<\\/b></div>\"}}");
        assertThat(Fhir.texts(Fhir.read(replaced), PlaceType.NARRATIVE)).containsExactly("a<\"\\", "a<\"\\");
    }

    @Test
    void narrativeThatIsNotWellFormedIsOnePlace() {
        assertThat(Fhir.texts(
                        Fhir.read("{'resourceType':'Patient','text':{'div':'<div>Jan&nbsp;<br>Nowak</div>'}}"),
                        PlaceType.NARRATIVE))
                .containsExactly("<div>Jan&nbsp;<br>Nowak</div>");
    }

    @Test
    void unknownExtensionsAreCutWithTheirCommas() {
        assertCut(
                "{'resourceType':'Patient','extension':[{'url':'http://x.org/a','valueString':'Jan'}],'gender':'male'}",
                "{'resourceType':'Patient','gender':'male'}");
        assertCut(
                "{'resourceType':'Patient' , 'gender':'male', '_gender':{'extension':[{'url':'http://x.org/a'}]}}",
                "{'resourceType':'Patient' , 'gender':'male'}");
        String known =
                "{'url':'http://hl7.org/fhir/StructureDefinition/patient-birthPlace','valueAddress':{'city':'W'}}";
        assertCut(
                "{'resourceType':'Patient','extension':[{'url':'http://x.org/a'}, {'url':'b'}, " + known
                        + ", {'url':'http://x.org/c','extension':[{'url':'d'}]}]}",
                "{'resourceType':'Patient','extension':[" + known + "]}");
    }

    @Test
    void extensionsOfARepeatedPrimitiveKeepTheirPosition() {
        assertCut(
                "{'resourceType':'Patient','name':[{'given':['A','B'],'_given':[{'extension':[{'url':'x'}]},"
                        + "{'extension':[{'url':'http://hl7.org/fhir/StructureDefinition/iso21090-EN-qualifier',"
                        + "'valueCode':'MID'}]}]}]}",
                "{'resourceType':'Patient','name':[{'given':['A','B'],'_given':[{},"
                        + "{'extension':[{'url':'http://hl7.org/fhir/StructureDefinition/iso21090-EN-qualifier',"
                        + "'valueCode':'MID'}]}]}]}");
        assertCut(
                "{'resourceType':'Patient','name':[{'given':['A'],'_given':[null,{'extension':[{'url':'x'}]}]}]}",
                "{'resourceType':'Patient','name':[{'given':['A']}]}");
    }

    @Test
    void elementsAndResourcesOfOtherVersionsAreCut() {
        assertCut(
                "{'resourceType':'Observation','nowak':'Jan','status':'final','context':{'reference':'Encounter/1'}}",
                "{'resourceType':'Observation','status':'final'}");
        assertCut(
                "{'resourceType':'Bundle','type':'batch','entry':[{'resource':{'resourceType':'Nowak','id':'1'}}]}",
                "{'resourceType':'Bundle','type':'batch'}");
        assertCut(
                "{'resourceType':'Observation','resourceType':'Jan','code':['x'],'status':{'a':[[1],[true]]}}",
                "{'resourceType':'Observation'}");
    }

    @Test
    void numbersAndBooleansAreReplacedByTheirLike() {
        byte[] bytes = Fhir.json("{'resourceType':'Location','position':{'latitude':54.68,'longitude':-2.5E1}}");
        ClinicalRecord record = Fhir.read(bytes);
        assertThat(Fhir.texts(record, PlaceType.ADDRESS)).containsExactly("54.68", "-2.5E1");
        assertThat(Fhir.replaced(bytes, record, place -> true, ""))
                .isEqualTo(Fhir.json("{'resourceType':'Location','position':{'latitude':0,'longitude':0}}"));
    }

    @Test
    void attachmentsShowNothing() {
        List<Place> places = Fhir.read("{'resourceType':'Binary','contentType':'text/plain','data':'SmFuIE5vd2Fr'}")
                .places();
        assertThat(places).extracting(Place::type).containsExactly(PlaceType.VALUE, PlaceType.ATTACHMENT);
        assertThat(places.get(1).text()).isEmpty();
    }

    @Test
    void offsetsAreThoseOfTheBytesBehindAByteOrderMark() {
        byte[] bytes = ("\uFEFF"
                        + new String(Fhir.json("{'resourceType':'Patient','id':'p1'}"), StandardCharsets.UTF_8))
                .getBytes(StandardCharsets.UTF_8);
        Place place = Fhir.read(bytes).places().get(0);
        assertThat(new String(bytes, place.offset(), place.length(), StandardCharsets.UTF_8))
                .isEqualTo("p1");
    }

    @Test
    void bytesThatAreNoUtf8AreReadLeniently() {
        byte[] bytes = "{\"resourceType\":\"Patient\",\"name\":[{\"family\":\"M\u00fcller\"}]}"
                .getBytes(StandardCharsets.ISO_8859_1);
        assertThat(Fhir.texts(Fhir.read(bytes), PlaceType.PATIENT_NAME)).containsExactly("M\uFFFDller");
    }

    private static void assertCut(String json, String expected) {
        byte[] bytes = Fhir.json(json);
        ClinicalRecord record = Fhir.read(bytes);
        Fhir.assertPlacesAreSound(bytes, record);
        assertThat(new String(Fhir.cut(bytes, record), StandardCharsets.UTF_8))
                .isEqualTo(new String(Fhir.json(expected), StandardCharsets.UTF_8));
    }
}

package org.symbolon.record.internal.cda;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.symbolon.record.ClinicalRecord;
import org.symbolon.record.Place;
import org.symbolon.record.PlaceType;
import org.symbolon.record.RecordOptions;
import org.symbolon.record.RecordReader;

/** What kind of value stands where. */
class CdaPlacesTest {
    private static final String HEAD = "<ClinicalDocument xmlns='urn:hl7-org:v3' xmlns:sdtc='urn:hl7-org:sdtc'"
            + " xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance' xmlns:x='urn:x' xmlns:i='http://www.w3.org/2001/XInclude'";

    @Test
    void identifiersFollowWhomTheyIdentify() {
        ClinicalRecord record = read("<templateId root='1.2.3' extension='2014'/><id root='1.9.8.7' extension='D1'/>"
                + "<recordTarget><patientRole><id root='1.9.8' extension='P1'/>"
                + "<id root='2.16.840.1.113883.4.1' extension='123-45-6789'/>"
                + "<providerOrganization><id root='1.9' extension='O1'/></providerOrganization></patientRole></recordTarget>"
                + "<author><assignedAuthor><id root='2.16.840.1.113883.4.6' extension='A1'/></assignedAuthor></author>"
                + "<inFulfillmentOf><order><id root='1.9.5' extension='ACC1'/></order></inFulfillmentOf>"
                + "<componentOf><encompassingEncounter><id root='1.9.6' extension='V2' assigningAuthorityName='Clinic'/>"
                + "<id root='1.9.6' extension='V1' assigningAuthorityName='previous-visit'/></encompassingEncounter></componentOf>"
                + "<component><structuredBody><component><section><entry><observation>"
                + "<id root='a3d9c8b2-0000-4000-8000-000000000001'/></observation></entry></section></component>"
                + "</structuredBody></component>");

        assertThat(texts(record, PlaceType.PATIENT_IDENTIFIER)).containsExactly("P1", "123-45-6789");
        assertThat(texts(record, PlaceType.OTHER_IDENTIFIER)).containsExactly("O1", "A1");
        assertThat(texts(record, PlaceType.ACCESSION_NUMBER)).containsExactly("ACC1");
        assertThat(texts(record, PlaceType.VISIT_NUMBER)).containsExactly("V2", "V1");
        assertThat(texts(record, PlaceType.ORGANISATION_NAME)).containsExactly("Clinic");
        assertThat(texts(record, PlaceType.RECORD_IDENTIFIER))
                .containsExactly(
                        "1.9.8.7",
                        "D1",
                        "1.9.8",
                        "1.9",
                        "1.9.5",
                        "1.9.6",
                        "1.9.6",
                        "a3d9c8b2-0000-4000-8000-000000000001");
        assertThat(texts(record, PlaceType.VALUE))
                .containsExactly("1.2.3", "2014", "2.16.840.1.113883.4.1", "2.16.840.1.113883.4.6", "previous-visit");
    }

    @Test
    void namesFollowWhoseTheyAre() {
        ClinicalRecord record =
                read("<recordTarget><patientRole><addr>Main St<city>Vilnius</city><country>LT</country></addr>"
                        + "<telecom value='tel:1'/><patient><name>"
                        + "<given>Jonas</given></name><birthTime value='19501231'/><sdtc:deceasedTime value='2020'/>"
                        + "<guardian><guardianPerson><name>Ona</name></guardianPerson></guardian>"
                        + "<birthplace><place><name>Kaunas</name></place></birthplace></patient></patientRole></recordTarget>"
                        + "<participant><somebodyNew><whoever><name><family>Nobody</family></name></whoever></somebodyNew></participant>"
                        + "<component><structuredBody><component><section><subject><relatedSubject><subject><name>Aunt</name>"
                        + "<birthTime value='1930'/></subject></relatedSubject></subject><entry><observation><participant>"
                        + "<participantRole classCode='MANU'><playingEntity><name>Penicillin</name></playingEntity></participantRole>"
                        + "</participant><participant><participantRole classCode='SDLOC'><playingEntity classCode='PLC'>"
                        + "<name>Ward 5</name></playingEntity></participantRole></participant></observation></entry></section>"
                        + "</component></structuredBody></component>");

        assertThat(texts(record, PlaceType.PATIENT_NAME)).containsExactly("Jonas");
        assertThat(texts(record, PlaceType.BIRTH_DATE)).containsExactly("19501231");
        assertThat(texts(record, PlaceType.DATE)).containsExactly("2020", "1930");
        assertThat(texts(record, PlaceType.OTHER_NAME)).containsExactly("Ona", "Nobody", "Aunt");
        assertThat(texts(record, PlaceType.ADDRESS)).containsExactly("Main St", "Vilnius", "Kaunas");
        assertThat(texts(record, PlaceType.TELECOM)).containsExactly("tel:1");
        assertThat(texts(record, PlaceType.LABEL)).containsExactly("Penicillin");
        assertThat(texts(record, PlaceType.ORGANISATION_NAME)).containsExactly("Ward 5");
        assertThat(texts(record, PlaceType.VALUE)).containsExactly("LT", "MANU", "SDLOC", "PLC");
    }

    @Test
    void valuesFollowTheirDataTypes() {
        ClinicalRecord record = read("<component><structuredBody><component><section><title>T</title>"
                + "<text ID='t'><table><tr><td ID='a'>cell<br/>two</td></tr></table><linkHtml href='http://h/x'>go</linkHtml>"
                + "<content><![CDATA[raw]]></content></text><entry><observation>"
                + "<code code='C34.1' codeSystem='2.16.840.1.113883.6.3' displayName='Cancer'><originalText>words"
                + "<reference value='#a'/></originalText></code><effectiveTime><low value='20200101'/></effectiveTime>"
                + "<value xsi:type='PQ' value='5.1' unit='mg'/><value xsi:type='PQ' value='Jan Nowak'/>"
                + "<value xsi:type='IVL_TS'><high value='2021'/></value><value xsi:type='IVL_PQ'><low value='19990101'/></value>"
                + "<value xsi:type='ST'>said</value><value xsi:type='ED' representation='B64'>AAAA</value>"
                + "<value xsi:type='TEL' value='mailto:x'/><value>untyped</value><newLeaf>what</newLeaf>"
                + "<newValue value='7'/><sdtc:newest>sd</sdtc:newest></observation></entry></section></component>"
                + "<component><nonXMLBody><text mediaType='application/pdf' representation='B64'>BBBB</text></nonXMLBody>"
                + "</component></structuredBody></component>");

        assertThat(texts(record, PlaceType.NARRATIVE)).containsExactly("cell", "two", "go", "raw", "words", "said");
        assertThat(texts(record, PlaceType.LABEL)).containsExactly("T", "Cancer");
        assertThat(texts(record, PlaceType.DATE)).containsExactly("20200101", "2021");
        assertThat(texts(record, PlaceType.TELECOM)).containsExactly("http://h/x", "mailto:x");
        assertThat(texts(record, PlaceType.ATTACHMENT)).containsExactly("", "");
        assertThat(texts(record, PlaceType.UNKNOWN)).containsExactly("Jan Nowak", "untyped", "what", "7", "sd");
        assertThat(texts(record, PlaceType.VALUE))
                .contains("t", "a", "#a", "C34.1", "5.1", "mg", "19990101", "B64")
                .doesNotContain("Cancer");
    }

    @Test
    void whatIsForeignCanBeCutOut() {
        String xml = HEAD + " x:attribute='Nowak' xsi:schemaLocation='urn:hl7-org:v3 file:///home/nowak/cda.xsd'>"
                + "<?xml-stylesheet href='nowak.xsl'?><!-- Nowak -->"
                + "<x:person x:name='Nowak'>Jan <title>Nowak</title></x:person><i:include href='file:///etc/passwd'/>"
                + "<old xmlns=''>Nowak</old><title>T</title></ClinicalDocument>";
        byte[] bytes = xml.getBytes(StandardCharsets.UTF_8);
        ClinicalRecord record = reader().read(bytes);
        byte[] cut = Splice.cutAll(bytes, record.places());

        assertThat(new String(cut, StandardCharsets.UTF_8))
                .doesNotContainIgnoringCase("nowak")
                .doesNotContain("passwd")
                .contains("<title>T</title>");
        assertThat(texts(reader().read(cut), PlaceType.LABEL)).containsExactly("T");
        assertThat(record.places())
                .filteredOn(place -> place.text().contains("Nowak"))
                .allMatch(place -> place.type() == PlaceType.UNKNOWN);
    }

    @Test
    void dicomUidsAreToldFromOtherObjectIdentifiers() {
        ClinicalRecord record =
                read("<documentationOf><serviceEvent><id root='1.2.840.99.1'/></serviceEvent></documentationOf>"
                        + "<component><structuredBody><component><section><entry><act><id root='1.2.840.99.1'/>"
                        + "<code code='113014' codeSystem='1.2.840.10008.2.16.4'/><entryRelationship><observation classCode='DGIMG'>"
                        + "<id root='1.2.840.99.1.1.1'/></observation></entryRelationship></act></entry></section></component>"
                        + "</structuredBody></component>");
        assertThat(texts(record, PlaceType.DICOM_UID))
                .containsExactly("1.2.840.99.1", "1.2.840.99.1", "1.2.840.99.1.1.1");
        assertThat(record.identity().studyInstanceUids()).containsExactly("1.2.840.99.1");
    }

    @Test
    void queryParametersOfMessagesAreTyped() {
        String xml = "<PRPA_IN201305UV02 xmlns='urn:hl7-org:v3' xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance'>"
                + "<sender><device><id root='1.9.1'/><telecom value='https://h'/><name>HIS</name></device></sender>"
                + "<controlActProcess><queryByParameter><parameterList><livingSubjectBirthTime><value value='19800102'/>"
                + "<semanticsText>LivingSubject.birthTime</semanticsText></livingSubjectBirthTime><livingSubjectId>"
                + "<value root='1.9.2' extension='P7'/></livingSubjectId><livingSubjectName><value>Jan<given>J</given></value>"
                + "</livingSubjectName><mothersMaidenName><value><family>M</family></value></mothersMaidenName>"
                + "<patientTelecom><value value='tel:5'/></patientTelecom></parameterList></queryByParameter></controlActProcess>"
                + "</PRPA_IN201305UV02>";
        ClinicalRecord record = reader().read(xml.getBytes(StandardCharsets.UTF_8));
        assertThat(texts(record, PlaceType.BIRTH_DATE)).containsExactly("19800102");
        assertThat(texts(record, PlaceType.PATIENT_IDENTIFIER)).containsExactly("P7");
        assertThat(texts(record, PlaceType.PATIENT_NAME)).containsExactly("Jan", "J");
        assertThat(texts(record, PlaceType.OTHER_NAME)).containsExactly("M");
        assertThat(texts(record, PlaceType.TELECOM)).containsExactly("https://h", "tel:5");
        assertThat(texts(record, PlaceType.ORGANISATION_NAME)).containsExactly("HIS");
        assertThat(texts(record, PlaceType.UNKNOWN)).isEmpty();
    }

    private static List<String> texts(ClinicalRecord record, PlaceType type) {
        return record.places().stream()
                .filter(place -> place.type() == type)
                .map(Place::text)
                .collect(Collectors.toList());
    }

    private static ClinicalRecord read(String content) {
        return reader().read((HEAD + ">" + content + "</ClinicalDocument>").getBytes(StandardCharsets.UTF_8));
    }

    private static RecordReader reader() {
        return new RecordReader(RecordOptions.defaults());
    }
}

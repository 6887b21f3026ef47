package org.symbolon.record.internal.cda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.symbolon.model.visit.CodedText;
import org.symbolon.model.visit.Description;
import org.symbolon.model.visit.LaboratoryResult;
import org.symbolon.model.visit.Visit;
import org.symbolon.model.visit.VisitRecord;
import org.symbolon.record.ClinicalRecord;
import org.symbolon.record.RecordFormat;
import org.symbolon.record.RecordIdentity;
import org.symbolon.record.RecordOptions;
import org.symbolon.record.RecordReader;

/** What a document says and whom it speaks of. */
class CdaVisitTest {
    private static final String DOCUMENT = """
            <?xml version="1.0" encoding="windows-1250"?>
            <ClinicalDocument xmlns="urn:hl7-org:v3" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
             <id root="1.9.1" extension="DOC-7"/>
             <code code="18842-5" codeSystem="2.16.840.1.113883.6.1"/>
             <title>Karta informacyjna</title>
             <effectiveTime value="20240312101500+0100"/>
             <languageCode code="pl-PL"/>
             <recordTarget><patientRole>
              <id root="2.16.840.1.113883.3.4424.1.1.616" extension="50010112345"/>
              <id root="1.9.2" extension="MRN-1" assigningAuthorityName="SZPITAL"/>
              <patient><name use="L"><prefix>dr</prefix><given>\u0141ucja</given><given>Maria</given><family>Wi\u015bniewska</family></name>
               <administrativeGenderCode code="F"/><birthTime value="19500101"/></patient>
             </patientRole></recordTarget>
             <inFulfillmentOf><order><id root="1.9.3" extension="ACC-9"/></order></inFulfillmentOf>
             <componentOf><encompassingEncounter>
              <id root="1.9.4" extension="V-0" assigningAuthorityName="previous-visit"/><id root="1.9.4" extension="V-1"/>
              <code code="IMP"/><effectiveTime><low value="20240301"/><high value="202403120900"/></effectiveTime>
             </encompassingEncounter></componentOf>
             <component><structuredBody>
              <component><section><code code="11450-4" codeSystem="2.16.840.1.113883.6.1"/><title>Rozpoznanie</title>
               <text><content ID="dx">Rak p\u0142uca  prawego</content></text>
               <entry><observation classCode="OBS" moodCode="EVN"><code code="29308-4"/><effectiveTime><low value="20240301"/></effectiveTime>
                <value xsi:type="CD" code="254637007" codeSystem="2.16.840.1.113883.6.96" displayName="NSCLC">
                 <translation code="C34.1" codeSystem="2.16.840.1.113883.6.3"><originalText><reference value="#dx"/></originalText></translation>
                </value></observation></entry>
               <entry><observation classCode="OBS" moodCode="EVN" negationInd="true"><code code="29308-4"/>
                <value xsi:type="CD" code="A15" codeSystem="2.16.840.1.113883.6.3"/></observation></entry>
              </section></component>
              <component><section><code code="30954-2" codeSystem="2.16.840.1.113883.6.1"/><title>Wyniki</title>
               <text><table><tbody><tr><td>CRP</td><td/><td> 12,5 </td></tr><tr><td>HGB</td></tr></tbody></table></text>
               <entry><organizer><effectiveTime value="20240302"/><component><observation classCode="OBS" moodCode="EVN">
                <code code="1988-5" codeSystem="2.16.840.1.113883.6.1" displayName="CRP"/>
                <value xsi:type="PQ" value="12.5" unit="mg/L"/><interpretationCode code="H"/>
                <referenceRange><observationRange><value xsi:type="IVL_PQ"><low value="0"/><high value="5"/></value></observationRange></referenceRange>
               </observation></component></organizer></entry>
              </section></component>
              <component><section><title>Zalecenia</title><text><paragraph>Kontrola</paragraph><list><item>RTG</item></list></text></section></component>
              <component><section><title>Zabiegi</title><text/>
               <entry><procedure><code code="34.02" codeSystem="2.16.840.1.113883.6.104" displayName="Torakotomia"/><effectiveTime value="20240305"/></procedure></entry>
               <entry><encounter moodCode="EVN"><id root="1.9.4" extension="V-1"/></encounter></entry>
               <entry><encounter moodCode="EVN"><id root="1.9.4" extension="V-9"/><effectiveTime value="20200101"/></encounter></entry>
              </section></component>
             </structuredBody></component>
            </ClinicalDocument>
            """;

    @Test
    void readsWhomTheDocumentSpeaksOf() {
        ClinicalRecord record = read();
        assertThat(record.format()).isEqualTo(RecordFormat.CDA);
        assertThat(record.charset()).isEqualTo(Charset.forName("windows-1250"));
        RecordIdentity identity = record.identity();
        assertThat(identity.documentId()).isEqualTo("1.9.1^DOC-7");
        assertThat(identity.issuer()).isEqualTo("SZPITAL");
        assertThat(identity.patientId()).isEqualTo("MRN-1");
        assertThat(identity.otherPatientIds()).containsExactly("50010112345");
        assertThat(identity.patientName()).isEqualTo("Wi\u015bniewska^\u0141ucja^Maria^dr");
        assertThat(identity.birthDate()).isEqualTo("19500101");
        assertThat(identity.sex()).isEqualTo("F");
        assertThat(identity.accessionNumbers()).containsExactly("ACC-9");
        assertThat(identity.visitNumbers()).containsExactly("V-1", "V-0", "V-9");
    }

    @Test
    void readsWhatTheDocumentSays() {
        VisitRecord visit = read().visit();
        assertThat(visit.kind()).isEqualTo("CDA 18842-5");
        assertThat(visit.date()).isEqualTo("2024-03-12T10:15:00");
        assertThat(visit.birthDate()).isEqualTo("1950-01-01");
        assertThat(visit.language()).isEqualTo("pl");
        assertThat(visit.visits())
                .containsExactly(
                        new Visit("V-1", "V-0", "2024-03-01", "2024-03-12T09:00", "inpatient"),
                        new Visit("V-9", "", "2020-01-01", "", ""));
        assertThat(visit.diagnoses())
                .containsExactly(
                        new CodedText(CodedText.ICD_10, "C34.1", "Rak p\u0142uca prawego", "2024-03-01"),
                        new CodedText(CodedText.SNOMED_CT, "254637007", "NSCLC", "2024-03-01"));
        assertThat(visit.procedures())
                .containsExactly(new CodedText(CodedText.ICD_9, "34.02", "Torakotomia", "2024-03-05"));
        assertThat(visit.laboratoryResults())
                .containsExactly(new LaboratoryResult(
                        new CodedText(CodedText.LOINC, "1988-5", "CRP", "2024-03-02"),
                        "12.5",
                        "mg/L",
                        "0-5",
                        "H",
                        "2024-03-02"));
        assertThat(visit.descriptions())
                .extracting(Description::kind, Description::text)
                .containsExactly(
                        tuple(Description.Kind.OTHER, "Rak p\u0142uca prawego"),
                        tuple(Description.Kind.OBSERVATIONS, "CRP | 12,5\nHGB"),
                        tuple(Description.Kind.RECOMMENDATIONS, "Kontrola\nRTG"));
    }

    @ParameterizedTest
    @CsvSource({
        "18842-5,,EPICRISIS",
        ",Epikryza,EPICRISIS",
        ",Epikriz\u0117,EPICRISIS",
        ",Nusiskundimai,COMPLAINTS",
        "10154-3,Chief complaint,COMPLAINTS",
        ",Contact with tuberculosis,TUBERCULOSIS_CONTACT",
        ",Kontakt z gru\u017alic\u0105,TUBERCULOSIS_CONTACT",
        ",Kontaktas su TBC,TUBERCULOSIS_CONTACT",
        ",Kraujo grup\u0117,BLOOD_TYPE",
        ",\u017dalingi \u012fpro\u010diai,ADDICTIONS",
        ",Na\u0142ogi,ADDICTIONS",
        ",Uczulenia,ALLERGIES",
        ",TK klatki piersiowej,CT",
        ",Chest CT,CT",
        ",Kr\u016btin\u0117s l\u0105stos KT,CT",
        ",USG jamy brzusznej,ULTRASOUND",
        ",Echoskopija,ULTRASOUND",
        ",RTG klatki piersiowej,X_RAY",
        ",Rentgenograma,X_RAY",
        ",EKG,ECG",
        ",Wywiad chorobowy,HISTORY",
        ",Anamnez\u0117,HISTORY",
        ",Rekomendacijos,RECOMMENDATIONS",
        ",Plan of care,RECOMMENDATIONS",
        ",Explanations,OTHER",
        "48765-2,Anything,ALLERGIES"
    })
    void tellsSectionsByCodeAndTitle(String loinc, String title, Description.Kind kind) {
        assertThat(SectionKinds.of(loinc == null ? "" : loinc, title == null ? "" : title))
                .isEqualTo(kind);
    }

    @Test
    void findingsOfOneExaminationAreOfItsKind() {
        assertThat(SectionKinds.within(Description.Kind.CT, "59776-5", "Findings"))
                .isEqualTo(Description.Kind.CT);
        assertThat(SectionKinds.within(Description.Kind.CT, "", "Wnioski")).isEqualTo(Description.Kind.CT);
        assertThat(SectionKinds.within(Description.Kind.CT, "", "Zalecenia"))
                .isEqualTo(Description.Kind.RECOMMENDATIONS);
        assertThat(SectionKinds.within(Description.Kind.OTHER, "", "Findings"))
                .isEqualTo(Description.Kind.OBSERVATIONS);
    }

    @ParameterizedTest
    @CsvSource({
        "2024,2024",
        "202403,2024-03",
        "20240312,2024-03-12",
        "202403121015,2024-03-12T10:15",
        "20240312101500.123+0100,2024-03-12T10:15:00",
        "2024-03-12T10:15:00Z,2024-03-12T10:15:00",
        "soon,''"
    })
    void turnsTimesIntoIso(String written, String iso) {
        assertThat(Times.iso(written)).isEqualTo(iso);
    }

    @Test
    void textsOfRecordsShowNoValue() {
        assertThat(read().toString() + read().identity() + read().visit()).doesNotContain("MRN", "ucja");
    }

    private static ClinicalRecord read() {
        byte[] bytes = DOCUMENT.getBytes(Charset.forName("windows-1250"));
        assertThat(new String(bytes, StandardCharsets.ISO_8859_1)).startsWith("<?xml");
        return new RecordReader(RecordOptions.defaults()).read(bytes);
    }
}

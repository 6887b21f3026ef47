package org.symbolon.record.internal.cda;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.symbolon.model.visit.CodedText;
import org.symbolon.model.visit.LaboratoryResult;
import org.symbolon.record.internal.xml.XmlElement;

/** Collects diagnoses, procedures and laboratory results from the entries of all sections. Used once. */
final class Findings {
    private static final String RESULTS = "30954-2";
    private static final Set<String> AGES = Set.of("445518008", "397659008");
    private static final String PROCEDURES = "47519-4";

    /** Sections on relatives, habits, allergies, abilities and immunisations: neither diseases nor laboratory. */
    private static final Set<String> OTHER_SECTIONS = Set.of("10157-6", "29762-2", "48765-2", "47420-5", "11369-6");

    /** Observation codes that say: what follows is a diagnosis, condition, problem, symptom, complaint or finding. */
    private static final Set<String> PROBLEM_CODES = Set.of(
            "55607006",
            "282291009",
            "64572001",
            "404684003",
            "418799008",
            "409586006",
            "29308-4",
            "ASSERTION",
            "75321-0",
            "75323-6",
            "75326-9",
            "75325-1",
            "75319-4",
            "75318-6",
            "75322-8",
            "11450-4",
            "8319008");

    private final Narrative narrative;
    private final Set<CodedText> diagnoses = new LinkedHashSet<>();
    private final Set<CodedText> procedures = new LinkedHashSet<>();
    private final List<LaboratoryResult> results = new ArrayList<>();

    Findings(XmlElement root) {
        this.narrative = new Narrative(root);
        for (XmlElement service : Elements.grandchildren(root, "documentationOf", "serviceEvent")) {
            service.first("code").filter(Codes::isCoded).ifPresent(code -> procedure(service, code));
        }
        root.elements().forEach(child -> collect(child, "", ""));
    }

    List<CodedText> diagnoses() {
        return List.copyOf(diagnoses);
    }

    List<CodedText> procedures() {
        return List.copyOf(procedures);
    }

    List<LaboratoryResult> results() {
        return List.copyOf(results);
    }

    private void collect(XmlElement element, String section, String date) {
        String inSection = element.name().equals("section") ? Elements.attribute(element, "code", "code") : section;
        String own = Times.start(element);
        String inDate = own.isEmpty() ? date : own;
        switch (element.name()) {
            case "observation" -> observation(element, inSection, inDate);
            case "procedure" -> element.first("code").ifPresent(code -> procedure(element, code));
            case "act" -> {
                if (inSection.equals(PROCEDURES)) {
                    element.first("code").filter(Codes::isCoded).ifPresent(code -> procedure(element, code));
                }
            }
            default -> {}
        }
        for (XmlElement child : element.elements()) {
            collect(child, inSection, inDate);
        }
    }

    private void procedure(XmlElement act, XmlElement code) {
        CodedText found = coded(code, Times.start(act));
        boolean done = !act.attribute("negationInd").equals("true");
        if (done && !(found.code().isEmpty() && found.text().isEmpty())) {
            procedures.add(found);
        }
    }

    private void observation(XmlElement observation, String section, String date) {
        String mood = observation.attribute("moodCode");
        if (observation.attribute("negationInd").equals("true") || !(mood.isEmpty() || mood.equals("EVN"))) {
            return;
        }
        if (section.equals(PROCEDURES)) {
            observation.first("code").filter(Codes::isCoded).ifPresent(code -> procedure(observation, code));
        }
        for (XmlElement value : observation.elements("value")) {
            if (!diagnosis(observation, value, section, date)) {
                result(observation, value, section, date);
            }
        }
    }

    private boolean diagnosis(XmlElement observation, XmlElement value, String section, String date) {
        if (OTHER_SECTIONS.contains(section) || DataType.of(value, DataType.UNKNOWN) != DataType.CODE) {
            return false;
        }
        List<XmlElement> codes = new ArrayList<>(value.elements("translation"));
        codes.add(0, value);
        boolean icd = codes.stream().anyMatch(Findings::isIcd);
        boolean problem = PROBLEM_CODES.contains(Elements.attribute(observation, "code", "code"));
        if (!icd && !problem) {
            return false;
        }
        // ICD first, since that is what diseases are counted by.
        codes.stream().filter(Findings::isIcd).forEach(code -> diagnoses.add(coded(code, date)));
        CodedText own = coded(value, date);
        boolean uncoded = own.code().isEmpty() && !icd && !own.text().isEmpty();
        if (uncoded || (problem && own.system().equals(CodedText.SNOMED_CT))) {
            diagnoses.add(own);
        }
        return true;
    }

    private static boolean isIcd(XmlElement code) {
        String system = Codes.system(code);
        return Codes.isCoded(code) && (system.equals(CodedText.ICD_10) || system.equals(CodedText.ICD_9));
    }

    private void result(XmlElement observation, XmlElement value, String section, String date) {
        DataType type = DataType.of(value, DataType.UNKNOWN);
        boolean inResults = section.equals(RESULTS);
        boolean measured = type == DataType.QUANTITY
                && !OTHER_SECTIONS.contains(section)
                && !AGES.contains(Elements.attribute(observation, "code", "code"));
        if (!measured && !inResults) {
            return;
        }
        String written = MeasuredValue.written(value);
        Optional<XmlElement> test = observation.first("code");
        if (written.isEmpty() || test.isEmpty() || Codes.system(test.get()).equals("DCM")) {
            return;
        }
        results.add(new LaboratoryResult(
                coded(test.get(), date),
                written,
                MeasuredValue.unit(value),
                MeasuredValue.referenceRange(observation),
                Elements.attribute(observation, "code", "interpretationCode"),
                date));
    }

    private CodedText coded(XmlElement code, String date) {
        String words = code.first("originalText").map(narrative::referred).orElse("");
        return Codes.of(code, words, date);
    }
}

package org.symbolon.deidentification.text;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/** The codes and the narrative words of a record, read with the JDK's XML parser or Jackson and by no code of ours. */
record RecordWords(WordCount codes, WordCount words) {
    private static final Set<String> JSON_TEXT =
            Set.of("div", "text", "display", "description", "title", "valueString", "comment", "note");
    private static final Set<String> JSON_IDENTITY = Set.of(
            "name",
            "address",
            "telecom",
            "contact",
            "participant",
            "location",
            "serviceProvider",
            "provider",
            "patient",
            "subject",
            "performer",
            "requester",
            "author",
            "custodian",
            "recorder",
            "facility",
            "individual",
            "who");

    static RecordWords ofFhir(byte[] json) throws IOException {
        RecordWords words = new RecordWords(new WordCount(), new WordCount());
        words.addJson(new ObjectMapper().readTree(json));
        return words;
    }

    static RecordWords ofCda(byte[] xml) throws IOException {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            RecordWords words = new RecordWords(new WordCount(), new WordCount());
            words.addXml(
                    factory.newDocumentBuilder()
                            .parse(new ByteArrayInputStream(xml))
                            .getDocumentElement(),
                    false);
            return words;
        } catch (ParserConfigurationException | SAXException e) {
            throw new IOException(e);
        }
    }

    private void addJson(JsonNode node) {
        if (node.isArray()) {
            node.forEach(this::addJson);
            return;
        }
        if (node.path("code").isTextual() && node.path("system").isTextual()) {
            codes.add(node.path("system").asText() + "|" + node.path("code").asText());
        }
        node.properties().forEach(member -> {
            JsonNode value = member.getValue();
            if (value.isContainerNode()) {
                if (!JSON_IDENTITY.contains(member.getKey())) {
                    addJson(value);
                }
            } else if (value.isTextual() && JSON_TEXT.contains(member.getKey())) {
                words.addWords(value.asText());
            }
        });
    }

    private void addXml(Element element, boolean narrative) {
        boolean inside = narrative
                || element.getLocalName().equals("text")
                || element.getLocalName().equals("title");
        if (element.hasAttribute("code")) {
            codes.add(element.getAttribute("codeSystem") + "|" + element.getAttribute("code"));
        }
        words.addWords(element.getAttribute("displayName"));
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element nested) {
                addXml(nested, inside);
            } else if (inside && child.getNodeType() == Node.TEXT_NODE) {
                words.addWords(child.getNodeValue());
            }
        }
    }
}

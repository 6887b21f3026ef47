package org.symbolon.deidentification.text;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.DataFormatException;
import ca.uhn.fhir.parser.IParser;
import ca.uhn.fhir.parser.StrictErrorHandler;
import ca.uhn.hl7v2.DefaultHapiContext;
import ca.uhn.hl7v2.HL7Exception;
import ca.uhn.hl7v2.HapiContext;
import ca.uhn.hl7v2.parser.CanonicalModelClassFactory;
import ca.uhn.hl7v2.parser.PipeParser;
import ca.uhn.hl7v2.validation.impl.ValidationContextFactory;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.symbolon.deidentification.Hospital;
import org.symbolon.model.SymbolonException;

/** What others' parsers and rules take of an original, they take of the anonymous record: over the shared data. */
class ValidityTest {
    private static final int LARGEST = 400_000;
    private static final int MOST_FILES = 100;

    /** Of the CDA schema's data types: points in time, and what may identify. */
    private static final Pattern TIME =
            Pattern.compile("[0-9]{1,8}|[0-9]{9,14}([.][0-9]+)?([+-][0-9]{1,4})?|[0-9]{9,14}");

    private static final Pattern UID = Pattern.compile(
            "[0-2](\\.(0|[1-9][0-9]*))*|[0-9a-zA-Z]{8}(-[0-9a-zA-Z]{4}){3}-[0-9a-zA-Z]{12}|[A-Za-z][A-Za-z0-9-]*");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @SuppressWarnings("NullAway.Init")
    private Hospital hospital;

    @BeforeEach
    void open() throws IOException {
        hospital = new Hospital(folder);
    }

    @AfterEach
    void close() {
        hospital.close();
    }

    private interface Check {
        /** What is wrong, empty where nothing is. */
        Optional<String> faults(byte[] record) throws IOException;
    }

    /** How many were valid before and after. */
    private int compare(String data, Check check) throws IOException {
        RecordDeidentifier deidentifier =
                new RecordDeidentifier(hospital.crosswalk(), RecordDeidentifierOptions.of("clinic"));
        List<String> worse = new ArrayList<>();
        int valid = 0;
        int looked = 0;
        for (Path file : SharedRecords.files(data)) {
            if (Files.size(file) > LARGEST || looked == MOST_FILES) {
                continue;
            }
            byte[] original = Files.readAllBytes(file);
            byte[] anonymous;
            try {
                anonymous = deidentifier.deidentify(original).content();
            } catch (SymbolonException refused) {
                continue;
            }
            looked++;
            if (check.faults(original).isEmpty()) {
                valid++;
                check.faults(anonymous).ifPresent(fault -> worse.add(file.getFileName() + ": " + fault));
            }
        }
        assertThat(worse).isEmpty();
        return valid;
    }

    @Test
    void fhirParsesStrictly() throws IOException {
        FhirContext context = FhirContext.forR4Cached();
        Check check = record -> {
            String text = new String(record, StandardCharsets.UTF_8);
            IParser parser = text.stripLeading().startsWith("<") ? context.newXmlParser() : context.newJsonParser();
            parser.setParserErrorHandler(new StrictErrorHandler());
            try {
                return parser.parseResource(text).isEmpty() ? Optional.of("empty") : Optional.empty();
            } catch (DataFormatException | IllegalArgumentException fault) {
                return Optional.of(fault.getClass().getSimpleName() + " " + fault.getMessage());
            }
        };
        assertThat(compare("fhir", check)).isGreaterThan(10);
        compare("fhir-synthea", check);
    }

    @Test
    void hl7V2KeepsTheRulesOfItsVersion() throws IOException {
        try (HapiContext context = new DefaultHapiContext()) {
            context.setModelClassFactory(new CanonicalModelClassFactory("2.5.1"));
            context.setValidationContext(ValidationContextFactory.defaultValidation());
            PipeParser parser = context.getPipeParser();
            Check check = record -> {
                String text = new String(record, StandardCharsets.ISO_8859_1)
                        .replace("\r\n", "\r")
                        .replace('\n', '\r');
                try {
                    return parser.parse(text).isEmpty() ? Optional.of("empty") : Optional.empty();
                } catch (HL7Exception fault) {
                    return Optional.of(fault.getClass().getSimpleName() + " " + fault.getMessage());
                }
            };
            assertThat(compare("hl7v2", check)).isGreaterThan(10);
        }
    }

    /**
     * No schema of HL7's may be shipped with the tests, so that this says in code what the schema says of it: the elements that were
     * there are there in their order, unless one went whole; what had the form of a point in time or of an identifier has it; what
     * was not empty is not, save URLs.
     */
    @ParameterizedTest
    @ValueSource(strings = {"cda", "cda-synthea", "hl7v3"})
    void elementsOfCdaStayInTheirOrderAndForm(String data) throws IOException {
        RecordDeidentifier deidentifier =
                new RecordDeidentifier(hospital.crosswalk(), RecordDeidentifierOptions.of("clinic"));
        int looked = 0;
        for (Path file : SharedRecords.files(data)) {
            if (Files.size(file) > LARGEST || looked == MOST_FILES) {
                continue;
            }
            byte[] original = Files.readAllBytes(file);
            byte[] anonymous;
            try {
                anonymous = deidentifier.deidentify(original).content();
            } catch (SymbolonException refused) {
                continue;
            }
            looked++;
            sameForm(file.getFileName().toString(), items(original), items(anonymous));
        }
        assertThat(looked).isPositive();
    }

    private record Item(String name, String value) {}

    private static void sameForm(String file, List<Item> before, List<Item> after) {
        int at = 0;
        for (Item item : after) {
            while (at < before.size() && !before.get(at).name().equals(item.name())) {
                at++;
            }
            assertThat(at)
                    .as("%s: %s is new or out of order", file, item.name())
                    .isLessThan(before.size());
            String old = before.get(at).value();
            at++;
            boolean contact = item.name().equals("telecom@value")
                    || item.name().equals("reference@value")
                    || item.name().endsWith("@href");
            if (!old.isEmpty() && !contact) {
                assertThat(item.value()).as("%s: %s", file, item.name()).isNotEmpty();
            }
            boolean time = item.name().matches(".*(ime|low|high|center)@value");
            if (time && TIME.matcher(old).matches()) {
                assertThat(item.value()).as("%s: %s", file, item.name()).matches(TIME);
            }
            if (item.name().endsWith("@root") && UID.matcher(old).matches()) {
                assertThat(item.value()).as("%s: %s", file, item.name()).matches(UID);
            }
        }
    }

    /** Elements, and attributes in the order of their names. */
    private static List<Item> items(byte[] record) {
        XMLInputFactory factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        List<Item> items = new ArrayList<>();
        try {
            XMLStreamReader reader = factory.createXMLStreamReader(new ByteArrayInputStream(record));
            while (reader.hasNext()) {
                if (reader.next() == XMLStreamConstants.START_ELEMENT) {
                    String element = reader.getLocalName();
                    items.add(new Item(element, "element"));
                    for (int i = 0; i < reader.getAttributeCount(); i++) {
                        items.add(
                                new Item(element + "@" + reader.getAttributeLocalName(i), reader.getAttributeValue(i)));
                    }
                }
            }
        } catch (XMLStreamException e) {
            throw new AssertionError("Not well formed", e);
        }
        return items;
    }
}

package org.symbolon.record.internal.fhir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.symbolon.model.ErrorCode;
import org.symbolon.model.SymbolonException;
import org.symbolon.record.RecordOptions;
import org.symbolon.record.RecordReader;

/** What is refused, and with which code. */
class FhirLimitsTest {
    private static final int DEPTH = RecordOptions.defaults().maxDepth();
    private static final int LONGEST_NUMBER = 1000;
    private static final Duration SLOWEST = Duration.ofSeconds(30);

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '^',
            value = {
                "{'resourceType':'Patient'; TRUNCATED",
                "{'resourceType':'Patient','id':'a; TRUNCATED",
                "{'resourceType':'Patient'} {}; CORRUPT",
                "{'resourceType':'Patient','id':01}; CORRUPT",
                "{'resourceType':'Patient','id':tru}; CORRUPT",
                "{'resourceType':'Patient','id':'\\x'}; CORRUPT",
                "{'resourceType':'Patient','id':'\\u12G4'}; CORRUPT",
                "{'resourceType':'Patient','id':'a\tb'}; CORRUPT",
                "{'resourceType':'Patient',}; CORRUPT",
                "{'resourceType':'Patient','contact':[1,]}; CORRUPT",
                "{'resourceType':'Nowak'}; UNSUPPORTED_FORMAT",
                "{'resourceType':['Patient']}; UNSUPPORTED_FORMAT",
                "{'entry':{'resourceType':'Patient'}}; UNSUPPORTED_FORMAT"
            })
    void refuses(String json, ErrorCode code) {
        assertRefused(json, code);
    }

    @Test
    void nestsAsDeeplyAsAllowed() {
        assertThat(Fhir.read(nested(DEPTH - 1)).places()).isNotEmpty();
        assertRefused(nested(DEPTH), ErrorCode.LIMIT_EXCEEDED);
        assertRefused(nested(100_000), ErrorCode.LIMIT_EXCEEDED);
    }

    private static String nested(int levels) {
        return "{'resourceType':'Patient','x':" + "[".repeat(levels) + "1" + "]".repeat(levels) + "}";
    }

    @Test
    void numbersAreAsLongAsAllowed() {
        assertThat(Fhir.read("{'resourceType':'Patient','x':" + "1".repeat(LONGEST_NUMBER) + "}")
                        .places())
                .isNotEmpty();
        assertRefused(
                "{'resourceType':'Patient','x':" + "1".repeat(LONGEST_NUMBER + 1) + "}", ErrorCode.LIMIT_EXCEEDED);
    }

    @Test
    void valuesAndEntriesAreAsManyAsAllowed() {
        RecordReader few = new RecordReader(new RecordOptions(10_000, 8, 10, 2));
        assertThat(few.read(Fhir.json("{'resourceType':'Bundle','entry':[{},{}]}"))
                        .places())
                .isEmpty();
        assertThatExceptionOfType(SymbolonException.class)
                .isThrownBy(() -> few.read(Fhir.json("{'resourceType':'Bundle','entry':[{},{},{}]}")))
                .matches(e -> e.code() == ErrorCode.LIMIT_EXCEEDED);
        assertThatExceptionOfType(SymbolonException.class)
                .isThrownBy(() -> few.read(Fhir.json("{'resourceType':'Bundle','x':[1,2,3,4,5,6,7,8]}")))
                .matches(e -> e.code() == ErrorCode.LIMIT_EXCEEDED);
    }

    /** Work grows with the length of a record, not with its square. */
    @Test
    void repetitionsAreReadInOnePass() {
        String repeated = "'system':'a','value':'b','fullUrl':'c',".repeat(100_000);
        String address = "Patient?" + "a=1&".repeat(250_000);
        String json = "{'resourceType':'Patient','identifier':[{" + repeated + "'use':'old'}],"
                + "'generalPractitioner':[{'reference':'" + address + "'}]}";
        assertTimeout(SLOWEST, () -> assertThat(Fhir.read(json).places()).hasSizeGreaterThan(300_000));
    }

    private static void assertRefused(String json, ErrorCode code) {
        assertThatExceptionOfType(SymbolonException.class)
                .isThrownBy(() -> Fhir.read(json))
                .matches(e -> e.code() == code, code.toString())
                .withMessageNotContaining("Nowak");
    }
}

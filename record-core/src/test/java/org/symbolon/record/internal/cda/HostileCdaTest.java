package org.symbolon.record.internal.cda;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.symbolon.record.ClinicalRecord;
import org.symbolon.record.RecordOptions;
import org.symbolon.record.RecordReader;

/** Well-formed documents made to cost much more than their length. */
class HostileCdaTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @ParameterizedTest
    @ValueSource(strings = {"encounters", "references", "names", "dots", "cells", "deep sections"})
    void costIsBoundedByLength(String attack) {
        String content = switch (attack) {
            case "encounters" -> numbered("<encounter><id root='1.2' extension='%d'/></encounter>", 20_000);
            case "references" ->
                "<component><section><text><content ID='a'>" + "word ".repeat(100_000)
                        + "</content></text>"
                        + "<observation><value code='C34'><originalText><reference value='#a'/></originalText></value></observation>"
                                .repeat(5_000)
                        + "</section></component>";
            case "names" -> open(100) + numbered("<n%d a='1'/>", 30_000) + close(100);
            case "dots" -> "<observation classCode='DGIMG'><id root='" + "1.".repeat(500_000) + "1'/></observation>";
            case "cells" ->
                "<component><section><text><table><tr>" + "<td> </td>".repeat(100_000)
                        + "</tr></table></text></section></component>";
            default ->
                "<section><title>t</title><entry>".repeat(95)
                        + "<value code='1'/>".repeat(30_000)
                        + "</entry></section>".repeat(95);
        };
        byte[] bytes = ("<ClinicalDocument xmlns='urn:hl7-org:v3'>" + content + "</ClinicalDocument>")
                .getBytes(StandardCharsets.UTF_8);
        ClinicalRecord record = Assertions.assertTimeoutPreemptively(
                PATIENCE, () -> new RecordReader(RecordOptions.defaults()).read(bytes));
        assertThat(record.places()).allMatch(place -> place.path().length() <= 1_000);
    }

    private static String open(int depth) {
        return ("<" + "n".repeat(100) + ">").repeat(depth);
    }

    private static String close(int depth) {
        return ("</" + "n".repeat(100) + ">").repeat(depth);
    }

    private static String numbered(String element, int count) {
        StringBuilder all = new StringBuilder(count * element.length());
        for (int i = 0; i < count; i++) {
            all.append(element.replace("%d", Integer.toString(i)));
        }
        return all.toString();
    }
}

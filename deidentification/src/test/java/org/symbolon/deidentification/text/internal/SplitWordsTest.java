package org.symbolon.deidentification.text.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SplitWordsTest {
    @Test
    void joinsWhatInlineMarkupParts() {
        assertThat(
                        SplitWords.of(
                                "Mrs <content ID=\"a\">Quimb</content>relov, <b>H</b><i>2</i>O, <v3:content>Kow</v3:content>alska"))
                .containsExactly("Quimbrelov", "H2O", "Kowalska");
        assertThat(SplitWords.of("Žem<SPAN style='x'>aitė</SPAN>")).containsExactly("Žemaitė");
    }

    @Test
    void leavesWordsApartThatAReaderSeesApart() {
        assertThat(SplitWords.of(
                        "<td>Kowalska</td><td>Anna</td> <b>Anna</b> Kowalska a<br/>b 3<4 and 5>4 <bold>x</bold>y"))
                .isEmpty();
        assertThat(SplitWords.of("no markup")).isEmpty();
    }

    @Test
    void takesLongChains() {
        assertThat(SplitWords.of("a<b>".repeat(200_000) + "c")).singleElement().isEqualTo("a".repeat(200_000) + "c");
    }
}

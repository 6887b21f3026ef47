package org.symbolon.deidentification.cleaning.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.symbolon.deidentification.cleaning.Change;
import org.symbolon.deidentification.cleaning.Placeholder;

class UnspacedNamesTest {
    private final UnspacedNames names = new UnspacedNames();

    @Test
    void findsANameInsideASentenceWithoutBlanks() {
        names.add("月城野", Placeholder.NAME);
        names.add("咲夜子", Placeholder.NAME);
        assertThat(clean("患者月城野咲夜子様")).isEqualTo("患者[name][name]様");
    }

    @Test
    void aFamilyNameOfOneLetterGoesWithTheGivenName() {
        names.add("홍", Placeholder.NAME);
        names.add("길동", Placeholder.NAME);
        assertThat(clean("환자: 홍길동, 홍역")).isEqualTo("환자: [name], 홍역");
    }

    @Test
    void otherScriptsAreLeftToTheSearchForWords() {
        names.add("Kowalska", Placeholder.NAME);
        assertThat(clean("Kowalska")).isEqualTo("Kowalska");
    }

    private String clean(String text) {
        List<Change> changes = new ArrayList<>();
        names.find(text, changes::add);
        changes.sort((one, other) -> Integer.compare(other.start(), one.start()));
        StringBuilder cleaned = new StringBuilder(text);
        changes.forEach(change -> cleaned.replace(change.start(), change.end(), change.replacement()));
        return cleaned.toString();
    }
}

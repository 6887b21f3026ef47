package org.symbolon.deidentification.splice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class EditTest {

    @Test
    void putsInsertionsBeforeWhatIsReplacedAtTheSamePlace() {
        Edit replaced = edit(4, 2, "b");
        Edit inserted = edit(4, 0, "a");

        List<Edit> edits = Edit.normalise(List.of(replaced, inserted));

        assertThat(edits).hasSize(1);
        assertThat(edits.get(0).offset()).isEqualTo(4);
        assertThat(edits.get(0).length()).isEqualTo(2);
        assertThat(edits.get(0).replacement()).asString().isEqualTo("ab");
    }

    @Test
    void joinsNeighboursOfOneKindOnly() {
        Edit deeper = new Edit(6, 2, new byte[0], EditContent.EXPLICIT_LITTLE_ENDIAN, 1);

        assertThat(Edit.normalise(List.of(edit(4, 2, ""), edit(6, 2, "")))).hasSize(1);
        assertThat(Edit.normalise(List.of(edit(4, 2, ""), deeper))).hasSize(2);
        assertThat(Edit.normalise(List.of(edit(4, 2, ""), edit(7, 2, "")))).hasSize(2);
    }

    @Test
    void refusesEditsThatOverlap() {
        assertThatThrownBy(() -> Edit.normalise(List.of(edit(4, 3, ""), edit(6, 2, ""))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Edit edit(long offset, long length, String replacement) {
        return new Edit(
                offset, length, replacement.getBytes(StandardCharsets.US_ASCII), EditContent.EXPLICIT_LITTLE_ENDIAN, 0);
    }
}

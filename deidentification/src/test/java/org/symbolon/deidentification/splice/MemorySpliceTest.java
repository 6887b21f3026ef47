package org.symbolon.deidentification.splice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MemorySpliceTest {
    private static final long SEED = 42;

    @Test
    void theInverseOfAnyEditsGivesTheSourceBack() {
        Random random = new Random(SEED);
        for (int i = 0; i < 2_000; i++) {
            byte[] source = new byte[random.nextInt(200)];
            random.nextBytes(source);
            MemorySplice splice = MemorySplice.of(source, edits(random, source.length));

            assertThat(MemorySplice.of(splice.result(), splice.inverse()).result())
                    .isEqualTo(source);
        }
    }

    @Test
    void anEditBehindTheEndIsRefused() {
        Edit edit = new Edit(3, 2, new byte[0], EditContent.TEXT, 0);

        assertThatIllegalArgumentException().isThrownBy(() -> MemorySplice.of(new byte[4], List.of(edit)));
    }

    private static List<Edit> edits(Random random, int length) {
        List<Edit> edits = new ArrayList<>();
        int position = 0;
        while (position < length) {
            int offset = position + random.nextInt(length - position + 1);
            int removed = random.nextInt(Math.min(10, length - offset) + 1);
            byte[] replacement = new byte[random.nextInt(8)];
            random.nextBytes(replacement);
            edits.add(new Edit(offset, removed, replacement, EditContent.TEXT, random.nextInt(19)));
            position = offset + removed + 1;
        }
        return Edit.normalise(edits);
    }
}

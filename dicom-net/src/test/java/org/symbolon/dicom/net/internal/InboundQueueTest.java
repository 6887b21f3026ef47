package org.symbolon.dicom.net.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class InboundQueueTest {
    private final List<Boolean> turns = new ArrayList<>();
    private final InboundQueue queue = new InboundQueue(turns::add);

    private static Inbound.Fragment fragment(int bytes) {
        return new Inbound.Fragment(
                1, false, false, false, Unpooled.buffer(bytes).writeZero(bytes));
    }

    @Test
    void turnsTheTapOffWhenOneByteTooManyWaits() throws InterruptedException {
        int overhead = 128;
        queue.offer(fragment(Limits.MAX_QUEUED_BYTES - 2 * overhead));
        queue.offer(fragment(0));
        assertThat(turns).isEmpty();
        assertThat(queue.queuedBytes()).isEqualTo(Limits.MAX_QUEUED_BYTES);
        queue.offer(fragment(1));
        assertThat(turns).containsExactly(false);
        queue.poll(0);
        assertThat(turns).containsExactly(false, true);
    }

    @Test
    void emptyFragmentsCountToo() {
        for (int i = 0; i < Limits.MAX_QUEUED_BYTES / 128; i++) {
            queue.offer(fragment(0));
        }
        assertThat(turns).isEmpty();
        queue.offer(fragment(0));
        assertThat(turns).containsExactly(false);
    }

    @Test
    void givesUpWhenNothingComes() throws InterruptedException {
        assertThat(queue.poll(1_000_000)).isNull();
    }

    @Test
    void releasesWhatIsLeftAndWhatComesLater() {
        ByteBuf early = Unpooled.buffer(10);
        ByteBuf late = Unpooled.buffer(10);
        queue.offer(new Inbound.Fragment(1, false, false, false, early));
        queue.dispose();
        queue.offer(new Inbound.Fragment(1, false, false, false, late));
        assertThat(early.refCnt()).isZero();
        assertThat(late.refCnt()).isZero();
        assertThat(queue.queuedBytes()).isZero();
        assertThat(turns).containsExactly(true);
    }
}

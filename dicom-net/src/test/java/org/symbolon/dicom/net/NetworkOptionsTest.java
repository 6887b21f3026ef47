package org.symbolon.dicom.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class NetworkOptionsTest {
    @Test
    void holdsThePduLengthToItsBounds() {
        NetworkOptions options = NetworkOptions.defaults();
        assertThat(options.withMaxPduBytes(NetworkOptions.MIN_PDU_BYTES).maxPduBytes())
                .isEqualTo(4096);
        assertThat(options.withMaxPduBytes(NetworkOptions.MAX_PDU_BYTES).maxPduBytes())
                .isEqualTo(16_777_216);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> options.withMaxPduBytes(NetworkOptions.MIN_PDU_BYTES - 1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> options.withMaxPduBytes(NetworkOptions.MAX_PDU_BYTES + 1));
    }

    @Test
    void timesAndCountsArePositive() {
        NetworkOptions options = NetworkOptions.defaults();
        assertThatIllegalArgumentException().isThrownBy(() -> options.withIdleTimeout(Duration.ZERO));
        assertThatIllegalArgumentException().isThrownBy(() -> options.withConnectTimeout(Duration.ofSeconds(-1)));
        assertThatIllegalArgumentException().isThrownBy(() -> options.withMaxAssociations(0));
        assertThatIllegalArgumentException().isThrownBy(() -> options.withMaxPendingConnections(0));
    }

    @Test
    void requesterProposes1To128Contexts() {
        ProposedContext context = ProposedContext.asScu("1.2", "1.2.3");
        InetSocketAddress nowhere = new InetSocketAddress("localhost", 1);
        for (List<ProposedContext> wrong : List.of(List.<ProposedContext>of(), Collections.nCopies(129, context))) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() ->
                            AssociationRequester.connect(nowhere, "A", "B", wrong, null, NetworkOptions.defaults()));
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AssociationRequester.connect(
                        nowhere, "SEVENTEEN-LETTERS", "B", List.of(context), null, NetworkOptions.defaults()));
    }

    @Test
    void statusKnowsWhatIsDone() {
        assertThat(List.of(0x0000, 0x0001, 0x0107, 0x0116, 0xB000, 0xB007)).allMatch(Status::isDone);
        assertThat(List.of(0x0110, 0xA700, 0xA900, 0xC000, 0xFE00, 0xFF00)).noneMatch(Status::isDone);
        assertThat(Status.isPending(0xFF00)).isTrue();
    }
}

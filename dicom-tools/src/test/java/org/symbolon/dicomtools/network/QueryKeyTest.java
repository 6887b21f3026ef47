package org.symbolon.dicomtools.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.symbolon.dicom.DataSet;
import org.symbolon.dicom.Tags;
import org.symbolon.model.SymbolonException;

class QueryKeyTest {
    @ParameterizedTest
    @ValueSource(strings = {"PatientID=X=Y", "00100020=X=Y", "(0010,0020)=X=Y"})
    void namesAndNumbersMeanTheSame(String text) {
        assertThat(QueryKey.parse(text)).isEqualTo(new QueryKey(List.of(Tags.PatientID), "X=Y"));
    }

    @Test
    void keysShareTheItemOfTheirSequence() {
        DataSet identifier = new DataSet();
        QueryKey.parse("ScheduledProcedureStepSequence.Modality=MR").putInto(identifier);
        QueryKey.parse("ScheduledProcedureStepSequence[0].ScheduledStationAETitle")
                .putInto(identifier);
        DataSet item = identifier.sequence(Tags.ScheduledProcedureStepSequence).get(0);
        assertThat(item.size()).isEqualTo(2);
        assertThat(item.string(Tags.Modality)).isEqualTo("MR");
        assertThat(item.contains(Tags.ScheduledStationAETitle)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "=X", "Nonsense", "PatientID.Modality", "0010002"})
    void whatIsNoKeyIsRefused(String text) {
        assertThatThrownBy(() -> QueryKey.parse(text)).isInstanceOf(SymbolonException.class);
    }

    @Test
    void addressesOfPeers() {
        assertThat(PeerAddress.parse("PACS@host:11112")).isEqualTo(new PeerAddress("PACS", "host", 11112));
        assertThat(PeerAddress.parse("host")).isEqualTo(new PeerAddress("ANY-SCP", "host", 104));
        assertThat(PeerAddress.parse("A B@[::1]:99")).isEqualTo(new PeerAddress("A B", "::1", 99));
        for (String wrong : List.of("", "A@", "A@:1", "host:x", "host:65536", "X".repeat(17) + "@host")) {
            assertThatThrownBy(() -> PeerAddress.parse(wrong)).isInstanceOf(SymbolonException.class);
        }
    }
}

package org.symbolon.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.symbolon.model.ErrorCode;
import org.symbolon.model.SymbolonException;

class ExternalClusterTest {
    @Test
    void settingsOverrideOurDefaults() {
        String ours = "dfs.client.block.write.locateFollowingBlock.initial.delay.ms";
        Map<String, String> address = Map.of("fs.defaultFS", "hdfs://namenode:8020");
        assertThat(ExternalCluster.of(address).configuration().get(ours)).isEqualTo("1");
        Map<String, String> both = Map.of("fs.defaultFS", "hdfs://namenode:8020", ours, "7");
        assertThat(ExternalCluster.of(both).configuration().get(ours)).isEqualTo("7");
    }

    @Test
    void addressOfHdfsIsRequired() {
        assertThatThrownBy(() -> ExternalCluster.of(Map.of()))
                .isInstanceOfSatisfying(
                        SymbolonException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.CONFIGURATION));
    }

    @Test
    void configurationIsACopy() {
        ExternalCluster cluster = ExternalCluster.of(Map.of("fs.defaultFS", "hdfs://namenode:8020"));
        cluster.configuration().set("fs.defaultFS", "hdfs://other:8020");
        assertThat(cluster.configuration().get("fs.defaultFS")).isEqualTo("hdfs://namenode:8020");
    }
}

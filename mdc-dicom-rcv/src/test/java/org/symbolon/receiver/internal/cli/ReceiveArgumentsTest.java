package org.symbolon.receiver.internal.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.symbolon.model.ErrorCode;
import org.symbolon.model.OrganisationId;
import org.symbolon.model.SymbolonException;

class ReceiveArgumentsTest {
    private static ReceiveArguments parse(String line) {
        return Objects.requireNonNull(ReceiveArguments.parse(line.split(" "), Map.of()));
    }

    @Test
    void readsWhereToListen() {
        assertThat(ListenAddress.parse("11112")).isEqualTo(new ListenAddress(null, null, 11112));
        assertThat(ListenAddress.parse("AE:104")).isEqualTo(new ListenAddress("AE", null, 104));
        assertThat(ListenAddress.parse("AE@10.0.0.1:104")).isEqualTo(new ListenAddress("AE", "10.0.0.1", 104));
        assertThat(ListenAddress.parse("AE@[::1]:104")).isEqualTo(new ListenAddress("AE", "::1", 104));
        assertThat(ListenAddress.parse("0").socketAddress().getAddress().isAnyLocalAddress())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"-dest d", "104", "x -dest d", "104 105 -dest d", "104 -dest hdfs://h:1"})
    void refusesIncompleteLines(String line) {
        assertThatThrownBy(() -> parse(line))
                .isInstanceOfSatisfying(
                        SymbolonException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.USAGE));
    }

    @Test
    void hdfsNeedsAnOrganisationFromOptionOrEnvironment() {
        OrganisationId vilnius = new OrganisationId("vilnius");
        assertThat(parse("104 -dest hdfs://h:1 -organisation vilnius").organisation())
                .isEqualTo(vilnius);
        ReceiveArguments fromEnvironment = ReceiveArguments.parse(
                new String[] {"104", "-dest", "hdfs://h:1/a"}, Map.of("SYMBOLON_ORGANISATION", "vilnius"));
        assertThat(Objects.requireNonNull(fromEnvironment).organisation()).isEqualTo(vilnius);
        assertThat(fromEnvironment.toHdfs()).isTrue();
    }

    @Test
    void helpNeedsNothingElse() {
        assertThat(ReceiveArguments.parse(new String[] {"-help"}, Map.of())).isNull();
    }
}

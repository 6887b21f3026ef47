package org.symbolon.dicom.net.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.symbolon.dicom.net.AssociationRejection.Reason;
import org.symbolon.dicom.net.internal.state.Action;
import org.symbolon.dicom.net.internal.state.Event;
import org.symbolon.dicom.net.internal.state.State;
import org.symbolon.dicom.net.internal.state.StateTable;

/** Every cell of table 9-10 in PS3.8, by what the running protocol does: what it sends, indicates, times and closes. */
class UpperLayerStatesTest {
    /** The standard's table once more, event by event, as ranges of states. */
    private static final Map<Event, String> TABLE = new EnumMap<>(Map.ofEntries(
            Map.entry(Event.EVT1, "1:AE-1"),
            Map.entry(Event.EVT2, "4:AE-2"),
            Map.entry(Event.EVT3, "2:AA-1 3:AA-8 5:AE-3 6-12:AA-8 13:AA-6"),
            Map.entry(Event.EVT4, "2:AA-1 3:AA-8 5:AE-4 6-12:AA-8 13:AA-6"),
            Map.entry(Event.EVT5, "1:AE-5"),
            Map.entry(Event.EVT6, "2:AE-6 3:AA-8 5-12:AA-8 13:AA-7"),
            Map.entry(Event.EVT7, "3:AE-7"),
            Map.entry(Event.EVT8, "3:AE-8"),
            Map.entry(Event.EVT9, "6:DT-1 8:AR-7"),
            Map.entry(Event.EVT10, "2:AA-1 3:AA-8 5:AA-8 6:DT-2 7:AR-6 8-12:AA-8 13:AA-6"),
            Map.entry(Event.EVT11, "6:AR-1"),
            Map.entry(Event.EVT12, "2:AA-1 3:AA-8 5:AA-8 6:AR-2 7:AR-8 8-12:AA-8 13:AA-6"),
            Map.entry(Event.EVT13, "2:AA-1 3:AA-8 5-6:AA-8 7:AR-3 8-9:AA-8 10:AR-10 11:AR-3 12:AA-8 13:AA-6"),
            Map.entry(Event.EVT14, "8:AR-4 9:AR-9 12:AR-4"),
            Map.entry(Event.EVT15, "3:AA-1 4:AA-2 5-12:AA-1"),
            Map.entry(Event.EVT16, "2:AA-2 3:AA-3 5-12:AA-3 13:AA-2"),
            Map.entry(Event.EVT17, "2:AA-5 3-12:AA-4 13:AR-5"),
            Map.entry(Event.EVT18, "2:AA-2 13:AA-2"),
            Map.entry(Event.EVT19, "2:AA-1 3:AA-8 5-12:AA-8 13:AA-7")));

    /**
     * What can be seen of an action.
     *
     * @param sent PDU types, with source and reason of an abort
     * @param indicated to the service user
     */
    private record Effect(List<String> sent, List<Class<?>> indicated, boolean open, boolean artim) {}

    private static Effect effect(Action action, boolean invalid) {
        List<String> nothing = List.of();
        return switch (action) {
            case AE_1 -> new Effect(nothing, List.of(), true, false);
            case AE_2 -> new Effect(List.of("1"), List.of(), true, false);
            case AE_3 -> new Effect(nothing, List.of(Inbound.AssociateAccept.class), true, false);
            case AE_4 -> new Effect(nothing, List.of(Inbound.AssociateReject.class), false, false);
            case AE_5 -> new Effect(nothing, List.of(), true, true);
            case AE_6 -> new Effect(nothing, List.of(Inbound.AssociateRequest.class), true, false);
            case AE_7 -> new Effect(List.of("2"), List.of(), true, false);
            case AE_8 -> new Effect(List.of("3"), List.of(), true, true);
            case DT_1, AR_7 -> new Effect(List.of("4"), List.of(), true, false);
            case DT_2, AR_6 -> new Effect(nothing, List.of(Inbound.Fragment.class), true, false);
            case AR_1 -> new Effect(List.of("5"), List.of(), true, false);
            case AR_2, AR_8 -> new Effect(nothing, List.of(Inbound.ReleaseRequest.class), true, false);
            case AR_3 -> new Effect(nothing, List.of(Inbound.ReleaseResponse.class), false, false);
            case AR_4 -> new Effect(List.of("6"), List.of(), true, true);
            case AR_9 -> new Effect(List.of("6"), List.of(), true, false);
            case AR_10 -> new Effect(nothing, List.of(Inbound.ReleaseResponse.class), true, false);
            case AR_5, AA_5 -> new Effect(nothing, List.of(), true, false);
            case AA_1 -> new Effect(List.of("7:0.0"), List.of(), true, true);
            case AA_2 -> new Effect(nothing, List.of(), false, false);
            case AA_3 -> new Effect(nothing, List.of(Inbound.Abort.class), false, false);
            case AA_4 -> new Effect(nothing, List.of(Inbound.Disconnected.class), true, false);
            case AA_6 -> new Effect(nothing, List.of(), true, true);
            case AA_7 -> new Effect(List.of(invalid ? "7:2.6" : "7:2.2"), List.of(), true, true);
            case AA_8 -> new Effect(List.of(invalid ? "7:2.6" : "7:2.2"), List.of(Inbound.Violation.class), true, true);
        };
    }

    private static Map<State, String> row(Event event) {
        Map<State, String> row = new EnumMap<>(State.class);
        for (String part : String.valueOf(TABLE.get(event)).split(" ")) {
            String[] rangeAndAction = part.split(":");
            String[] range = rangeAndAction[0].split("-");
            for (int i = Integer.parseInt(range[0]); i <= Integer.parseInt(range[range.length - 1]); i++) {
                row.put(State.valueOf("STA" + i), rangeAndAction[1]);
            }
        }
        return row;
    }

    static Stream<Arguments> cells() {
        List<Arguments> cells = new ArrayList<>();
        for (Event event : Event.values()) {
            for (State state : State.values()) {
                cells.add(Arguments.of(state, event, String.valueOf(row(event).getOrDefault(state, "-"))));
            }
        }
        return cells.stream();
    }

    @ParameterizedTest(name = "{1} in {0}: {2}")
    @MethodSource("cells")
    void cell(State state, Event event, String expected) {
        Action action = StateTable.action(state, event);
        assertThat(action == null ? "-" : action.toString()).isEqualTo(expected);
        if (event == Event.EVT1 || event == Event.EVT5) {
            return; // a connection begins with them: see beginnings
        }
        ProtocolRun run = ProtocolRun.in(state);
        boolean timed = run.artimRuns();
        boolean open = run.isOpen();
        run.happen(event);
        List<String> sent = run.sent();
        if (action == null) {
            assertThat(run.state()).isEqualTo(state);
            assertThat(sent).isEmpty();
            assertThat(run.indicated()).isEmpty();
            assertThat(run.isOpen()).isEqualTo(open);
            assertThat(run.artimRuns()).isEqualTo(timed);
            assertThat(run.refused()).isTrue();
        } else {
            boolean acceptor = state == State.STA7 && run.role() == UpperLayer.Role.ACCEPTOR;
            Effect effect = effect(action, event == Event.EVT19);
            assertThat(run.state()).isEqualTo(acceptor ? action.otherwise() : action.next());
            assertThat(sent).isEqualTo(effect.sent());
            assertThat(run.indicated()).isEqualTo(effect.indicated());
            assertThat(run.isOpen()).isEqualTo(effect.open());
            assertThat(run.artimRuns()).isEqualTo(effect.artim());
            assertThat(run.succeeded()).isTrue();
        }
        ByteBuf data = run.data();
        boolean passedOn =
                action == Action.DT_1 || action == Action.DT_2 || action == Action.AR_6 || action == Action.AR_7;
        assertThat(data == null || passedOn || data.refCnt() == 0)
                .as("nothing leaks")
                .isTrue();
    }

    @Test
    void beginnings() {
        ProtocolRun requestor = ProtocolRun.in(State.STA4);
        assertThat(requestor.state()).isEqualTo(State.STA4);
        assertThat(requestor.artimRuns()).isFalse();
        ProtocolRun acceptor = ProtocolRun.in(State.STA2);
        assertThat(acceptor.state()).isEqualTo(State.STA2);
        assertThat(acceptor.artimRuns()).isTrue();
    }

    @Test
    void providerTurnsARequestAway() {
        ProtocolRun run = ProtocolRun.refusing(Reason.LOCAL_LIMIT_EXCEEDED);
        run.happen(Event.EVT6);
        assertThat(run.state()).isEqualTo(State.STA13);
        assertThat(run.sent()).containsExactly("3");
        assertThat(run.artimRuns()).isTrue();
    }

    @Test
    void collisionOnTheAcceptorsSideEndsWithItsAnswer() {
        ProtocolRun run = ProtocolRun.collidingAcceptor();
        assertThat(run.state()).isEqualTo(State.STA7);
        run.happen(Event.EVT12);
        assertThat(run.state()).isEqualTo(State.STA10);
        run.happen(Event.EVT13);
        assertThat(run.state()).isEqualTo(State.STA12);
        run.happen(Event.EVT14);
        assertThat(run.state()).isEqualTo(State.STA13);
        assertThat(run.sent()).containsExactly("6");
    }

    @Test
    void collisionOnTheRequestorsSideEndsWithThePeersAnswer() {
        ProtocolRun run = ProtocolRun.in(State.STA9);
        run.happen(Event.EVT14);
        assertThat(run.sent()).containsExactly("6");
        assertThat(run.state()).isEqualTo(State.STA11);
        run.happen(Event.EVT13);
        assertThat(run.state()).isEqualTo(State.STA1);
        assertThat(run.isOpen()).isFalse();
    }

    @Test
    void whoNeverClosesIsClosedByTheTimer() {
        ProtocolRun run = ProtocolRun.in(State.STA13);
        run.happen(Event.EVT18);
        assertThat(run.isOpen()).isFalse();
    }
}

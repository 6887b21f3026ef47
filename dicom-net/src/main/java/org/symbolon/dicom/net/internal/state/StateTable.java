package org.symbolon.dicom.net.internal.state;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Table 9-10 of PS3.8 9.2.3: which action an event calls for in a state. The running protocol looks every event up here. */
public final class StateTable {
    private static final String TABLE = """
                  Sta1  Sta2  Sta3  Sta4  Sta5  Sta6  Sta7  Sta8  Sta9  Sta10 Sta11 Sta12 Sta13
            Evt1  AE-1  -     -     -     -     -     -     -     -     -     -     -     -
            Evt2  -     -     -     AE-2  -     -     -     -     -     -     -     -     -
            Evt3  -     AA-1  AA-8  -     AE-3  AA-8  AA-8  AA-8  AA-8  AA-8  AA-8  AA-8  AA-6
            Evt4  -     AA-1  AA-8  -     AE-4  AA-8  AA-8  AA-8  AA-8  AA-8  AA-8  AA-8  AA-6
            Evt5  AE-5  -     -     -     -     -     -     -     -     -     -     -     -
            Evt6  -     AE-6  AA-8  -     AA-8  AA-8  AA-8  AA-8  AA-8  AA-8  AA-8  AA-8  AA-7
            Evt7  -     -     AE-7  -     -     -     -     -     -     -     -     -     -
            Evt8  -     -     AE-8  -     -     -     -     -     -     -     -     -     -
            Evt9  -     -     -     -     -     DT-1  -     AR-7  -     -     -     -     -
            Evt10 -     AA-1  AA-8  -     AA-8  DT-2  AR-6  AA-8  AA-8  AA-8  AA-8  AA-8  AA-6
            Evt11 -     -     -     -     -     AR-1  -     -     -     -     -     -     -
            Evt12 -     AA-1  AA-8  -     AA-8  AR-2  AR-8  AA-8  AA-8  AA-8  AA-8  AA-8  AA-6
            Evt13 -     AA-1  AA-8  -     AA-8  AA-8  AR-3  AA-8  AA-8  AR-10 AR-3  AA-8  AA-6
            Evt14 -     -     -     -     -     -     -     AR-4  AR-9  -     -     AR-4  -
            Evt15 -     -     AA-1  AA-2  AA-1  AA-1  AA-1  AA-1  AA-1  AA-1  AA-1  AA-1  -
            Evt16 -     AA-2  AA-3  -     AA-3  AA-3  AA-3  AA-3  AA-3  AA-3  AA-3  AA-3  AA-2
            Evt17 -     AA-5  AA-4  AA-4  AA-4  AA-4  AA-4  AA-4  AA-4  AA-4  AA-4  AA-4  AR-5
            Evt18 -     AA-2  -     -     -     -     -     -     -     -     -     -     AA-2
            Evt19 -     AA-1  AA-8  -     AA-8  AA-8  AA-8  AA-8  AA-8  AA-8  AA-8  AA-8  AA-7
            """;

    private static final Map<State, Map<Event, Action>> ACTIONS = parse();

    private StateTable() {}

    private static Map<State, Map<Event, Action>> parse() {
        Map<String, Action> byName =
                Stream.of(Action.values()).collect(Collectors.toMap(Action::toString, Function.identity()));
        Map<State, Map<Event, Action>> actions = new EnumMap<>(State.class);
        for (State state : State.values()) {
            actions.put(state, new EnumMap<>(Event.class));
        }
        List<String> lines = TABLE.lines().toList();
        String[] states = lines.get(0).strip().split(" +");
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(" +");
            Event event = Event.valueOf(cells[0].toUpperCase(Locale.ROOT));
            for (int i = 0; i < states.length; i++) {
                Action action = byName.get(cells[i + 1]);
                if (action != null) {
                    row(actions, State.valueOf(states[i].toUpperCase(Locale.ROOT)))
                            .put(event, action);
                }
            }
        }
        return actions;
    }

    private static Map<Event, Action> row(Map<State, Map<Event, Action>> actions, State state) {
        return Objects.requireNonNull(actions.get(state));
    }

    /** Null: a blank cell, where the event cannot happen, or comes too late or too early to mean anything. */
    public static @Nullable Action action(State state, Event event) {
        return row(ACTIONS, state).get(event);
    }
}

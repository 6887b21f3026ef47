package org.symbolon.dicomtools.network;

import java.util.List;

/** The sub-commands over networks. */
public final class NetworkCommands {
    private NetworkCommands() {}

    /** New ones, each to be registered once. */
    public static List<Object> all() {
        return List.of(
                new EchoCommand(),
                new StoreCommand(),
                new FindCommand(),
                new GetCommand(),
                new MoveCommand(),
                new ReceiveCommand());
    }
}

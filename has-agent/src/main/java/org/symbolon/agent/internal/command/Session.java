package org.symbolon.agent.internal.command;

import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.symbolon.agent.Agent;
import org.symbolon.agent.AgentClient;
import org.symbolon.agent.AgentOperations;
import org.symbolon.agent.AgentSettings;
import org.symbolon.model.ErrorCode;
import org.symbolon.model.Secret;
import org.symbolon.model.SymbolonException;

/** The agent that a command works with: the one that runs, or one of its own for as long as the command takes. */
final class Session implements AutoCloseable {
    private static final Duration STARTING = Duration.ofSeconds(15);
    private static final long RETRY_MILLIS = 250;

    private final AgentOperations operations;
    private final AutoCloseable owned;

    private <T extends AgentOperations & AutoCloseable> Session(T agent) {
        this.operations = agent;
        this.owned = agent;
    }

    /** An agent that has the folder and does not answer yet is waited for a little. */
    static Session open(CommonOptions options) throws IOException, InterruptedException {
        long end = System.nanoTime() + STARTING.toNanos();
        while (true) {
            @Nullable AgentClient client = running(options);
            if (client != null) {
                return new Session(client);
            }
            AgentSettings settings = options.settings();
            try (Secret password = options.password(settings)) {
                return new Session(Agent.open(settings, password));
            } catch (SymbolonException e) {
                if (e.code() != ErrorCode.OUT_OF_RESOURCES || System.nanoTime() > end) {
                    throw e;
                }
            }
            Thread.sleep(RETRY_MILLIS);
        }
    }

    /** Null: no agent answers. */
    static @Nullable AgentClient running(CommonOptions options) {
        try {
            return AgentClient.connect(options.dataFolder());
        } catch (IOException e) {
            // no control file, or nobody behind its socket: there is no running agent
            return null;
        }
    }

    AgentOperations operations() {
        return operations;
    }

    @Override
    public void close() throws IOException {
        try {
            owned.close();
        } catch (IOException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new SymbolonException(ErrorCode.INTERNAL, "The agent could not be closed", e);
        }
    }
}

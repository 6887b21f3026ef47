package org.symbolon.agent.internal.command;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.symbolon.agent.Agent;
import org.symbolon.agent.AgentSettings;
import org.symbolon.agent.internal.control.ControlServer;
import org.symbolon.model.Secret;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code symbolon agent start}: runs in the foreground until SIGTERM or SIGINT. */
@Command(
        name = "start",
        mixinStandardHelpOptions = true,
        description =
                "Run the agent: DICOM and MLLP intake, transfer, and the commands of this machine. Stop it with SIGTERM.")
public final class StartCommand implements Callable<Integer> {
    private static final Logger LOG = LoggerFactory.getLogger(StartCommand.class);
    private static final long STOP_SECONDS = 60;

    @Option(names = "--ready-file", paramLabel = "FILE", description = "Written, with the ports as JSON, once it runs.")
    private @Nullable Path readyFile;

    @Mixin
    private CommonOptions common = new CommonOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException, InterruptedException {
        CountDownLatch stop = new CountDownLatch(1);
        CountDownLatch stopped = new CountDownLatch(1);
        if (readyFile != null) {
            Files.deleteIfExists(readyFile);
        }
        AgentSettings settings = common.settings();
        try (Secret password = common.password(settings);
                Agent agent = Agent.open(settings, password)) {
            agent.startIntake();
            ControlServer control = ControlServer.start(settings.dataFolder(), agent);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> await(stop, stopped), "agent-stop"));
            announce(settings, agent);
            stop.await();
            LOG.info("The agent is stopping");
            control.stopAccepting();
            agent.close();
            control.close();
        } finally {
            stopped.countDown();
        }
        return 0;
    }

    /** Runs when the process was told to stop: lets the main thread end in order. */
    private static void await(CountDownLatch stop, CountDownLatch stopped) {
        stop.countDown();
        try {
            if (!stopped.await(STOP_SECONDS, TimeUnit.SECONDS)) {
                LOG.error("The agent did not stop within {} s: the next start goes on from the journal", STOP_SECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void announce(AgentSettings settings, Agent agent) throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        out.println("Agent ready: DICOM " + text(agent.plainAddress()) + ", DICOM over TLS " + text(agent.tlsAddress())
                + ", MLLP " + text(agent.mllpAddress()) + ", data centre "
                + settings.dataCentre().host() + ":"
                + settings.dataCentre().port());
        out.flush();
        if (readyFile != null) {
            ObjectNode ready = JsonNodeFactory.instance
                    .objectNode()
                    .put("pid", ProcessHandle.current().pid())
                    .put("dataFolder", settings.dataFolder().toString());
            ready.set("dicom", node(agent.plainAddress()));
            ready.set("dicomTls", node(agent.tlsAddress()));
            ready.set("mllp", node(agent.mllpAddress()));
            Path temporary = readyFile.resolveSibling(readyFile.getFileName() + ".new");
            Files.writeString(temporary, ready.toString());
            Files.move(temporary, readyFile, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static String text(@Nullable InetSocketAddress address) {
        return address == null ? "off" : address.getHostString() + ":" + address.getPort();
    }

    private static @Nullable ObjectNode node(@Nullable InetSocketAddress address) {
        return address == null
                ? null
                : JsonNodeFactory.instance
                        .objectNode()
                        .put("host", address.getHostString())
                        .put("port", address.getPort());
    }
}

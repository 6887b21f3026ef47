package org.symbolon.agent.internal.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.symbolon.agent.AgentStatus;
import org.symbolon.agent.internal.control.Messages;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code symbolon agent status}. */
@Command(
        name = "status",
        mixinStandardHelpOptions = true,
        description = "How the queue stands, and whether the data centre answers.")
public final class StatusCommand implements Callable<Integer> {
    @Option(names = "--json", description = "Print one JSON object instead of text.")
    private boolean json;

    @Mixin
    private CommonOptions common = new CommonOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        AgentStatus status;
        try (Desk desk = Desk.open(common)) {
            status = desk.status();
        }
        if (json) {
            out.println(Messages.of(status));
        } else {
            print(status, out);
        }
        out.flush();
        return 0;
    }

    private static void print(AgentStatus status, PrintWriter out) {
        out.printf(Locale.ROOT, "received, not yet de-identified  %,d%n", status.received());
        out.printf(Locale.ROOT, "queued                           %,d%n", status.queued());
        out.printf(Locale.ROOT, "sent, not yet confirmed          %,d%n", status.sent());
        out.printf(Locale.ROOT, "confirmed                        %,d%n", status.confirmed());
        out.printf(Locale.ROOT, "refused by the data centre       %,d%n", status.refused());
        out.printf(Locale.ROOT, "in quarantine                    %,d%n", status.quarantined());
        out.printf(
                Locale.ROOT,
                "of these textual records         %,d queued, %,d confirmed, %,d refused%n",
                status.documents().queued(),
                status.documents().confirmed(),
                status.documents().refused());
        if (status.oldestQueued() != null) {
            Duration age = Duration.between(status.oldestQueued(), Instant.now());
            out.printf(Locale.ROOT, "oldest unconfirmed               %,d s%n", age.toSeconds());
        }
        out.println("data centre                      "
                + (status.dataCentreReachable() ? "reachable" : "not reachable: " + status.dataCentreProblem()));
        out.println("its receiver of records          "
                + (status.recordsReachable() ? "reachable" : "not reachable: " + status.recordsProblem()));
    }
}

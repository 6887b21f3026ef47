package org.symbolon.agent;

import org.symbolon.agent.internal.command.ArchiveCommand;
import org.symbolon.agent.internal.command.QuarantineCommand;
import org.symbolon.agent.internal.command.RetrieveCommand;
import org.symbolon.agent.internal.command.StartCommand;
import org.symbolon.agent.internal.command.StatusCommand;
import picocli.CommandLine.Command;

/** {@code symbolon agent}: the hospital's side. Each sub-command talks to the agent that runs, or works by itself if none does. */
@Command(
        name = "agent",
        mixinStandardHelpOptions = true,
        description = "The hospital's side: de-identifies, sends, keeps the identities, and brings originals home.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            StartCommand.class,
            ArchiveCommand.class,
            RetrieveCommand.class,
            StatusCommand.class,
            QuarantineCommand.class
        })
public final class AgentCommand {
    /** For picocli. */
    public AgentCommand() {}
}

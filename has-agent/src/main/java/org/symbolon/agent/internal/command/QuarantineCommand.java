package org.symbolon.agent.internal.command;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.symbolon.agent.QuarantineEntry;
import org.symbolon.agent.internal.control.Messages;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code symbolon agent quarantine}. */
@Command(
        name = "quarantine",
        mixinStandardHelpOptions = true,
        description = "List what was rejected and kept aside, or do something about one entry.",
        subcommands = {QuarantineShowCommand.class, QuarantineReleaseCommand.class, QuarantineReviewsCommand.class})
public final class QuarantineCommand implements Callable<Integer> {
    @Option(names = "--json", description = "Print one JSON array instead of text.")
    private boolean json;

    @Option(names = "--remove", paramLabel = "ID", description = "Delete an entry and its file for ever.")
    private @Nullable Long remove;

    @Option(names = "--retry", paramLabel = "ID", description = "Take an entry in, or send it, once more.")
    private @Nullable Long retry;

    @Mixin
    private CommonOptions common = new CommonOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        try (Desk desk = Desk.open(common)) {
            if (remove != null) {
                desk.removeQuarantined(remove);
                out.println("Entry " + remove + " is removed");
            } else if (retry != null) {
                desk.retryQuarantined(retry);
                out.println("Entry " + retry + " is taken in again by the next agent start or archive");
            } else {
                list(desk.quarantine(), out);
            }
        }
        out.flush();
        return 0;
    }

    private void list(List<QuarantineEntry> entries, PrintWriter out) {
        if (json) {
            ArrayNode array = JsonNodeFactory.instance.arrayNode();
            entries.forEach(entry -> array.add(Messages.of(entry)));
            out.println(array);
            return;
        }
        if (entries.isEmpty()) {
            out.println("The quarantine is empty");
        }
        for (QuarantineEntry entry : entries) {
            String where = (entry.tag().isEmpty() ? "" : " " + entry.tag())
                    + (entry.offset() < 0 ? "" : " at byte " + entry.offset());
            out.println(entry.id() + "  " + entry.code() + "  " + entry.file());
            out.println("      " + entry.rule() + where + ", " + entry.at());
        }
    }
}

package org.symbolon.agent.internal.command;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.symbolon.agent.QuarantineReview;
import org.symbolon.agent.internal.control.Messages;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code symbolon agent quarantine reviews}: who released which doubtful image, when, and how. */
@Command(
        name = "reviews",
        mixinStandardHelpOptions = true,
        description = "List who let which doubtful image go, when, and what was blanked.")
public final class QuarantineReviewsCommand implements Callable<Integer> {
    @Option(names = "--json", description = "Print one JSON array instead of text.")
    private boolean json;

    @Mixin
    private CommonOptions common = new CommonOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        List<QuarantineReview> reviews;
        try (Desk desk = Desk.open(common)) {
            reviews = desk.reviews();
        }
        if (json) {
            ArrayNode array = JsonNodeFactory.instance.arrayNode();
            reviews.forEach(review -> array.add(Messages.of(review)));
            out.println(array);
        } else {
            for (QuarantineReview review : reviews) {
                out.println(review.at() + "  entry " + review.entry() + "  " + review.reviewer());
                out.println("      " + review.rule() + ": " + review.decision()
                        + (review.siteRule().isEmpty() ? "" : ", for all like it as " + review.siteRule()));
            }
        }
        out.flush();
        return 0;
    }
}

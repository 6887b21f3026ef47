package org.symbolon.agent.internal.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.symbolon.agent.Release;
import org.symbolon.agent.Released;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code symbolon agent quarantine release}: what a person decided who has looked at a doubtful image. */
@Command(
        name = "release",
        mixinStandardHelpOptions = true,
        description = {
            "Let a doubtful image go on to the archive, as somebody decided who has looked at it.",
            "Who decided what and when is kept for ever (symbolon agent quarantine reviews)."
        })
public final class QuarantineReleaseCommand implements Callable<Integer> {
    /** Just one of the two. */
    static final class Decision {
        @Option(
                names = "--nothing-to-hide",
                required = true,
                description = "Nothing in its pixels says who it is: they go as they are.")
        private boolean nothing;

        @Option(
                names = "--blank",
                required = true,
                paramLabel = "L,T,W,H",
                description = "Blank this rectangle of every frame: left, top, width, height in pixels from 0; 'all' as"
                        + " width or height goes to the edge. May be repeated.")
        private List<String> blank = List.of();
    }

    @Parameters(paramLabel = "ID", description = "An entry of symbolon agent quarantine.")
    private long id;

    @ArgGroup(exclusive = true, multiplicity = "1")
    private Decision decision = new Decision();

    @Option(
            names = "--all-like-it",
            description =
                    "The same for every image of that device, kind and size, now and later: writes a pixel rule of"
                            + " the site (key pixel-rules.site).")
    private boolean allLikeIt;

    @Option(names = "--by", paramLabel = "NAME", description = "Who looked; default: the user of this machine.")
    private @Nullable String reviewer;

    @Mixin
    private CommonOptions common = new CommonOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        String user = System.getProperty("user.name", "");
        Release release = new Release(
                id,
                decision.nothing ? "nothing" : String.join(" ", decision.blank),
                allLikeIt ? Release.Scope.ALL_LIKE_IT : Release.Scope.THIS_IMAGE,
                reviewer == null ? user : reviewer);
        PrintWriter out = spec.commandLine().getOut();
        try (Desk desk = Desk.open(common)) {
            Released released = desk.release(release);
            out.println("Released: " + released.images()
                    + (released.siteRule().isEmpty()
                            ? ""
                            : ", and the site has the pixel rule " + released.siteRule()));
            out.println("What is released is taken in again by the agent that runs, else by the next start or archive");
        }
        out.flush();
        return 0;
    }
}

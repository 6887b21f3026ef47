package org.symbolon.agent.internal.command;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.symbolon.agent.internal.folder.AgentFolder;
import org.symbolon.deidentification.pixels.DoubtfulObject;
import org.symbolon.deidentification.pixels.PixelReview;
import org.symbolon.model.ErrorCode;
import org.symbolon.model.SymbolonException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code symbolon agent quarantine show}: says what an image is, and draws it for a person to look at. */
@Command(
        name = "show",
        mixinStandardHelpOptions = true,
        description = {
            "Say what a doubtful image is, and draw it as PNG files that only you can read; they show identity.",
            "They are deleted when the image leaves the quarantine, and when the agent starts."
        })
public final class QuarantineShowCommand implements Callable<Integer> {
    private static final int MAX_FRAMES = 2_000;

    /** Of how the frames of a long image are usually looked at: its beginning, its middle, its end. */
    private enum Frames {
        SOME,
        ALL
    }

    @Parameters(paramLabel = "ID", description = "An entry of symbolon agent quarantine.")
    private long id;

    @Option(names = "--frame", paramLabel = "N", description = "This frame, from 1; default: first, middle and last.")
    private @Nullable Integer frame;

    @Option(names = "--all-frames", description = "Every frame, at most " + MAX_FRAMES + ".")
    private boolean allFrames;

    @Option(
            names = "--blank",
            paramLabel = "L,T,W,H",
            description = "Draw this rectangle black, to try what release --blank would do; may be repeated.")
    private List<String> blank = List.of();

    @Mixin
    private CommonOptions common = new CommonOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        Path file;
        try (Desk desk = Desk.open(common)) {
            file = desk.quarantinedFile(id);
        }
        DoubtfulObject image = DoubtfulObject.open(file, Set.of());
        out.println("file: " + file);
        image.description().forEach((name, value) -> out.println(name + ": " + value));
        Path pictures = AgentFolder.create(common.dataFolder()).pictures();
        @Nullable PixelReview blanked = blank.isEmpty() ? null : PixelReview.parse(String.join(" ", blank));
        for (int number : frames(image.frames(), allFrames ? Frames.ALL : Frames.SOME)) {
            out.println("picture: " + draw(image, number, blanked, pictures));
        }
        if (image.frames() == 0) {
            out.println("It has no frames that can be drawn: look at its file with another viewer");
        }
        out.flush();
        return 0;
    }

    private Set<Integer> frames(int count, Frames wanted) {
        Set<Integer> frames = new TreeSet<>();
        if (frame != null) {
            if (frame < 1 || frame > count) {
                throw new SymbolonException(ErrorCode.USAGE, "The image has frames 1 to " + count);
            }
            frames.add(frame);
        } else if (wanted == Frames.ALL) {
            for (int number = 1; number <= Math.min(count, MAX_FRAMES); number++) {
                frames.add(number);
            }
        } else if (count > 0) {
            frames.addAll(List.of(1, (count + 1) / 2, count));
        }
        return frames;
    }

    private Path draw(DoubtfulObject image, int number, @Nullable PixelReview blanked, Path folder) throws IOException {
        Path picture = folder.resolve(id + "-" + number + ".png");
        Files.deleteIfExists(picture);
        Files.createFile(picture, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try (OutputStream out = Files.newOutputStream(picture, StandardOpenOption.WRITE)) {
            image.drawPng(number - 1, blanked, out);
        }
        return picture;
    }
}

package org.symbolon.dicomtools.file;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.symbolon.dicomtools.file.internal.FileRun;
import org.symbolon.dicomtools.file.internal.OutputNames;
import org.symbolon.dicomtools.file.internal.RunOptions;
import org.symbolon.dicomtools.file.internal.RunReport;
import org.symbolon.dicomtools.file.internal.RunResult;
import org.symbolon.dicomtools.file.internal.SourceFiles;
import org.symbolon.dicomtools.file.render.FrameChoice;
import org.symbolon.dicomtools.file.render.PictureFormat;
import org.symbolon.dicomtools.file.render.Render;
import org.symbolon.dicomtools.file.render.RenderChoices;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code symbolon dicom render}: frames as PNG or JPEG. */
@Command(
        name = "render",
        mixinStandardHelpOptions = true,
        description = "Writes images as PNG or JPEG: a.dcm as a.dcm.png, frame 12 of several as a.dcm.12.png.",
        footer = {"", "Exit code 0: every file was rendered; 1: some were not, and are named."})
public final class RenderCommand implements Callable<Integer> {
    @Parameters(arity = "1..*", paramLabel = "PATH", description = "Files, and folders with all that is below them.")
    private List<Path> paths = List.of();

    @Option(
            names = "--out",
            required = true,
            paramLabel = "DIR",
            description = "Gets the pictures, in sub-folders like the files.")
    @SuppressWarnings("NullAway.Init")
    private Path out;

    @Option(
            names = "--frame",
            paramLabel = "N|all",
            defaultValue = "1",
            description = "Which frame, counted from 1; default: ${DEFAULT-VALUE}.")
    private String frame = "1";

    @Option(
            names = "--format",
            paramLabel = "png|jpeg",
            defaultValue = "png",
            description = "Default: ${DEFAULT-VALUE}.")
    private PictureFormat format = PictureFormat.PNG;

    @Mixin
    private RenderChoices choices = new RenderChoices();

    @Mixin
    private RunOptions run = new RunOptions();

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        Render render = render();
        SourceFiles sources = SourceFiles.of(paths);
        OutputNames names = new OutputNames(out, sources.files(), "");
        RunReport report = RunReport.withProgress(spec.commandLine().getErr());
        RunResult result = FileRun.over(sources, run, report, file -> render.write(file.path(), names.of(file)));
        return result.report(spec.commandLine().getOut(), run, "rendered");
    }

    private Render render() {
        try {
            return new Render(format, FrameChoice.parse(frame), choices.options(format));
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        }
    }
}

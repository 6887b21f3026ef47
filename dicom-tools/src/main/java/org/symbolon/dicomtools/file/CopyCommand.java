package org.symbolon.dicomtools.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.symbolon.dicom.TransferSyntax;
import org.symbolon.dicomtools.file.copy.CopyPlan;
import org.symbolon.dicomtools.file.copy.FileConversion;
import org.symbolon.dicomtools.file.copy.LosslessMode;
import org.symbolon.dicomtools.file.copy.SyntaxName;
import org.symbolon.dicomtools.file.internal.FileRun;
import org.symbolon.dicomtools.file.internal.OutputFile;
import org.symbolon.dicomtools.file.internal.RunOptions;
import org.symbolon.dicomtools.file.internal.RunReport;
import org.symbolon.dicomtools.file.internal.RunResult;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code symbolon dicom copy}: files or folders, as they are or in another transfer syntax. */
@Command(
        name = "copy",
        mixinStandardHelpOptions = true,
        description = {
            "Copies DICOM files, each checked: byte for byte, or into another transfer syntax without loss.",
            "DICOM JSON and Native XML become DICOM again.",
            "A file IN becomes the file OUT, or goes into the folder OUT. Of a folder IN all files below it go into the"
                    + " folder OUT, with their sub-folders. A file is written completely or not at all."
        },
        footer = {"", "Exit code 0: every file was copied; 1: some were not, and are named."})
public final class CopyCommand implements Callable<Integer> {
    @Parameters(
            arity = "2..*",
            hideParamSyntax = true,
            paramLabel = "IN... OUT",
            description = "Files or folders, and where they go.")
    private List<Path> paths = List.of();

    @Option(
            names = {"--transfer-syntax", "-x"},
            paramLabel = "SYNTAX",
            description = "A UID, its keyword (RLELossless), or a short name: implicit, explicit, big-endian, deflated,"
                    + " rle, jpeg-lossless, jpeg-ls. Without it files are copied byte for byte.")
    private @Nullable String syntax;

    @Option(
            names = "--lossless-check",
            description = "After re-encoding, every sample of both files is compared; a copy that differs is not kept.")
    private boolean losslessCheck;

    @Mixin
    private RunOptions run = new RunOptions();

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        FileConversion conversion = conversion();
        CopyPlan plan = plan();
        RunReport report = RunReport.withProgress(spec.commandLine().getErr());
        RunResult result = FileRun.over(plan.sources(), run, report, file -> {
            Path out = plan.of(file);
            if (Files.exists(out) && Files.isSameFile(file.path(), out)) {
                throw new IOException("the file cannot be copied to itself");
            }
            OutputFile.write(out, temporary -> conversion.write(file.path(), temporary));
        });
        return result.report(spec.commandLine().getOut(), run, "copied");
    }

    private FileConversion conversion() {
        if (syntax == null) {
            return FileConversion.none();
        }
        TransferSyntax target = SyntaxName.find(syntax);
        if (target == null) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--transfer-syntax: no such transfer syntax; a UID, its keyword, or " + SyntaxName.list());
        }
        return FileConversion.to(target, losslessCheck ? LosslessMode.CHECKED : LosslessMode.UNCHECKED);
    }

    private CopyPlan plan() throws IOException {
        try {
            return CopyPlan.of(paths.subList(0, paths.size() - 1), paths.get(paths.size() - 1));
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        }
    }
}

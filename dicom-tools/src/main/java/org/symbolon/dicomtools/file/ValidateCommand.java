package org.symbolon.dicomtools.file;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import org.symbolon.dicom.DataSetValidator;
import org.symbolon.dicom.DicomFile;
import org.symbolon.dicom.Findings;
import org.symbolon.dicomtools.file.internal.BrokenPipeException;
import org.symbolon.dicomtools.file.internal.FileRun;
import org.symbolon.dicomtools.file.internal.RunOptions;
import org.symbolon.dicomtools.file.internal.RunReport;
import org.symbolon.dicomtools.file.internal.RunResult;
import org.symbolon.dicomtools.file.internal.SourceFile;
import org.symbolon.dicomtools.file.internal.SourceFiles;
import org.symbolon.dicomtools.file.validate.FindingsReport;
import org.symbolon.dicomtools.file.validate.Verdict;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code symbolon dicom validate}: what in a file is against the standard. */
@Command(
        name = "validate",
        mixinStandardHelpOptions = true,
        description = {
            "Holds DICOM files against PS3.5, PS3.6 and PS3.10: encoding, value representations, multiplicities, private"
                    + " blocks, character sets, UIDs, the file meta group.",
            "With --json one object a file, then one that sums up."
        },
        footer = {"", "Exit code 0: nothing but warnings; 1: there are errors, or a file could not be read."})
public final class ValidateCommand implements Callable<Integer> {
    @Parameters(arity = "1..*", paramLabel = "PATH", description = "Files, and folders with all that is below them.")
    private List<Path> paths = List.of();

    @Mixin
    private RunOptions run = new RunOptions();

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    private final AtomicLong errors = new AtomicLong();
    private final AtomicLong warnings = new AtomicLong();

    @Override
    public Integer call() throws IOException {
        SourceFiles sources = SourceFiles.of(paths);
        PrintWriter out = spec.commandLine().getOut();
        RunReport report = RunReport.quiet(spec.commandLine().getErr());
        try {
            RunResult result = FileRun.over(sources, run, report, this::validate);
            if (!run.json()) {
                out.printf("%d errors, %d warnings; ", errors.get(), warnings.get());
            }
            int exitCode = result.report(out, run, "examined");
            return errors.get() > 0 ? 1 : exitCode;
        } catch (BrokenPipeException e) {
            return BrokenPipeException.EXIT_CODE;
        }
    }

    private void validate(SourceFile source) throws IOException {
        Findings findings = DataSetValidator.validate(DicomFile.open(source.path()));
        errors.addAndGet(Verdict.ERROR.countIn(findings));
        warnings.addAndGet(Verdict.WARNING.countIn(findings));
        FindingsReport report = new FindingsReport(source.path(), findings);
        PrintWriter out = spec.commandLine().getOut();
        synchronized (this) {
            if (run.json()) {
                report.printJson(out);
            } else {
                report.print(out);
            }
            if (out.checkError()) {
                throw new BrokenPipeException();
            }
        }
    }
}

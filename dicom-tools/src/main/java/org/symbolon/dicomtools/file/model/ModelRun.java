package org.symbolon.dicomtools.file.model;

import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.symbolon.dicom.DicomFile;
import org.symbolon.dicom.Findings;
import org.symbolon.dicomtools.file.internal.BrokenPipeException;
import org.symbolon.dicomtools.file.internal.Damage;
import org.symbolon.dicomtools.file.internal.FileRun;
import org.symbolon.dicomtools.file.internal.OutputFile;
import org.symbolon.dicomtools.file.internal.OutputNames;
import org.symbolon.dicomtools.file.internal.PipeWriter;
import org.symbolon.dicomtools.file.internal.RunOptions;
import org.symbolon.dicomtools.file.internal.RunReport;
import org.symbolon.dicomtools.file.internal.RunResult;
import org.symbolon.dicomtools.file.internal.SourceFile;
import org.symbolon.dicomtools.file.internal.SourceFiles;
import org.symbolon.dicomtools.file.internal.Utf8Stream;
import picocli.CommandLine;

/** Files into a model: one file each, or all to the standard output, one after the other. */
public final class ModelRun {
    private final CommandLine commandLine;
    private final ModelOptions options;
    private final RunOptions run;
    private final ModelWriter writer;

    public ModelRun(CommandLine commandLine, ModelOptions options, RunOptions run, ModelWriter writer) {
        this.commandLine = commandLine;
        this.options = options;
        this.run = run;
        this.writer = writer;
    }

    /** Runs to the end; {@code .json} is an ending. */
    public int run(String ending) throws IOException {
        SourceFiles sources = SourceFiles.of(options.paths());
        Path out = options.out();
        return out == null
                ? toStandardOutput(sources)
                : toFiles(sources, new OutputNames(out, sources.files(), ending));
    }

    private int toFiles(SourceFiles sources, OutputNames names) throws IOException {
        RunReport report = RunReport.withProgress(commandLine.getErr());
        RunResult result = FileRun.over(sources, run, report, source -> writeFile(source, names.of(source)));
        return result.report(commandLine.getOut(), run, "written");
    }

    private void writeFile(SourceFile source, Path target) throws IOException {
        DicomFile file = DicomFile.open(source.path());
        Findings[] findings = new Findings[1];
        OutputFile.write(target, temporary -> {
            try (OutputStream out =
                    Files.newOutputStream(temporary, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                findings[0] = writer.write(file, out);
            }
        });
        Damage.requireNone(findings[0]);
    }

    private int toStandardOutput(SourceFiles sources) throws IOException {
        Writer out = PipeWriter.over(commandLine.getOut());
        RunReport report = RunReport.quiet(commandLine.getErr());
        try {
            RunResult result = FileRun.over(sources, run.inOrder(), report, source -> print(source, out));
            return result.exitCode();
        } catch (BrokenPipeException e) {
            return BrokenPipeException.EXIT_CODE;
        }
    }

    private void print(SourceFile source, Writer out) throws IOException {
        DicomFile file = DicomFile.open(source.path());
        Findings findings;
        try {
            findings = writer.write(file, new Utf8Stream(out));
        } finally {
            // what follows begins on a line of its own, even behind one that broke off
            out.write('\n');
            out.flush();
        }
        Damage.requireNone(findings);
    }
}

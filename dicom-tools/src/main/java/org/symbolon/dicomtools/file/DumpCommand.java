package org.symbolon.dicomtools.file;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.symbolon.dicom.DicomFile;
import org.symbolon.dicom.Finding;
import org.symbolon.dicom.Findings;
import org.symbolon.dicom.Leniency;
import org.symbolon.dicom.ReaderOptions;
import org.symbolon.dicom.Tag;
import org.symbolon.dicomtools.file.dump.Dump;
import org.symbolon.dicomtools.file.dump.DumpOptions;
import org.symbolon.dicomtools.file.internal.BrokenPipeException;
import org.symbolon.dicomtools.file.internal.Damage;
import org.symbolon.dicomtools.file.internal.FileRun;
import org.symbolon.dicomtools.file.internal.PipeWriter;
import org.symbolon.dicomtools.file.internal.RunOptions;
import org.symbolon.dicomtools.file.internal.RunReport;
import org.symbolon.dicomtools.file.internal.RunResult;
import org.symbolon.dicomtools.file.internal.SourceFile;
import org.symbolon.dicomtools.file.internal.SourceFiles;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code symbolon dicom dump}: what is in a file, for a person to read. */
@Command(
        name = "dump",
        mixinStandardHelpOptions = true,
        description = "Prints DICOM files, one line an element: tag, VR, length, keyword, value.",
        footer = {"", "Exit code 0: every file was read to its end; 1: some were not, and are named."})
public final class DumpCommand implements Callable<Integer> {
    private static final int WIDTH = 80;
    private static final ReaderOptions SALVAGE = ReaderOptions.defaults().withLeniency(Leniency.SALVAGE);

    @Parameters(arity = "1..*", paramLabel = "PATH", description = "Files, and folders with all that is below them.")
    private List<Path> paths = List.of();

    @Option(
            names = {"--tag", "-t"},
            paramLabel = "TAG",
            description = "Only this element, wherever it stands, with what is in it; a keyword or gggg,eeee."
                    + " May be given several times.")
    private List<String> tags = List.of();

    @Option(
            names = "--width",
            paramLabel = "N",
            defaultValue = "" + WIDTH,
            description = "Characters of a value that are shown; default: ${DEFAULT-VALUE}.")
    private int width = WIDTH;

    @Option(names = "--full", description = "Values are shown to their end, but for those above 1 MiB.")
    private boolean full;

    @Option(names = "--offsets", description = "Each line begins with the offset of the element in the file.")
    private boolean offsets;

    @Option(names = "--findings", description = "Behind each file, what in it is against the standard.")
    private boolean withFindings;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        DumpOptions options = options();
        SourceFiles sources = SourceFiles.of(paths);
        Writer out = PipeWriter.over(spec.commandLine().getOut());
        RunReport report = RunReport.quiet(spec.commandLine().getErr());
        try {
            RunResult result =
                    FileRun.over(sources, new RunOptions().inOrder(), report, file -> dump(file, out, options));
            out.flush();
            return result.exitCode();
        } catch (BrokenPipeException e) {
            return BrokenPipeException.EXIT_CODE;
        }
    }

    private void dump(SourceFile source, Writer out, DumpOptions options) throws IOException {
        DicomFile file = DicomFile.open(source.path());
        Findings findings;
        try {
            out.write("# " + source.path() + ": "
                    + (file.fileMeta().isEmpty() ? "no file meta group, " : "")
                    + file.transferSyntax().name() + "\n");
            findings = new Dump(out, options).print(file, SALVAGE);
            if (withFindings) {
                for (Finding finding : findings) {
                    out.write("# " + finding + "\n");
                }
                out.write("# " + findings.count() + " findings\n");
            }
        } finally {
            // before what is said of the file on the error stream
            out.flush();
        }
        Damage.requireNone(findings);
    }

    private DumpOptions options() {
        Set<Integer> wanted = new LinkedHashSet<>();
        for (String tag : tags) {
            wanted.add(tag(tag));
        }
        if (width < 1) {
            throw new ParameterException(spec.commandLine(), "--width is at least 1");
        }
        return new DumpOptions(
                offsets ? DumpOptions.Offsets.SHOWN : DumpOptions.Offsets.HIDDEN,
                full ? Integer.MAX_VALUE : width,
                wanted);
    }

    private int tag(String text) {
        try {
            return Tag.parse(text.matches("\\p{XDigit}{4},\\p{XDigit}{4}") ? "(" + text + ")" : text);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), "--tag " + text + ": " + e.getMessage(), e);
        }
    }
}

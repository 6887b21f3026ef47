package org.symbolon.dicomtools.file;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.symbolon.dicomtools.DicomCommand;
import picocli.CommandLine;

/** One run of {@code symbolon dicom}, and what it printed. */
record Run(int exitCode, String out, String err) {
    static Run of(Object... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine command = DicomCommand.commandLine();
        command.setOut(new PrintWriter(out, true));
        command.setErr(new PrintWriter(err, true));
        String[] texts = new String[arguments.length];
        for (int i = 0; i < texts.length; i++) {
            texts[i] = arguments[i].toString();
        }
        int exitCode = command.execute(texts);
        return new Run(exitCode, out.toString(), err.toString());
    }

    List<String> lines() {
        return out.lines().toList();
    }

    /** The summary that {@code --json} prints last. */
    String lastLine() {
        return lines().get(lines().size() - 1);
    }
}

package org.symbolon.dicomtools;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.symbolon.dicomtools.file.FileCommands;
import org.symbolon.dicomtools.network.NetworkCommands;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code symbolon dicom}: looks at DICOM files, changes their form, and talks to DICOM peers. */
@Command(
        name = "dicom",
        mixinStandardHelpOptions = true,
        description = "Looks at DICOM files, changes their form, and talks to DICOM peers.")
public final class DicomCommand implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    /** The command with all its sub-commands. */
    public static CommandLine commandLine() {
        CommandLine command = new CommandLine(new DicomCommand());
        FileCommands.all().forEach(command::addSubcommand);
        NetworkCommands.all().forEach(command::addSubcommand);
        command.setCaseInsensitiveEnumValuesAllowed(true);
        // UTF-8 whatever the locale says: values of a data set are of any language
        command.setOut(new PrintWriter(
                new OutputStreamWriter(new FileOutputStream(FileDescriptor.out), StandardCharsets.UTF_8), true));
        return command;
    }

    @Override
    public void run() {
        throw new CommandLine.ParameterException(spec.commandLine(), "Which one? See symbolon dicom --help");
    }
}

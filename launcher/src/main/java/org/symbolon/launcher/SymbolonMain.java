package org.symbolon.launcher;

import java.io.PrintWriter;
import java.util.List;
import org.symbolon.agent.AgentCommand;
import org.symbolon.analytics.AnalyseCommand;
import org.symbolon.anonymizer.AnonymizeCommand;
import org.symbolon.anonymizer.CrosswalkCommand;
import org.symbolon.anonymizer.KeystoreCommand;
import org.symbolon.anonymizer.PersonalizeCommand;
import org.symbolon.anonymizer.ProfilesCommand;
import org.symbolon.anonymizer.audit.AuditCommand;
import org.symbolon.dicomtools.DicomCommand;
import org.symbolon.launcher.certificates.CertificatesCommand;
import org.symbolon.launcher.demo.DemoCommand;
import org.symbolon.model.SymbolonException;
import org.symbolon.portal.PortalService;
import org.symbolon.receiver.MdcCommand;
import org.symbolon.recordreceiver.RecordReceiverService;
import org.symbolon.testkit.SampleCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParseResult;

/** The {@code symbolon} command. Exit code 0 only on success; 2 for wrong usage; else that of the {@link org.symbolon.model.ErrorCode}. */
@Command(
        name = "symbolon",
        mixinStandardHelpOptions = true,
        version = "Symbolon 0.1.0",
        description =
                "Parts medical images and records from identities, archives the anonymous half, and puts the halves together again.",
        subcommands = {
            DemoCommand.class,
            SampleCommand.class,
            KeystoreCommand.class,
            CrosswalkCommand.class,
            AnonymizeCommand.class,
            ProfilesCommand.class,
            PersonalizeCommand.class,
            AuditCommand.class,
            AgentCommand.class,
            AnalyseCommand.class,
            CertificatesCommand.class,
            CommandLine.HelpCommand.class
        })
public final class SymbolonMain {
    private SymbolonMain() {}

    public static void main(String[] arguments) {
        CommandLine commandLine = new CommandLine(new SymbolonMain())
                .addSubcommand(new MdcCommand(List.of(new RecordReceiverService(), new PortalService())))
                .addSubcommand(DicomCommand.commandLine());
        commandLine.setExecutionExceptionHandler(SymbolonMain::explain);
        if (arguments.length == 0) {
            commandLine.usage(commandLine.getErr());
            System.exit(CommandLine.ExitCode.USAGE);
        }
        System.exit(commandLine.execute(arguments));
    }

    /** A known error is one line that says what is wrong; anything else is a defect and shows its stack. */
    private static int explain(Exception exception, CommandLine commandLine, ParseResult result) throws Exception {
        PrintWriter err = commandLine.getErr();
        if (exception instanceof SymbolonException known) {
            err.println("symbolon: " + known.code() + ": " + known.getMessage());
            return known.code().exitCode();
        }
        if (exception instanceof java.nio.file.FileSystemException file) {
            String reason = file.getReason() == null ? file.getClass().getSimpleName() : file.getReason();
            err.println("symbolon: " + file.getFile() + ": " + reason);
            return 74;
        }
        throw exception;
    }
}

package org.symbolon.launcher;

import java.util.List;
import org.symbolon.agent.AgentCommand;
import org.symbolon.analytics.AnalyseCommand;
import org.symbolon.anonymizer.AnonymizeCommand;
import org.symbolon.anonymizer.CrosswalkCommand;
import org.symbolon.anonymizer.DecryptAttributesCommand;
import org.symbolon.anonymizer.KeystoreCommand;
import org.symbolon.anonymizer.PersonalizeCommand;
import org.symbolon.anonymizer.ProfilesCommand;
import org.symbolon.anonymizer.audit.AuditCommand;
import org.symbolon.dicomtools.DicomCommand;
import org.symbolon.launcher.certificates.CertificatesCommand;
import org.symbolon.launcher.demo.DemoCommand;
import org.symbolon.model.CommandFailure;
import org.symbolon.portal.PortalService;
import org.symbolon.receiver.MdcCommand;
import org.symbolon.recordreceiver.RecordReceiverService;
import org.symbolon.testkit.SampleCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;

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
            DecryptAttributesCommand.class,
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
        commandLine.setExecutionExceptionHandler(
                (exception, command, result) -> CommandFailure.explain(command.getErr(), exception));
        if (arguments.length == 0) {
            commandLine.usage(commandLine.getErr());
            System.exit(CommandLine.ExitCode.USAGE);
        }
        System.exit(commandLine.execute(arguments));
    }
}

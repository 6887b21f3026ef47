package org.symbolon.receiver;

import java.util.List;
import org.symbolon.archive.DataCentreService;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code symbolon mdc}: the data centre. Whoever makes the command says which services run beside the DICOM receiver. */
@Command(
        name = "mdc",
        description = "The data centre: receives, stores and gives back de-identified objects and records.",
        mixinStandardHelpOptions = true)
public final class MdcCommand implements Runnable {
    private final List<DataCentreService> services;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    /** @param services started in this order after the DICOM receiver, closed in the opposite one before the archive */
    public MdcCommand(List<DataCentreService> services) {
        this.services = List.copyOf(services);
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Say what to do: start");
    }

    @Command(
            name = "start",
            description =
                    "Runs the data centre in the foreground; SIGTERM or Ctrl-C stops it, and nothing acknowledged is lost.",
            mixinStandardHelpOptions = true)
    int start(@Mixin MdcStart start) throws Exception {
        return start.run(
                services, spec.commandLine().getOut(), spec.commandLine().getErr());
    }
}

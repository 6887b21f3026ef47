package org.symbolon.launcher.certificates;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.symbolon.model.OrganisationId;
import org.symbolon.model.Secret;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code symbolon certificates}: key and trust stores for a trial of both sides. */
@Command(
        name = "certificates",
        mixinStandardHelpOptions = true,
        description = {
            "Make key stores, a trust store and PEM files for a trial: data-centre.*, agent.*, truststore.p12.",
            "The authority's key is thrown away. Hospitals use certificates of their own authority."
        })
public final class CertificatesCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "Folder for the files.")
    @SuppressWarnings("NullAway.Init")
    private Path out;

    @Option(
            names = "--organisation",
            required = true,
            paramLabel = "NAME",
            description = "The hospital: common name of the agent's certificate.")
    @SuppressWarnings("NullAway.Init")
    private String organisation;

    @Option(
            names = "--host",
            defaultValue = "localhost",
            description = "Host name of the data centre (default ${DEFAULT-VALUE}).")
    @SuppressWarnings("NullAway.Init")
    private String host;

    @Option(
            names = "--password-file",
            required = true,
            paramLabel = "FILE",
            description = "The password for all stores is its first line.")
    @SuppressWarnings("NullAway.Init")
    private Path passwordFile;

    @Override
    public Integer call() throws IOException {
        OrganisationId id = new OrganisationId(organisation);
        PrivateFiles.folder(out);
        try (Secret password = Secret.readFile(passwordFile)) {
            write(out, id, host, password);
        }
        PrintWriter terminal = spec.commandLine().getOut();
        terminal.println("Wrote data-centre.p12, agent.p12, truststore.p12 and PEM files to " + out);
        return 0;
    }

    /** The same files for callers inside this program. */
    public static void write(Path folder, OrganisationId organisation, String host, Secret password)
            throws IOException {
        TrialAuthority authority = new TrialAuthority("Symbolon trial authority");
        authority.writeTrust(folder, password);
        authority.issue("data-centre", host, folder, "data-centre", password);
        authority.issue(organisation.value(), host, folder, "agent", password);
    }
}

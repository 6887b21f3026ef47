package org.symbolon.receiver.internal.cli;

import java.util.List;
import java.util.Map;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Options;
import org.jspecify.annotations.Nullable;
import org.symbolon.archive.cli.Arguments;
import org.symbolon.archive.cli.TlsArguments;
import org.symbolon.model.OrganisationId;

/**
 * The command line of {@code dcmrcv}.
 *
 * @param destination a folder, or an {@code hdfs://} address
 * @param organisation first part of the path below an {@code hdfs://} destination; null for a folder
 */
public record ReceiveArguments(
        ListenAddress listen, String destination, @Nullable OrganisationId organisation, TlsArguments tls) {
    public static final String HELP = """
            Usage: dcmrcv [<aet>[@<ip>]:]<port> -dest <directory>|hdfs://<host>:<port>[/<path>] [options]
            Receives DICOM objects (C-STORE) until it is stopped (Ctrl-C or SIGTERM) and writes each as it came.
            Without <aet> every called AE title is accepted; without <ip> it listens on all addresses.

              -dest <directory>     one file for each object, named with its SOP Instance UID
              -dest hdfs://...      /<organisation>/<series>/<sop> at that HDFS, below <path> if given
              -organisation <name>  for hdfs://: the first part of the path; else from the environment variable
                                    SYMBOLON_ORGANISATION
            """ + TlsArguments.HELP + """
              -help                 this text
            """;

    private static final String HDFS = "hdfs://";

    /** For the person at the terminal. */
    public List<String> warnings() {
        return tls.warnings();
    }

    /** Null means that help was asked for. */
    public static @Nullable ReceiveArguments parse(String[] arguments, Map<String, String> environment) {
        Options options = new Options().addOption("help", false, "").addOption("h", false, "");
        Arguments.with(options, "dest", "directory");
        Arguments.with(options, "organisation", "name");
        TlsArguments.addTo(options);
        CommandLine line = Arguments.parse(options, arguments);
        if (line.hasOption("help") || line.hasOption("h")) {
            return null;
        }
        List<String> words = line.getArgList();
        String destination = line.getOptionValue("dest");
        if (words.size() != 1 || destination == null) {
            throw Arguments.usage("Give one port to listen on, and -dest; -help tells more");
        }
        String organisation =
                line.getOptionValue("organisation", environment.getOrDefault("SYMBOLON_ORGANISATION", ""));
        if (destination.startsWith(HDFS) && organisation.isEmpty()) {
            throw Arguments.usage("-dest hdfs://... needs -organisation or SYMBOLON_ORGANISATION");
        }
        return new ReceiveArguments(
                ListenAddress.parse(words.get(0)),
                destination,
                organisation.isEmpty() ? null : new OrganisationId(organisation),
                TlsArguments.from(line, environment));
    }

    boolean toHdfs() {
        return destination.startsWith(HDFS);
    }
}

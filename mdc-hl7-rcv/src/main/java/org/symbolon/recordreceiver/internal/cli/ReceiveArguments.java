package org.symbolon.recordreceiver.internal.cli;

import java.net.InetSocketAddress;
import java.util.Map;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Options;
import org.jspecify.annotations.Nullable;
import org.symbolon.archive.cli.Arguments;
import org.symbolon.archive.cli.TlsArguments;
import org.symbolon.model.OrganisationId;

/**
 * The command line of {@code hl7rcv}.
 *
 * @param destination a folder, or an {@code hdfs://} address
 * @param organisation first part of the path below an {@code hdfs://} destination; null for a folder
 */
public record ReceiveArguments(
        InetSocketAddress listen,
        String destination,
        @Nullable OrganisationId organisation,
        TlsArguments tls) {
    public static final String HELP = """
            Usage: hl7rcv -port [<ip>:]<port> -dest <directory>|hdfs://<host>:<port>[/<path>] [options]
            Receives textual records (POST /records) until it is stopped (Ctrl-C or SIGTERM) and writes each as it came.
            Every client with a certificate that the truststore accepts is served.

              -port <port>          where to listen; without <ip> on all addresses
              -dest <directory>     one file for each record, named with its document identifier
              -dest hdfs://...      /<organisation>/hl7/<document id> at that HDFS, below <path> if given
              -organisation <name>  for hdfs://: the first part of the path; else from the environment variable
                                    SYMBOLON_ORGANISATION
            """ + TlsArguments.STORES_HELP + """
              -help                 this text
            """;

    private static final String HDFS = "hdfs://";

    /** Null means that help was asked for. */
    public static @Nullable ReceiveArguments parse(String[] arguments, Map<String, String> environment) {
        Options options = new Options().addOption("help", false, "").addOption("h", false, "");
        Arguments.with(options, "port", "port");
        Arguments.with(options, "dest", "directory");
        Arguments.with(options, "organisation", "name");
        TlsArguments.addStoresTo(options);
        CommandLine line = Arguments.parse(options, arguments);
        if (line.hasOption("help") || line.hasOption("h")) {
            return null;
        }
        String port = line.getOptionValue("port");
        String destination = line.getOptionValue("dest");
        if (port == null || destination == null || !line.getArgList().isEmpty()) {
            throw Arguments.usage("Give -port and -dest; -help tells more");
        }
        String organisation =
                line.getOptionValue("organisation", environment.getOrDefault("SYMBOLON_ORGANISATION", ""));
        if (destination.startsWith(HDFS) && organisation.isEmpty()) {
            throw Arguments.usage("-dest hdfs://... needs -organisation or SYMBOLON_ORGANISATION");
        }
        return new ReceiveArguments(
                listen(port),
                destination,
                organisation.isEmpty() ? null : new OrganisationId(organisation),
                TlsArguments.required(line, environment));
    }

    private static InetSocketAddress listen(String text) {
        int colon = text.lastIndexOf(':');
        int port = Arguments.port(text.substring(colon + 1));
        return colon < 0
                ? new InetSocketAddress(port)
                : new InetSocketAddress(Arguments.withoutBrackets(text.substring(0, colon)), port);
    }

    boolean toHdfs() {
        return destination.startsWith(HDFS);
    }
}

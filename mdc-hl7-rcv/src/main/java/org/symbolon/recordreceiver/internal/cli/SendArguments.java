package org.symbolon.recordreceiver.internal.cli;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Options;
import org.jspecify.annotations.Nullable;
import org.symbolon.archive.cli.Arguments;
import org.symbolon.archive.cli.TlsArguments;
import org.symbolon.recordreceiver.internal.RequestHead;

/**
 * The command line of {@code hl7snd}.
 *
 * @param url where records are posted to, {@code https}
 * @param input a file or a folder
 */
public record SendArguments(URI url, Path input, TlsArguments tls) {
    public static final String HELP = """
            Usage: hl7snd -url <url:port> -file <file>|<directory> [options]
            Sends textual records (HL7 v2, CDA, HL7 v3, FHIR) to a data centre, each as it is, by HTTPS.

              -url <url:port>       such as https://mdc.example.org:9183; https:// and the path /records may be left out
              -file <file>          one record, or a directory of them
            """ + TlsArguments.STORES_HELP + """
              -help                 this text

            Exit code 0 only if every record was stored.
            """;

    /** Null means that help was asked for. */
    public static @Nullable SendArguments parse(String[] arguments, Map<String, String> environment) {
        Options options = new Options().addOption("help", false, "").addOption("h", false, "");
        Arguments.with(options, "url", "url:port");
        Arguments.with(options, "file", "file");
        TlsArguments.addStoresTo(options);
        CommandLine line = Arguments.parse(options, arguments);
        if (line.hasOption("help") || line.hasOption("h")) {
            return null;
        }
        String url = line.getOptionValue("url");
        String file = line.getOptionValue("file");
        if (url == null || file == null || !line.getArgList().isEmpty()) {
            throw Arguments.usage("Give -url and -file; -help tells more");
        }
        return new SendArguments(url(url), Path.of(file), TlsArguments.required(line, environment));
    }

    private static URI url(String text) {
        try {
            URI given = URI.create(text.contains("://") ? text : "https://" + text);
            if (!"https".equals(given.getScheme()) || given.getHost() == null || given.getPort() < 0) {
                throw Arguments.usage("-url is https, a host and a port: https://mdc.example.org:9183");
            }
            boolean path = given.getPath().length() > 1;
            return path ? given : given.resolve(RequestHead.RECORDS);
        } catch (IllegalArgumentException e) {
            throw Arguments.usage("-url is no URL");
        }
    }
}

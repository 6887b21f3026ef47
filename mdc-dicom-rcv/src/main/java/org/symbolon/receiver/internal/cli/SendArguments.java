package org.symbolon.receiver.internal.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Options;
import org.jspecify.annotations.Nullable;
import org.symbolon.archive.cli.Arguments;
import org.symbolon.archive.cli.TlsArguments;

/**
 * The command line of {@code dcmsnd}.
 *
 * @param called whom to send to
 * @param callingAeTitle who we say we are
 * @param inputs files and folders, in the order given
 */
public record SendArguments(AeAddress called, String callingAeTitle, List<Path> inputs, TlsArguments tls) {
    public static final String HELP = """
            Usage: dcmsnd <aet>[@<host>[:<port>]] <file>|<directory>... [options]
            Sends DICOM files to a storage service (C-STORE), each as it is, never transcoded.
            Default host is this machine, default port is 104.

              -L <aet>              our own AE title (default DCMSND)
            """ + TlsArguments.HELP + """
              -help                 this text

            Exit code 0 only if every file was stored.
            """;

    /** For the person at the terminal. */
    public List<String> warnings() {
        return tls.warnings();
    }

    /** Null means that help was asked for. */
    public static @Nullable SendArguments parse(String[] arguments, Map<String, String> environment) {
        Options options = new Options().addOption("help", false, "").addOption("h", false, "");
        Arguments.with(options, "L", "aet");
        TlsArguments.addTo(options);
        CommandLine line = Arguments.parse(options, arguments);
        if (line.hasOption("help") || line.hasOption("h")) {
            return null;
        }
        List<String> words = line.getArgList();
        if (words.size() < 2) {
            throw Arguments.usage("Give whom to send to, and at least one file or directory; -help tells more");
        }
        return new SendArguments(
                AeAddress.parse(words.get(0)),
                AeAddress.aeTitle(line.getOptionValue("L", "DCMSND")),
                words.subList(1, words.size()).stream().map(Path::of).toList(),
                TlsArguments.from(line, environment));
    }
}

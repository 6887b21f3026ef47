package org.symbolon.receiver.internal.cli;

import java.util.Objects;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.DefaultParser;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.Options;
import org.apache.commons.cli.ParseException;
import org.symbolon.model.ErrorCode;
import org.symbolon.model.SymbolonException;

/** What both command lines share: parsing, AE titles and ports; every mistake is an {@link ErrorCode#USAGE}. */
final class Arguments {
    /** PS3.5 table 6.2-1: an AE title has at most 16 characters. */
    private static final int MAX_AE_TITLE_LENGTH = 16;

    private static final int MAX_PORT = 65_535;

    private Arguments() {}

    static Options with(Options options, String name, String argumentName) {
        return options.addOption(
                Option.builder(name).hasArg().argName(argumentName).get());
    }

    static CommandLine parse(Options options, String[] arguments) {
        try {
            // Without partial matching: -keystore is never taken for -keystorepw
            return new DefaultParser(false).parse(options, arguments);
        } catch (ParseException e) {
            throw new SymbolonException(ErrorCode.USAGE, Objects.requireNonNullElse(e.getMessage(), ""), e);
        }
    }

    static String aeTitle(String text) {
        String title = text.strip();
        boolean printable = title.chars().allMatch(c -> c >= ' ' && c < 0x7F && c != '\\');
        if (title.isEmpty() || title.length() > MAX_AE_TITLE_LENGTH || !printable) {
            throw usage("An AE title has 1 to " + MAX_AE_TITLE_LENGTH + " printable ASCII characters, no backslash");
        }
        return title;
    }

    static int port(String text) {
        int port = text.matches("\\d{1,5}") ? Integer.parseInt(text) : MAX_PORT + 1;
        if (port > MAX_PORT) {
            throw usage("A port is a number from 0 to " + MAX_PORT);
        }
        return port;
    }

    static String withoutBrackets(String host) {
        return host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
    }

    static SymbolonException usage(String message) {
        return new SymbolonException(ErrorCode.USAGE, message);
    }
}

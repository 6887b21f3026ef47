package org.symbolon.archive.cli;

import java.util.Objects;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.DefaultParser;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.Options;
import org.apache.commons.cli.ParseException;
import org.symbolon.model.ErrorCode;
import org.symbolon.model.SymbolonException;

/** What the command lines share: parsing and ports; every mistake is an {@link ErrorCode#USAGE}. */
public final class Arguments {
    private static final int MAX_PORT = 65_535;

    private Arguments() {}

    /** Adds an option with one argument. */
    public static Options with(Options options, String name, String argumentName) {
        return options.addOption(
                Option.builder(name).hasArg().argName(argumentName).get());
    }

    /** Options may stand anywhere; their names are never shortened. */
    public static CommandLine parse(Options options, String[] arguments) {
        try {
            // Without partial matching: -keystore is never taken for -keystorepw
            return new DefaultParser(false).parse(options, arguments);
        } catch (ParseException e) {
            throw new SymbolonException(ErrorCode.USAGE, Objects.requireNonNullElse(e.getMessage(), ""), e);
        }
    }

    /** 0 to 65,535. */
    public static int port(String text) {
        int port = text.matches("\\d{1,5}") ? Integer.parseInt(text) : MAX_PORT + 1;
        if (port > MAX_PORT) {
            throw usage("A port is a number from 0 to " + MAX_PORT);
        }
        return port;
    }

    /** An IPv6 address stands in square brackets where a port follows. */
    public static String withoutBrackets(String host) {
        return host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
    }

    /** To be thrown. */
    public static SymbolonException usage(String message) {
        return new SymbolonException(ErrorCode.USAGE, message);
    }
}

package org.symbolon.recordreceiver;

import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpTimeoutException;
import java.nio.file.FileSystemException;
import org.symbolon.model.ErrorCode;
import org.symbolon.model.SymbolonException;
import org.symbolon.recordreceiver.internal.cli.SendArguments;
import org.symbolon.recordreceiver.internal.cli.Sender;

/** {@code bin/hl7snd}: sends textual records to a data centre. */
public final class Hl7SndMain {
    private Hl7SndMain() {}

    /** Ends the process with 0 if every record was stored. */
    public static void main(String[] arguments) {
        System.exit(run(arguments));
    }

    static int run(String... arguments) {
        try {
            SendArguments parsed = SendArguments.parse(arguments, System.getenv());
            if (parsed == null) {
                System.out.print(SendArguments.HELP);
                return 0;
            }
            parsed.tls().warnings().forEach(warning -> System.err.println("hl7snd: warning: " + warning));
            return new Sender(parsed, System.out).send() ? 0 : ErrorCode.REFUSED_BY_PEER.exitCode();
        } catch (SymbolonException e) {
            System.err.println("hl7snd: " + e.getMessage());
            return e.code().exitCode();
        } catch (FileSystemException e) {
            System.err.println("hl7snd: cannot read: " + e.getMessage());
            return ErrorCode.NOT_FOUND.exitCode();
        } catch (ConnectException | HttpTimeoutException e) {
            System.err.println("hl7snd: the receiver does not answer");
            return ErrorCode.PEER_UNAVAILABLE.exitCode();
        } catch (IOException e) {
            System.err.println("hl7snd: the connection broke: " + e.getMessage());
            return ErrorCode.PEER_UNAVAILABLE.exitCode();
        }
    }
}

package org.symbolon.recordreceiver;

import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import org.symbolon.model.ErrorCode;
import org.symbolon.model.SymbolonException;
import org.symbolon.recordreceiver.internal.cli.ReceiveArguments;
import org.symbolon.recordreceiver.internal.cli.ReceiveServer;

/** {@code bin/hl7rcv}: receives textual records into a folder or into HDFS, until it is stopped. */
public final class Hl7RcvMain {
    private Hl7RcvMain() {}

    /** Runs until SIGTERM or SIGINT. */
    public static void main(String[] arguments) {
        System.exit(run(arguments));
    }

    private static int run(String[] arguments) {
        try {
            ReceiveArguments parsed = ReceiveArguments.parse(arguments, System.getenv());
            if (parsed == null) {
                System.out.print(ReceiveArguments.HELP);
                return 0;
            }
            parsed.tls().warnings().forEach(warning -> System.err.println("hl7rcv: warning: " + warning));
            ReceiveServer server = ReceiveServer.start(parsed);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> close(server), "hl7rcv-stop"));
            System.out.println("Listening on port " + server.port());
            // Only a signal ends this program
            new CountDownLatch(1).await();
            return 0;
        } catch (SymbolonException e) {
            System.err.println("hl7rcv: " + e.getMessage());
            return e.code().exitCode();
        } catch (IOException e) {
            System.err.println("hl7rcv: cannot listen or write: " + e.getMessage());
            return ErrorCode.OUT_OF_RESOURCES.exitCode();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return ErrorCode.INTERNAL.exitCode();
        }
    }

    private static void close(ReceiveServer server) {
        try {
            server.close();
        } catch (IOException e) {
            System.err.println("hl7rcv: stopping: " + e.getMessage());
        }
    }
}

package org.symbolon.receiver;

import java.io.IOException;
import org.symbolon.dicom.net.DicomNetworkException;
import org.symbolon.model.ErrorCode;
import org.symbolon.model.SymbolonException;
import org.symbolon.receiver.internal.cli.SendArguments;
import org.symbolon.receiver.internal.cli.Sender;

/** {@code bin/dcmsnd}: sends DICOM files to a storage service. */
public final class DcmSndMain {
    private DcmSndMain() {}

    /** Ends the process with 0 if every file was stored. */
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
            parsed.warnings().forEach(warning -> System.err.println("dcmsnd: warning: " + warning));
            return new Sender(parsed, System.out).send() ? 0 : ErrorCode.REFUSED_BY_PEER.exitCode();
        } catch (SymbolonException e) {
            System.err.println("dcmsnd: " + e.getMessage());
            return e.code().exitCode();
        } catch (DicomNetworkException e) {
            System.err.println("dcmsnd: " + e.getMessage());
            return ErrorCode.PEER_UNAVAILABLE.exitCode();
        } catch (IOException e) {
            System.err.println("dcmsnd: cannot read: " + e.getMessage());
            return ErrorCode.NOT_FOUND.exitCode();
        }
    }
}

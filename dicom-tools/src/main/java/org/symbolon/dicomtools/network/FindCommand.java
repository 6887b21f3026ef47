package org.symbolon.dicomtools.network;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.symbolon.dicom.DataSet;
import org.symbolon.dicom.DicomJsonWriter;
import org.symbolon.dicom.JsonOptions;
import org.symbolon.dicom.Uids;
import org.symbolon.dicom.net.AssociationRequester;
import org.symbolon.dicom.net.Cancellation;
import org.symbolon.dicom.net.FindResult;
import org.symbolon.dicom.net.ProposedContext;
import org.symbolon.dicom.net.Status;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code symbolon dicom find}: searches a peer. */
@Command(
        name = "find",
        mixinStandardHelpOptions = true,
        description = "Searches a peer (C-FIND) and prints the matches as a table, or as DICOM JSON with --json.",
        footer = {
            "",
            "Examples:",
            "  symbolon dicom find ARCHIVE@pacs:11112 --key PatientID=P1 --key StudyDate=20240101-",
            "  symbolon dicom find ARCHIVE@pacs:11112 --level SERIES --key StudyInstanceUID=1.2.3 --key Modality",
            "  symbolon dicom find RIS@ris:11112 --model worklist --key PatientName \\",
            "      --key ScheduledProcedureStepSequence.Modality=MR",
            "Where no key asks for a value, the usual ones of the level are shown.",
            "Exit code 0 if the search succeeded, with or without matches."
        })
final class FindCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin
    private PeerOptions peer = new PeerOptions();

    @Mixin
    private QueryOptions query = new QueryOptions();

    @Option(names = "--limit", paramLabel = "N", description = "Cancel the search after N matches.")
    private long limit = Long.MAX_VALUE;

    @Option(names = "--json", description = "One DICOM JSON object (PS3.18 F) a line for each match.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        List<QueryKey> keys = query.keysToShow();
        DataSet identifier = query.identifier(keys);
        String sopClass = query.model().find();
        ProposedContext context =
                ProposedContext.asScu(sopClass, Uids.ExplicitVRLittleEndian, Uids.ImplicitVRLittleEndian);
        Printer printer = new Printer(out, keys);
        FindResult result;
        try (AssociationRequester association = peer.connect(List.of(context))) {
            Cancellation cancellation = new Cancellation();
            result = NetworkFailure.explaining(() -> {
                FindResult found = association.find(sopClass, identifier, cancellation, match -> {
                    if (printer.printed < limit) {
                        printer.print(match.identifier());
                    }
                    if (printer.printed >= limit) {
                        cancellation.cancel();
                    }
                });
                association.release();
                return found;
            });
        }
        printer.end();
        boolean enough = result.status() == Status.CANCEL && printer.printed >= limit;
        if (result.status() != Status.SUCCESS && !enough) {
            spec.commandLine().getErr().println("symbolon: " + Status.meaning(result.status()));
            return 1;
        }
        return 0;
    }

    private final class Printer {
        private final PrintWriter out;
        private final MatchTable table;
        private long printed;

        Printer(PrintWriter out, List<QueryKey> keys) {
            this.out = out;
            this.table = new MatchTable(out, keys);
        }

        void print(DataSet match) throws IOException {
            printed++;
            if (json) {
                DicomJsonWriter.write(match, out, JsonOptions.defaults());
                out.println();
            } else {
                table.add(match);
            }
        }

        void end() {
            if (!json) {
                table.end();
                out.printf(Locale.ROOT, "%,d %s%n", printed, printed == 1 ? "match" : "matches");
            }
            out.flush();
        }
    }
}

package org.symbolon.analytics.internal;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.symbolon.model.ErrorCode;
import org.symbolon.model.SymbolonException;
import picocli.CommandLine.Option;

/** Options that say what becomes of a result. */
public final class OutputOptions {
    private static final int MAX_MASK = 1_000_000;

    @Option(names = "--out", paramLabel = "DIR", description = "Writes the result's files there; made if missing.")
    private @Nullable Path folder;

    @Option(names = "--json", description = "Prints the result as JSON instead of CSV.")
    private boolean json;

    @Option(
            names = "--mask-below",
            paramLabel = "N",
            defaultValue = "5",
            description = "Hides counts below N (default: ${DEFAULT-VALUE}); 0 hides none.")
    private int maskBelow;

    public int maskBelow() {
        if (maskBelow < 0 || maskBelow > MAX_MASK) {
            throw new SymbolonException(ErrorCode.USAGE, "--mask-below is from 0 to " + MAX_MASK);
        }
        return maskBelow;
    }

    /**
     * Writes the files if a folder was named, prints what was asked for.
     *
     * @param chart SVG, or null where there is none
     */
    public void write(ResultTable table, @Nullable String chart, PrintWriter out) throws IOException {
        String text = ResultText.json(table);
        String csv = ResultText.csv(table);
        if (folder != null) {
            Files.createDirectories(folder);
            Files.writeString(folder.resolve(table.name() + ".csv"), csv);
            Files.writeString(folder.resolve(table.name() + ".json"), text);
            if (chart != null) {
                Files.writeString(folder.resolve(table.name() + ".svg"), chart);
            }
        }
        if (json) {
            out.print(text);
        } else if (folder == null) {
            out.print(csv);
        } else {
            out.println(table.rows().size() + " rows in " + folder);
        }
        out.flush();
    }
}

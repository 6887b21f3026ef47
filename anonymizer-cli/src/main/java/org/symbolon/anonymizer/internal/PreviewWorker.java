package org.symbolon.anonymizer.internal;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;

/** Says of each file what would be done, and does nothing. */
public final class PreviewWorker implements FileRun.Worker {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final FileRun run;
    private final Parting parting;
    private final RunTally tally;
    private final PrintWriter out;
    private final boolean json;

    /** With JSON, a line for each file is printed. */
    public PreviewWorker(FileRun run, Parting parting, RunTally tally, PrintWriter out, boolean json) {
        this.run = run;
        this.parting = parting;
        this.tally = tally;
        this.out = out;
        this.json = json;
    }

    @Override
    public void take(Path file) throws IOException {
        PreviewedFile preview = parting.preview(file);
        preview.tally().accept(tally);
        run.count(1, Files.size(file));
        if (json) {
            out.println(line(file, preview));
        }
    }

    private static String line(Path file, PreviewedFile preview) {
        ObjectNode object = JSON.createObjectNode();
        object.put("file", file.toString()).put("kind", preview.kind()).put("pixelRule", preview.pixelRule());
        ArrayNode changes = object.putArray("changes");
        preview.lines().forEach(line -> line.into(changes.addObject()));
        return object.toString();
    }

    @Override
    public void finish() {
        out.flush();
    }

    @Override
    public void close() {
        // Nothing stays open between files.
    }
}

package org.symbolon.anonymizer.internal;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Comparator;
import java.util.List;

/**
 * How a run over files ended.
 *
 * @param found files looked at
 * @param written files written
 * @param doneBefore files that an earlier run had done
 * @param bytes read from the files that were taken
 * @param marks how far the run was when, every 1,000 files
 */
public record Summary(
        long found,
        long written,
        long doneBefore,
        long bytes,
        double seconds,
        List<Rejected> rejected,
        List<FileRun.Mark> marks) {

    public Summary {
        rejected =
                rejected.stream().sorted(Comparator.comparing(Rejected::file)).toList();
        marks = marks.stream()
                .sorted(Comparator.comparingLong(FileRun.Mark::files))
                .toList();
    }

    public int exitCode() {
        return rejected.isEmpty() ? 0 : 1;
    }

    /** One line, for scripts. */
    public String json(RunTally tally) {
        ObjectNode object = new ObjectMapper().createObjectNode();
        object.put("found", found)
                .put("written", written)
                .put("doneBefore", doneBefore)
                .put("bytes", bytes)
                .put("seconds", seconds);
        ArrayNode list = object.putArray("rejected");
        for (Rejected one : rejected) {
            list.addObject()
                    .put("file", one.file())
                    .put("code", one.code().name())
                    .put("rule", one.rule());
        }
        ArrayNode rules = object.putArray("rules");
        tally.lines().forEach(line -> line.into(rules.addObject()));
        object.put("wordsSeen", tally.wordsSeen()).put("wordsKept", tally.wordsKept());
        ArrayNode progress = object.putArray("marks");
        for (FileRun.Mark mark : marks) {
            progress.addObject()
                    .put("files", mark.files())
                    .put("seconds", mark.seconds())
                    .put("cpuSeconds", mark.cpuSeconds());
        }
        return object.toString();
    }
}

package org.symbolon.dicomtools.file.internal;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.util.Comparator;
import java.util.List;

/**
 * How a run over files ended.
 *
 * @param found files named or found
 * @param done those that all went well with
 * @param passedOver those that are no DICOM, where that was allowed
 */
public record RunResult(int found, int done, int passedOver, double seconds, List<Failure> failures) {
    public RunResult {
        failures = failures.stream().sorted(Comparator.comparing(Failure::file)).toList();
    }

    /** 0 only if all went well. */
    public int exitCode() {
        return failures.isEmpty() ? 0 : 1;
    }

    /** One line on the standard output: for a person, or one JSON object. */
    public int report(PrintWriter out, RunOptions options, String verb) {
        if (options.json()) {
            out.println(json());
        } else {
            out.printf(
                    "%d found, %d %s, %d failed%s, %.1f s%n",
                    found,
                    done,
                    verb,
                    failures.size(),
                    passedOver == 0 ? "" : ", " + passedOver + " passed over",
                    seconds);
        }
        out.flush();
        return exitCode();
    }

    private String json() {
        ObjectNode object = new ObjectMapper().createObjectNode();
        object.put("found", found)
                .put("done", done)
                .put("passedOver", passedOver)
                .put("seconds", seconds);
        var list = object.putArray("failed");
        for (Failure failure : failures) {
            ObjectNode one = list.addObject();
            one.put("file", failure.file().toString())
                    .put("code", failure.code())
                    .put("message", failure.message());
            if (failure.tag() != -1) {
                one.put("tag", failure.tagText());
            }
            if (failure.offset() != -1) {
                one.put("offset", failure.offset());
            }
        }
        return object.toString();
    }
}

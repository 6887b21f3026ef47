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
 * @param bytes read from the files that were taken
 */
public record Summary(long found, long written, long bytes, double seconds, List<Rejected> rejected) {

    public Summary {
        rejected =
                rejected.stream().sorted(Comparator.comparing(Rejected::file)).toList();
    }

    public int exitCode() {
        return rejected.isEmpty() ? 0 : 1;
    }

    /** One line, for scripts. */
    public String json() {
        ObjectNode object = new ObjectMapper().createObjectNode();
        object.put("found", found).put("written", written).put("bytes", bytes).put("seconds", seconds);
        ArrayNode list = object.putArray("rejected");
        for (Rejected one : rejected) {
            list.addObject().put("file", one.file()).put("code", one.code().name());
        }
        return object.toString();
    }
}

package org.symbolon.dicomtools.file.validate;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.nio.file.Path;
import org.symbolon.dicom.Finding;
import org.symbolon.dicom.Findings;
import org.symbolon.dicom.Tag;

/** The findings in one file, for a person or for a script. Rules and places, never values. */
public record FindingsReport(Path file, Findings findings) {
    /** A line for each finding, one that sums up; nothing for a file without any. */
    public void print(PrintWriter out) {
        for (Finding finding : findings) {
            out.println(file + ": " + Verdict.of(finding).word() + ": " + finding.rule()
                    + (finding.path().isEmpty() ? "" : ", element " + finding.path())
                    + (finding.offset() == -1 ? "" : ", offset " + finding.offset()));
        }
        if (findings.count() > findings.list().size()) {
            out.println(file + ": and " + (findings.count() - findings.list().size()) + " more");
        }
    }

    /** One object on one line. */
    public void printJson(PrintWriter out) {
        ObjectNode object = new ObjectMapper().createObjectNode();
        object.put("file", file.toString())
                .put("errors", Verdict.ERROR.countIn(findings))
                .put("warnings", Verdict.WARNING.countIn(findings));
        ArrayNode list = object.putArray("findings");
        for (Finding finding : findings) {
            ObjectNode one = list.addObject();
            one.put("severity", Verdict.of(finding).word())
                    .put("problem", finding.problem().name())
                    .put("path", finding.path())
                    .put("rule", finding.rule());
            if (finding.tag() != -1) {
                one.put("tag", Tag.format(finding.tag()));
            }
            if (finding.offset() != -1) {
                one.put("offset", finding.offset());
            }
        }
        out.println(object);
    }
}

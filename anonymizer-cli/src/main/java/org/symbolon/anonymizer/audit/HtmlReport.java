package org.symbolon.anonymizer.audit;

import java.io.IOException;
import java.io.Writer;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;

/** The report as one page without scripts and without anything from elsewhere. */
final class HtmlReport {
    private static final String STYLE =
            "body{font:16px/1.45 system-ui,sans-serif;margin:0 auto;max-width:75rem;padding:1rem;color:#1b1b1f;background:#fff}"
                    + "table{border-collapse:collapse;width:100%;margin:.5rem 0 2rem}caption{text-align:left;font-weight:600;padding:.4rem 0}"
                    + "th,td{border-bottom:1px solid #bbb;padding:.35rem .5rem;text-align:left;vertical-align:top;overflow-wrap:anywhere}"
                    + "thead th{position:sticky;top:0;background:#f3f3f6;overflow-wrap:normal}td.n{text-align:right;white-space:nowrap}"
                    + ".warn{border:2px solid #8a1c1c;padding:.6rem .8rem;background:#fff5f5}.high{background:#fde3e3}.some{background:#fff3d6}"
                    + "code{font-size:.9em}ul{margin:0;padding-left:1.1rem}summary{cursor:pointer}"
                    + "@media(max-width:60rem){.wide{overflow-x:auto}table{min-width:56rem}}"
                    + "@media(prefers-color-scheme:dark){body{color:#eee;background:#16161a}thead th{background:#26262c}.warn{background:#3a1616}.high{background:#4a1f1f}.some{background:#40330f}}";
    private static final int SHOWN_AT_ONCE = 8;
    private static final int HIGH = 60;
    private static final int SOME = 30;

    private final AuditReport report;
    private final int maxValues;
    private final Writer out;

    private HtmlReport(AuditReport report, int maxValues, Writer out) {
        this.report = report;
        this.maxValues = maxValues;
        this.out = out;
    }

    /** @param maxValues of one attribute that are listed */
    static void write(AuditReport report, int maxValues, Writer out) throws IOException {
        new HtmlReport(report, maxValues, out).page();
    }

    private void page() throws IOException {
        out.write(
                "<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">"
                        + "<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">"
                        + "<title>De-identification audit</title><style>" + STYLE + "</style></head><body><main>\n"
                        + "<h1>De-identification audit</h1>\n"
                        + "<p class=\"warn\"><strong>This page holds values of the audited files.</strong> Keep it as you would keep them.</p>\n");
        out.write("<p>" + report.files() + " files: " + report.images() + " images, " + report.records()
                + " textual records, " + report.unread().size() + " that could not be read. Made "
                + escaped(report.made().truncatedTo(ChronoUnit.SECONDS).toString()) + ".</p>\n");
        if (!report.limits().isEmpty()) {
            out.write("<h2>Limits that were reached</h2><ul>");
            for (String limit : report.limits()) {
                out.write("<li>" + escaped(limit) + "</li>");
            }
            out.write("</ul>\n");
        }
        AuditReport.Removed removed = report.removed();
        if (removed != null) {
            residuals(removed);
        }
        attributes();
        if (removed != null) {
            gone(removed);
        }
        unread();
        out.write("</main></body></html>\n");
    }

    private void residuals(AuditReport.Removed removed) throws IOException {
        out.write("<h2>Removed values that are still there</h2>\n<p>" + removed.values() + " values of "
                + removed.halves() + " identity halves were sought; " + removed.leaks()
                + " stand in files of the patient they were taken from.</p>\n");
        if (removed.residuals().isEmpty()) {
            out.write("<p>None was found.</p>\n");
            return;
        }
        open(
                "Found values, those of the file's own patient first",
                "Place",
                "Text there",
                "Taken from",
                "Files of the patient",
                "All files",
                "Such as");
        for (Residuals.Finding finding : removed.residuals()) {
            row(finding.ofPatient() > 0 ? "high" : "");
            head(finding.place());
            cell(finding.value());
            cell(finding.origin());
            number(finding.ofPatient());
            number(finding.files());
            cell(String.join("\n", finding.examples()));
            out.write("</tr>\n");
        }
        close();
    }

    private void attributes() throws IOException {
        out.write("<h2>What is left</h2>\n<p>Risk is an order in which to look, no probability.</p>\n");
        open(
                "Attributes, those that deserve a look first",
                "Risk",
                "Attribute",
                "Type",
                "Elements",
                "Values",
                "Changed in objects",
                "Why");
        for (AuditReport.Row one : report.rows()) {
            Tally.Values values = one.values();
            row(one.risk().score() >= HIGH ? "high" : one.risk().score() >= SOME ? "some" : "");
            number(one.risk().score());
            head(values.attribute().path()
                    + (values.attribute().name().isEmpty()
                            ? ""
                            : " " + values.attribute().name()));
            cell(values.attribute().type());
            number(values.total());
            values(values);
            if (one.changedIn() < 0) {
                cell("not known");
            } else {
                number(one.changedIn());
            }
            cell(String.join("; ", one.risk().reasons()));
            out.write("</tr>\n");
        }
        close();
    }

    private void values(Tally.Values values) throws IOException {
        List<Map.Entry<String, Long>> counts = values.counts();
        out.write("<td>");
        list(counts.subList(0, Math.min(SHOWN_AT_ONCE, counts.size())));
        if (counts.size() > SHOWN_AT_ONCE) {
            out.write("<details><summary>" + (counts.size() - SHOWN_AT_ONCE) + " more values</summary>");
            list(counts.subList(SHOWN_AT_ONCE, Math.min(maxValues, counts.size())));
            if (counts.size() > maxValues) {
                out.write("<p>" + (counts.size() - maxValues) + " values are not listed.</p>");
            }
            out.write("</details>");
        }
        if (values.empty() > 0) {
            out.write("<p>" + values.empty() + " empty</p>");
        }
        if (values.notKept() > 0) {
            out.write("<p>" + values.notKept() + " elements with further values</p>");
        }
        out.write("</td>");
    }

    private void list(List<Map.Entry<String, Long>> counts) throws IOException {
        out.write("<ul>");
        for (Map.Entry<String, Long> value : counts) {
            out.write("<li><code>" + escaped(value.getKey()) + "</code> × " + value.getValue() + "</li>");
        }
        out.write("</ul>");
    }

    private void gone(AuditReport.Removed removed) throws IOException {
        out.write("<h2>What was removed or changed</h2>\n");
        open("Attributes of the originals, of " + removed.halves() + " images", "Attribute", "Name", "Objects");
        for (AuditReport.Gone one : removed.attributes()) {
            row("");
            head(one.tag());
            cell(one.name());
            number(one.objects());
            out.write("</tr>\n");
        }
        close();
    }

    private void unread() throws IOException {
        if (report.unread().isEmpty()) {
            return;
        }
        out.write("<h2>Files that could not be read</h2>\n");
        open("Nobody knows what these hold", "File", "Code");
        for (AuditReport.Unread one : report.unread()) {
            row("");
            head(one.file());
            cell(one.code());
            out.write("</tr>\n");
        }
        close();
    }

    private void open(String caption, String... columns) throws IOException {
        out.write("<div class=\"wide\" tabindex=\"0\"><table><caption>" + escaped(caption) + "</caption><thead><tr>");
        for (String column : columns) {
            out.write("<th scope=\"col\">" + escaped(column) + "</th>");
        }
        out.write("</tr></thead><tbody>\n");
    }

    private void close() throws IOException {
        out.write("</tbody></table></div>\n");
    }

    private void row(String kind) throws IOException {
        out.write(kind.isEmpty() ? "<tr>" : "<tr class=\"" + kind + "\">");
    }

    private void head(String text) throws IOException {
        out.write("<th scope=\"row\">" + escaped(text) + "</th>");
    }

    private void cell(String text) throws IOException {
        out.write("<td>" + escaped(text) + "</td>");
    }

    private void number(long number) throws IOException {
        out.write("<td class=\"n\">" + number + "</td>");
    }

    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                default -> {
                    boolean plain = c == '\n' || c == '\t' || !Character.isISOControl(c);
                    escaped.appendCodePoint(plain && !(c >= 0xD800 && c <= 0xDFFF) ? c : '\uFFFD');
                }
            }
        });
        return escaped.toString();
    }
}

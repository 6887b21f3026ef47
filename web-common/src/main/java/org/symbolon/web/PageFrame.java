package org.symbolon.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.util.List;
import java.util.Map;

/** Head, menu and foot around every page of a site, and its error pages. Thread-safe. */
public final class PageFrame {
    private static final String TEMPLATES = "org.symbolon.web.templates";
    private static final Assets ASSETS =
            Assets.of(PageFrame.class, "frame", List.of("frame.css", "theme.js", "icon.svg"));
    private static final int BAD_REQUEST = 400;

    private final TemplateEngine templates =
            TemplateEngine.createPrecompiled(null, ContentType.Html, PageFrame.class.getClassLoader(), TEMPLATES);
    private final SiteFrame site;

    /**
     * @param name of the site, beside the product's
     * @param searchPath where the search field of the head leads; empty for none
     */
    public PageFrame(String name, String searchPath, List<NavigationLink> links) {
        this.site = new SiteFrame(
                name,
                searchPath,
                List.copyOf(links),
                ASSETS.url("frame.css"),
                ASSETS.url("theme.js"),
                ASSETS.url("icon.svg"));
    }

    /** Serves what the frame itself needs. */
    public void register(JavalinDefaultRoutingApi routes) {
        ASSETS.register(routes);
    }

    /** Answers with a page. */
    public void show(Context context, Page page) {
        StringOutput out = new StringOutput();
        templates.render("frame.jte", Map.of("site", site, "page", page), out);
        context.html(out.toString());
    }

    /** Answers with an error page, or in one line where the asker does not want a page. */
    void error(Context context, int status) {
        HttpStatus known = HttpStatus.forStatus(status);
        String message = known.getMessage();
        context.status(status);
        String accept = context.header("Accept");
        if (accept == null || !accept.contains("text/html")) {
            context.contentType("text/plain; charset=utf-8").result(message);
            return;
        }
        String advice = status >= BAD_REQUEST && status < 500
                ? "The address may be mistyped, or what it speaks of is not here."
                : "This is not your fault. The operator finds the cause in the log.";
        show(context, new Page(message, "", List.of(), List.of(), "", output -> {
            StringOutput text = new StringOutput();
            templates.render("error.jte", Map.of("status", status, "message", message, "advice", advice), text);
            output.writeContent(text.toString());
        }));
    }

    /** What is the same on every page; public for the template only. */
    public record SiteFrame(
            String name, String searchPath, List<NavigationLink> links, String css, String themeScript, String icon) {}
}

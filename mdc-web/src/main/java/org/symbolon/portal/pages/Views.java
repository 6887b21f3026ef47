package org.symbolon.portal.pages;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import io.javalin.http.Context;
import java.util.List;
import java.util.Map;
import org.symbolon.model.ErrorCode;
import org.symbolon.model.SymbolonException;
import org.symbolon.web.Assets;
import org.symbolon.web.Page;
import org.symbolon.web.PageFrame;

/** Draws the portal's templates inside the page frame. Thread-safe. */
final class Views {
    private static final String TEMPLATES = "org.symbolon.portal.templates";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final TemplateEngine templates =
            TemplateEngine.createPrecompiled(null, ContentType.Html, Views.class.getClassLoader(), TEMPLATES);
    private final PageFrame frame;
    private final Assets assets;

    Views(PageFrame frame, Assets assets) {
        this.frame = frame;
        this.assets = assets;
    }

    /** A page of text. */
    void show(Context context, String template, String title, String section, Map<String, Object> model) {
        show(context, template, title, section, model, List.of());
    }

    /** A page with the viewer. */
    void showWithViewer(Context context, String template, String title, String section, Map<String, Object> model) {
        show(context, template, title, section, model, List.of(assets.url("viewer.js")));
    }

    private void show(
            Context context,
            String template,
            String title,
            String section,
            Map<String, Object> model,
            List<String> scripts) {
        StringOutput body = new StringOutput();
        templates.render(template, model, body);
        String html = body.toString();
        frame.show(
                context,
                new Page(
                        title,
                        section,
                        List.of(assets.url("portal.css")),
                        scripts,
                        CaseQuery.text(context, "q"),
                        output -> output.writeContent(html)));
    }

    static void json(Context context, Object value) {
        try {
            context.contentType("application/json").result(JSON.writeValueAsBytes(value));
        } catch (JsonProcessingException e) {
            throw new SymbolonException(ErrorCode.INTERNAL, "An answer cannot be written as JSON", e);
        }
    }
}

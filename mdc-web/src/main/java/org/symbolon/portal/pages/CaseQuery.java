package org.symbolon.portal.pages;

import io.javalin.http.Context;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.function.Predicate;
import org.symbolon.portal.cases.CaseFilter;
import org.symbolon.portal.icd.IcdCode;

/**
 * What a list of cases was asked for, and the links that ask for something a little different.
 *
 * @param path of the list
 * @param page from 1
 */
public record CaseQuery(String path, String ageBand, String sex, String modality, String text, int page) {
    private static final int MAX_CHARACTERS = 200;
    private static final int MAX_PAGE = 10_000;

    static CaseQuery of(Context context, String path) {
        return new CaseQuery(
                path,
                text(context, "age"),
                text(context, "sex"),
                text(context, "modality"),
                text(context, "q"),
                page(text(context, "page")));
    }

    /** A parameter of a request, stripped and cut; empty where it is absent. */
    static String text(Context context, String name) {
        String value = context.queryParam(name);
        if (value == null) {
            return "";
        }
        String stripped = value.strip();
        return stripped.substring(0, Math.min(stripped.length(), MAX_CHARACTERS));
    }

    private static int page(String text) {
        return text.matches("[0-9]{1,5}") ? Math.max(1, Math.min(Integer.parseInt(text), MAX_PAGE)) : 1;
    }

    CaseFilter filter(Predicate<List<IcdCode>> disease) {
        return new CaseFilter(disease, ageBand, sex, modality, text);
    }

    /** The same list on another page. */
    public String toPage(int other) {
        return new CaseQuery(path, ageBand, sex, modality, text, other).href();
    }

    public boolean isNarrowed() {
        return !ageBand.isEmpty() || !sex.isEmpty() || !modality.isEmpty() || !text.isEmpty();
    }

    String href() {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("q", text);
        parameters.put("age", ageBand);
        parameters.put("sex", sex);
        parameters.put("modality", modality);
        parameters.put("page", page == 1 ? "" : Integer.toString(page));
        StringJoiner query = new StringJoiner("&", "?", "").setEmptyValue("");
        parameters.forEach((name, value) -> {
            if (!value.isEmpty()) {
                query.add(name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8));
            }
        });
        return path + query;
    }
}

package org.symbolon.dicomweb.internal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.symbolon.dicom.Dictionary;
import org.symbolon.dicom.Tag;
import org.symbolon.dicom.Vr;
import org.symbolon.dicomweb.AttributeMatch;
import org.symbolon.dicomweb.DicomWebOptions;
import org.symbolon.dicomweb.QidoLevel;
import org.symbolon.dicomweb.QidoQuery;
import org.symbolon.model.ErrorCode;
import org.symbolon.model.SymbolonException;

/** The query parameters of a search (PS3.18 8.3.4, 10.6.1). */
record SearchParameters(QidoQuery query, boolean fuzzyAsked, boolean limitReduced) {
    private static final int MAX_PATH_TAGS = 8;

    static SearchParameters read(WebRequest request, QidoLevel level) {
        DicomWebOptions options = request.options();
        List<AttributeMatch> matches = new ArrayList<>();
        Set<Integer> fields = new HashSet<>();
        boolean all = false;
        boolean fuzzy = false;
        int limit = options.defaultResults();
        int offset = 0;
        for (Map.Entry<String, List<String>> parameter :
                request.context().queryParamMap().entrySet()) {
            List<String> values = parameter.getValue();
            switch (parameter.getKey().toLowerCase(Locale.ROOT)) {
                case "accept", "charset" -> {
                    // Read with the headers they stand in for.
                }
                case "limit" -> limit = WebRequest.number(only(values), 0);
                case "offset" -> offset = WebRequest.number(only(values), 0);
                case "fuzzymatching" -> fuzzy = only(values).equals("true");
                case "includefield" -> all |= includeFields(values, fields, options);
                default -> matches.add(match(parameter.getKey(), only(values), options));
            }
        }
        if (matches.size() > options.maxListValues()) {
            throw tooMany();
        }
        QidoQuery query = new QidoQuery(
                level,
                request.uid("study"),
                request.uid("series"),
                matches,
                fields,
                all,
                Math.min(limit, options.maxResults()),
                offset);
        return new SearchParameters(query, fuzzy, limit > options.maxResults());
    }

    /** Tells what was not done as asked (PS3.18 8.3.4.2, 8.3.4.4). */
    void warn(WebRequest request, boolean more) {
        if (fuzzyAsked) {
            request.context()
                    .header(
                            "Warning",
                            "299 " + request.serviceUrl()
                                    + ": The fuzzymatching parameter is not supported. Only literal matching has been performed.");
        } else if (more && (limitReduced || query.limit() == request.options().maxResults())) {
            request.context()
                    .header(
                            "Warning",
                            "299 " + request.serviceUrl() + ": There are additional results that can be requested");
        }
    }

    private static boolean includeFields(List<String> values, Set<Integer> fields, DicomWebOptions options) {
        boolean all = false;
        for (String value : values) {
            for (String field : value.split(",", -1)) {
                if (field.equals("all")) {
                    all = true;
                } else {
                    fields.add(path(field).get(0));
                }
                if (fields.size() > options.maxListValues()) {
                    throw tooMany();
                }
            }
        }
        return all;
    }

    private static AttributeMatch match(String attribute, String value, DicomWebOptions options) {
        List<Integer> path = path(attribute);
        Vr vr = Dictionary.standard().vr(path.get(path.size() - 1));
        if (vr == Vr.SQ) {
            throw WebRequest.usage("A sequence is matched by an attribute in it (PS3.18 8.3.4.1)");
        }
        long values =
                vr == Vr.UI ? value.chars().filter(c -> c == ',' || c == '\\').count() + 1 : 1;
        if (values > options.maxListValues()) {
            throw tooMany();
        }
        return new AttributeMatch(path, vr, value);
    }

    /** Keywords or tags, those of sequences before a dot. */
    private static List<Integer> path(String attribute) {
        List<Integer> path = new ArrayList<>();
        for (String part : attribute.split("\\.", -1)) {
            if (path.size() == MAX_PATH_TAGS) {
                throw new SymbolonException(ErrorCode.LIMIT_EXCEEDED, "Sequences nested deeper than the limit allows");
            }
            try {
                path.add(Tag.parse(part));
            } catch (IllegalArgumentException e) {
                throw new SymbolonException(ErrorCode.USAGE, "A query parameter is neither known nor an attribute", e);
            }
        }
        return path;
    }

    private static String only(List<String> values) {
        if (values.size() != 1) {
            throw WebRequest.usage("A query parameter is given more than once");
        }
        return values.get(0);
    }

    private static SymbolonException tooMany() {
        return new SymbolonException(ErrorCode.LIMIT_EXCEEDED, "A list with more values than the limit allows");
    }
}

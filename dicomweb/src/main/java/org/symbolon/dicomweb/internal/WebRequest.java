package org.symbolon.dicomweb.internal;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.symbolon.dicomweb.DicomWebOptions;
import org.symbolon.dicomweb.DicomWebSource;
import org.symbolon.dicomweb.WebInstance;
import org.symbolon.model.ErrorCode;
import org.symbolon.model.SymbolonException;
import org.symbolon.model.Uid;

/** One request: what of it every resource needs, checked. */
public record WebRequest(Context context, String basePath, DicomWebSource source, DicomWebOptions options) {
    public WebRequest {
        String query = context.queryString();
        int length = context.path().length() + (query == null ? 0 : query.length());
        if (length > options.maxPathCharacters()) {
            throw new SymbolonException(ErrorCode.LIMIT_EXCEEDED, "The request URI is longer than the limit allows");
        }
    }

    /** The UID of a path segment, null if the path has no such segment. */
    @Nullable
    String uid(String segment) {
        String uid = context.pathParamMap().get(segment);
        if (uid != null && !Uid.isUid(uid)) {
            throw usage("A path segment is no UID (PS3.5 9.1)");
        }
        return uid;
    }

    /** The instances that the path names. */
    List<WebInstance> instances() throws IOException {
        String study = uid("study");
        if (study == null) {
            throw notFound();
        }
        List<WebInstance> instances = source.instancesOf(study, uid("series"), uid("instance"));
        if (instances.isEmpty()) {
            throw notFound();
        }
        return instances;
    }

    /** The one instance that the path names; of several with that UID the first. */
    WebInstance instance() throws IOException {
        return instances().get(0);
    }

    /** What the client takes: the query parameter {@code accept}, which stands in for the header (PS3.18 8.3.3.1), or that. */
    List<MediaRange> accepted() {
        String parameter = context.queryParam("accept");
        String header = parameter == null ? context.header("Accept") : parameter;
        return MediaRange.list(header, options.maxListValues());
    }

    /** The numbers of a comma-separated list, each at least 1. */
    List<Integer> numbers(String list) {
        List<Integer> numbers = new ArrayList<>();
        for (String text : list.split(",", -1)) {
            if (numbers.size() == options.maxListValues()) {
                throw new SymbolonException(ErrorCode.LIMIT_EXCEEDED, "A list with more values than the limit allows");
            }
            numbers.add(number(text, 1));
        }
        return numbers;
    }

    /** A decimal number of at most nine digits. */
    static int number(String text, int least) {
        String trimmed = text.strip();
        if (trimmed.isEmpty() || trimmed.length() > 9 || !trimmed.chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw usage("A number is expected, and something else was given");
        }
        int number = Integer.parseInt(trimmed);
        if (number < least) {
            throw usage("A number is less than it may be");
        }
        return number;
    }

    /** The absolute URL of the service, as the client sees it. */
    String serviceUrl() {
        return context.scheme() + "://" + context.host() + context.contextPath() + basePath;
    }

    /** The answer's body; binary contents are not compressed once more. */
    OutputStream body(String contentType) {
        context.disableCompression();
        return text(contentType);
    }

    /** The answer's body. */
    OutputStream text(String contentType) {
        context.status(200);
        context.contentType(contentType);
        context.header("X-Content-Type-Options", "nosniff");
        return context.outputStream();
    }

    static SymbolonException usage(String message) {
        return new SymbolonException(ErrorCode.USAGE, message);
    }

    static SymbolonException notFound() {
        return new SymbolonException(ErrorCode.NOT_FOUND, "There is no such resource");
    }

    /** 406, which PS3.18 8.6.1.1 asks for where no media type fits. */
    static SymbolonException notAcceptable() {
        return new SymbolonException(
                ErrorCode.NOT_ACCEPTED_BY_PEER, "None of the accepted media types and transfer syntaxes can be given");
    }
}

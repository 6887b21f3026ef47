package org.symbolon.recordreceiver.internal;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.QueryStringDecoder;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.symbolon.archive.RecordArchive;
import org.symbolon.model.ErrorCode;
import org.symbolon.record.RecordFormat;

/** A request as far as its head tells; whatever can be refused by the head is refused by it. */
public sealed interface RequestHead {
    String DOCUMENT_ID = "Symbolon-Document-Id";
    String SHA_256 = "Symbolon-Sha256";
    String RECORDS = "/records";

    /** Most bytes that the body may have. */
    long bodyLimit();

    /** Bytes of memory that must be free before it is served. */
    long reservedBytes();

    /**
     * A record is sent.
     *
     * @param declaredLength -1: in chunks
     * @param documentId null: named with its digest
     */
    record Post(RecordFormat format, @Nullable String documentId, long declaredLength, long bodyLimit)
            implements RequestHead {
        @Override
        public long reservedBytes() {
            return declaredLength < 0 ? bodyLimit : declaredLength;
        }
    }

    /**
     * A record is asked for.
     *
     * @param sha256 null: the content that came first
     */
    record Get(String documentId, @Nullable String sha256, long reservedBytes) implements RequestHead {
        @Override
        public long bodyLimit() {
            return 0;
        }
    }

    /** @throws Refusal with the answer */
    static RequestHead of(HttpRequest request, int maxRecordBytes) throws Refusal {
        QueryStringDecoder uri = decoder(request);
        String path = path(uri);
        if (path.equals(RECORDS)) {
            if (!request.method().equals(HttpMethod.POST)) {
                throw new Refusal(notAllowed("POST"));
            }
            return post(request, maxRecordBytes);
        }
        if (path.startsWith(RECORDS + "/") && RecordArchive.isDocumentId(path.substring(RECORDS.length() + 1))) {
            if (!request.method().equals(HttpMethod.GET)) {
                throw new Refusal(notAllowed("GET"));
            }
            List<String> sha256 = uri.parameters().getOrDefault("sha256", List.of());
            return new Get(
                    path.substring(RECORDS.length() + 1),
                    sha256.isEmpty() ? null : sha256.get(0).toLowerCase(Locale.ROOT),
                    maxRecordBytes);
        }
        throw new Refusal(Answer.error(ErrorCode.NOT_FOUND, "There is " + RECORDS + " and nothing else"));
    }

    private static Post post(HttpRequest request, int maxRecordBytes) throws Refusal {
        HttpHeaders headers = request.headers();
        if (headers.contains(HttpHeaderNames.CONTENT_ENCODING)) {
            throw new Refusal(Answer.error(ErrorCode.UNSUPPORTED_FORMAT, "Content-Encoding is not supported"));
        }
        RecordFormat format = format(headers.get(HttpHeaderNames.CONTENT_TYPE, ""));
        String documentId = headers.get(DOCUMENT_ID);
        if (documentId != null && !RecordArchive.isDocumentId(documentId)) {
            throw new Refusal(Answer.error(ErrorCode.USAGE, DOCUMENT_ID + " is 1 to 64 of 0-9 A-Z a-z . - and _"));
        }
        long length = length(request);
        if (length > maxRecordBytes) {
            throw new Refusal(tooLong(maxRecordBytes));
        }
        return new Post(format, documentId, length, maxRecordBytes);
    }

    private static RecordFormat format(String contentType) throws Refusal {
        String mediaType = contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        return Arrays.stream(RecordFormat.values())
                .filter(format -> format.mediaType().equals(mediaType))
                .findFirst()
                .orElseThrow(() -> new Refusal(Answer.error(
                        ErrorCode.UNSUPPORTED_FORMAT,
                        "Content-Type is one of "
                                + Arrays.stream(RecordFormat.values())
                                        .map(RecordFormat::mediaType)
                                        .toList())));
    }

    private static long length(HttpRequest request) throws Refusal {
        if (HttpUtil.isTransferEncodingChunked(request)) {
            return -1;
        }
        try {
            return HttpUtil.getContentLength(request, 0L);
        } catch (NumberFormatException e) {
            throw new Refusal(Answer.error(400, ErrorCode.PROTOCOL_VIOLATION, "Content-Length is no number"));
        }
    }

    private static QueryStringDecoder decoder(HttpRequest request) {
        return new QueryStringDecoder(request.uri());
    }

    private static String path(QueryStringDecoder uri) throws Refusal {
        try {
            return uri.path();
        } catch (IllegalArgumentException e) {
            throw new Refusal(Answer.error(400, ErrorCode.PROTOCOL_VIOLATION, "The request target is none"));
        }
    }

    private static Answer notAllowed(String method) {
        return Answer.error(405, ErrorCode.USAGE, "The method here is " + method)
                .with("Allow", method);
    }

    static Answer tooLong(long limit) {
        return Answer.error(ErrorCode.LIMIT_EXCEEDED, "A record has at most " + limit + " bytes");
    }
}

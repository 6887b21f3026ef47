package org.symbolon.dicomweb.internal;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.symbolon.dicom.DicomFormatException;
import org.symbolon.model.ErrorCode;
import org.symbolon.model.SymbolonException;

/**
 * Errors as answers: the HTTP status of their code and a short JSON object. Once a part of the answer is on its way nothing
 * can be told any more, and the connection is broken off instead, so that no client takes the part for the whole.
 */
public final class ErrorAnswers {
    private static final Logger LOG = LoggerFactory.getLogger(ErrorAnswers.class);
    private static final JsonFactory JSON = new JsonFactory();

    private ErrorAnswers() {}

    /** What is done for a request. */
    @FunctionalInterface
    public interface Action {
        void run() throws IOException;
    }

    public static void around(Context context, Action action) {
        try {
            action.run();
        } catch (SymbolonException e) {
            answer(context, e.code(), String.valueOf(e.getMessage()), e);
        } catch (DicomFormatException e) {
            LOG.warn("A stored instance cannot be read: {}", e.problem());
            answer(context, ErrorCode.DAMAGED, "The stored instance cannot be read", e);
        } catch (IOException e) {
            LOG.debug("A request was not answered");
            answer(context, ErrorCode.OUT_OF_RESOURCES, "The store cannot answer now", e);
        } catch (RuntimeException e) {
            LOG.error("A request met a defect: {}", e.getClass().getName());
            answer(context, ErrorCode.INTERNAL, "The request met a defect of the server", e);
        }
    }

    private static void answer(Context context, ErrorCode code, String message, Exception cause) {
        if (context.res().isCommitted()) {
            LOG.warn("An answer broke off: {}", code);
            ServletContextRequest.getServletContextRequest(context.req())
                    .getServletChannel()
                    .abort(cause);
            return;
        }
        context.res().resetBuffer();
        context.status(code.httpStatus());
        context.contentType("application/json");
        context.result(json(code, message));
    }

    private static String json(ErrorCode code, String message) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text)) {
            json.writeStartObject();
            json.writeStringField("code", code.name());
            json.writeStringField("message", message);
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("Writing to memory does not fail", e);
        }
        return text.toString();
    }
}

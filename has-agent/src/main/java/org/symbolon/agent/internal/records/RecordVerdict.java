package org.symbolon.agent.internal.records;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import org.symbolon.model.ErrorCode;

/**
 * What an answer of the data centre means for the record that was sent.
 *
 * @param code the reason, where it is not confirmed
 */
record RecordVerdict(Kind kind, ErrorCode code) {
    /** Refusals that name no code of ours, after which they count as meant for the record. */
    private static final int MAX_UNEXPLAINED_REFUSALS = 5;

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int OK = 200;
    private static final int CREATED = 201;
    private static final int CLIENT_ERRORS = 400;
    private static final int SERVER_ERRORS = 500;
    private static final int REQUEST_TIMEOUT = 408;
    private static final int TOO_MANY_REQUESTS = 429;

    enum Kind {
        /** On disk there, with the digest that it has here. */
        CONFIRMED,
        /** Stored, it says, but what it names is not what was sent. */
        OTHER_DIGEST,
        /** The peer is in trouble, or does not know us: nothing about the record. */
        PEER_TROUBLE,
        REFUSED
    }

    static RecordVerdict of(RecordClient.Answer answer, String sha256, int attempts) {
        JsonNode body = parse(answer.body());
        if (answer.status() == OK || answer.status() == CREATED) {
            return body.path("sha256").asText().equals(sha256)
                    ? new RecordVerdict(Kind.CONFIRMED, ErrorCode.INTERNAL)
                    : new RecordVerdict(Kind.OTHER_DIGEST, ErrorCode.OUTCOME_UNKNOWN);
        }
        boolean refusal = answer.status() >= CLIENT_ERRORS
                && answer.status() < SERVER_ERRORS
                && answer.status() != REQUEST_TIMEOUT
                && answer.status() != TOO_MANY_REQUESTS;
        if (!refusal) {
            return new RecordVerdict(Kind.PEER_TROUBLE, ErrorCode.PEER_UNAVAILABLE);
        }
        ErrorCode code = code(body.path("code").asText());
        if (code == ErrorCode.NOT_AUTHORISED || code.retry() != ErrorCode.Retry.NEVER) {
            return new RecordVerdict(Kind.PEER_TROUBLE, code);
        }
        // without a code of ours it may be some other server that answers
        return code == ErrorCode.REFUSED_BY_PEER && attempts < MAX_UNEXPLAINED_REFUSALS
                ? new RecordVerdict(Kind.PEER_TROUBLE, code)
                : new RecordVerdict(Kind.REFUSED, code);
    }

    private static JsonNode parse(byte[] body) {
        try {
            JsonNode node = JSON.readTree(body);
            return node == null ? JSON.missingNode() : node;
        } catch (IOException e) {
            // not an answer of a Symbolon data centre: the status is all there is
            return JSON.missingNode();
        }
    }

    private static ErrorCode code(String name) {
        for (ErrorCode code : ErrorCode.values()) {
            if (code.name().equals(name)) {
                return code;
            }
        }
        return ErrorCode.REFUSED_BY_PEER;
    }
}

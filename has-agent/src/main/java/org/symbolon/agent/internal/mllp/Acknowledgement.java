package org.symbolon.agent.internal.mllp;

import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.symbolon.model.ErrorCode;

/**
 * The answer to a message (HL7 v2.5.1 chapter 2, sections 2.9 and 2.14.1): MSH with sender and receiver exchanged, MSA with the
 * sender's control ID, and ERR with the code where it was not taken. Nothing else of the message is in it.
 *
 * <p>Original mode: AA, AE or AR. Enhanced mode (MSH-15 or MSH-16 is valued): CA, CE or CR where MSH-15 asks for it; where it
 * does not and MSH-16 asks, AA, AE or AR. The agent is no application of its own, so there are never two answers to a message.
 */
final class Acknowledgement {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyyMMddHHmmssZ", Locale.ROOT);
    private static final int CONTROL_ID_CHARACTERS = 20;
    private static final int MAX_COPIED = 500;
    private static final String ACCEPTED = "AA";

    private Acknowledgement() {}

    /** For bytes that no header could be found in. */
    static byte[] ofNoMessage(ErrorCode code) {
        String text = "MSH|^~\\&|||||" + TIME.format(ZonedDateTime.now(ZoneId.systemDefault())) + "||ACK|"
                + newControlId() + "|P|2.5\r" + "MSA|" + code.hl7Acknowledgement() + "|\r" + error(code, '|', '^');
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    /**
     * Empty: the sender wants none.
     *
     * @param problem null: it is on disk and journalled
     */
    static Optional<byte[]> of(MessageHeader header, @Nullable ErrorCode problem) {
        String answer = problem == null ? ACCEPTED : problem.hl7Acknowledgement();
        String accept = header.messageField(15);
        String application = header.messageField(16);
        if (!accept.isEmpty() || !application.isEmpty()) {
            boolean accepted = problem == null;
            if (isWanted(accept, accepted)) {
                answer = "C" + answer.charAt(1);
            } else if (!isWanted(application, accepted)) {
                return Optional.empty();
            }
        }
        return Optional.of(write(header, answer, problem).getBytes(StandardCharsets.ISO_8859_1));
    }

    /** Table 0155: always, never, on error, on success. */
    private static boolean isWanted(String condition, boolean accepted) {
        return switch (condition) {
            case "AL" -> true;
            case "ER" -> !accepted;
            case "SU" -> accepted;
            default -> false;
        };
    }

    private static String write(MessageHeader header, String answer, @Nullable ErrorCode problem) {
        char bar = header.separator();
        char hat = header.componentSeparator();
        StringBuilder text = new StringBuilder("MSH");
        text.append(bar).append(copied(header.field(2)));
        for (int field : new int[] {5, 6, 3, 4}) {
            text.append(bar).append(copied(header.field(field)));
        }
        text.append(bar)
                .append(TIME.format(ZonedDateTime.now(ZoneId.systemDefault())))
                .append(bar)
                .append(bar);
        text.append("ACK");
        String trigger = trigger(header, hat);
        if (!trigger.isEmpty()) {
            text.append(hat).append(trigger).append(hat).append("ACK");
        }
        text.append(bar).append(newControlId());
        text.append(bar).append(header.isMessage() ? copied(header.field(11)) : "P");
        text.append(bar).append(header.isMessage() ? copied(header.field(12)) : "2.5");
        if (header.isMessage() && !header.field(18).isEmpty()) {
            text.append(String.valueOf(bar).repeat(6)).append(copied(header.field(18)));
        }
        text.append('\r').append("MSA").append(bar).append(answer).append(bar).append(header.controlId());
        if (problem == null) {
            return text.append('\r').toString();
        }
        return text.append(bar)
                .append(problem.name())
                .append('\r')
                .append(error(problem, bar, hat))
                .toString();
    }

    private static String trigger(MessageHeader header, char hat) {
        if (!header.isMessage()) {
            return "";
        }
        String[] type = header.field(9).split(Pattern.quote(String.valueOf(hat)), -1);
        return type.length > 1 ? copied(type[1]) : "";
    }

    private static String copied(String field) {
        return field.length() > MAX_COPIED ? "" : field;
    }

    /** ERR-3 from table 0357, ERR-4 severity, ERR-5 our own code. */
    private static String error(ErrorCode code, char bar, char hat) {
        String condition = switch (code) {
            case UNSUPPORTED_FORMAT -> "200" + hat + "Unsupported message type";
            case TRUNCATED, CORRUPT, EMPTY_FILE -> "100" + hat + "Segment sequence error";
            default -> "207" + hat + "Application internal error";
        };
        return "ERR" + bar + bar + bar + condition + hat + "HL70357" + bar + "E" + bar + code.name() + "\r";
    }

    private static String newControlId() {
        return UUID.randomUUID().toString().replace("-", "").substring(0, CONTROL_ID_CHARACTERS);
    }
}

package org.symbolon.dicom.net.internal;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.symbolon.dicom.DataSet;
import org.symbolon.dicom.DicomFormatException;
import org.symbolon.dicom.net.AcceptedContext;
import org.symbolon.dicom.net.DicomNetworkException;
import org.symbolon.dicom.net.DicomNetworkException.Kind;
import org.symbolon.dicom.net.EventReport;
import org.symbolon.dicom.net.NetworkOptions;
import org.symbolon.dicom.net.Status;

/**
 * What all requests of a requester share: the choice of a presentation context, the wait for a response with the right message
 * ID, and event reports, which may come in between. Owned by the requester's thread.
 */
final class Requests {
    private final Association association;
    private final NetworkOptions options;
    /** Reports that came before somebody waited for them. */
    private final Deque<EventReport> events = new ArrayDeque<>();

    Requests(Association association, NetworkOptions options) {
        this.association = association;
        this.options = options;
    }

    Association association() {
        return association;
    }

    Duration responseTimeout() {
        return options.responseTimeout();
    }

    /** How many requests may wait for their answers at a time. */
    int operationsWindow() {
        int granted = association.asynchronousOperations().invoked();
        return granted == 0 ? Limits.MAX_OPERATIONS : Math.min(granted, Limits.MAX_OPERATIONS);
    }

    /** The first context of the class that is fit; null: none. */
    @Nullable
    AcceptedContext find(String abstractSyntax, Predicate<AcceptedContext> condition) {
        return association.contexts().values().stream()
                .filter(context -> context.abstractSyntax().equals(abstractSyntax) && condition.test(context))
                .min(Comparator.comparingInt(AcceptedContext::id))
                .orElse(null);
    }

    /** Begins an operation of the SCU on the class. */
    AcceptedContext begin(String abstractSyntax) throws DicomNetworkException {
        association.beginOperation();
        return require(find(abstractSyntax, AcceptedContext::scuRole));
    }

    static AcceptedContext require(@Nullable AcceptedContext context) throws DicomNetworkException {
        if (context == null) {
            throw new DicomNetworkException(
                    Kind.REJECTED, false, "The peer accepted no presentation context for the request");
        }
        return context;
    }

    static int status(CommandSet response) {
        return response.number(CommandSet.STATUS, Status.PROCESSING_FAILURE);
    }

    Message next(Duration timeout) throws DicomNetworkException {
        return association
                .nextMessage(timeout)
                .orElseThrow(() -> association.violation(
                        AbortReason.UNEXPECTED_PDU, "The peer asked for release instead of answering"));
    }

    /** The response to the request; its data set is still to be read. */
    Message awaitResponse(int commandField, int messageId) throws IOException {
        Message message = next(options.responseTimeout());
        while (takenAsEvent(message)) {
            message = next(options.responseTimeout());
        }
        requireAnswer(message, commandField, messageId);
        return message;
    }

    /** As {@link #awaitResponse}; a data set is skipped. */
    CommandSet awaitCommand(int commandField, int messageId) throws IOException {
        Message response = awaitResponse(commandField, messageId);
        skipDataSet(response);
        return response.command();
    }

    void skipDataSet(Message message) throws IOException {
        if (message.command().hasDataSet()) {
            association.dataSetOf(message).drain();
        }
    }

    void requireAnswer(Message message, int commandField, int messageId) throws DicomNetworkException {
        CommandSet command = message.command();
        if (command.commandField() != (commandField | CommandField.RESPONSE)
                || command.number(CommandSet.MESSAGE_ID_BEING_RESPONDED_TO, -1) != messageId) {
            throw unexpected();
        }
    }

    DicomNetworkException unexpected() {
        return association.violation(AbortReason.NOT_SPECIFIED, "The peer answered something else than was asked");
    }

    /** The data set of an answer; if it is no data set, the association ends. */
    DataSet parameters(Message message) throws IOException {
        try {
            return association.parameters(message);
        } catch (DicomFormatException e) {
            throw association.violation(AbortReason.NOT_SPECIFIED, "The data set of an answer is no data set");
        }
    }

    // ---------------------------------------------------------------- event reports

    /** Keeps and acknowledges an event report; false: the message is something else. */
    boolean takenAsEvent(Message message) throws IOException {
        CommandSet command = message.command();
        if (command.commandField() != CommandField.N_EVENT_REPORT_RQ) {
            return false;
        }
        DataSet information = parameters(message);
        if (events.size() >= Limits.MAX_PENDING_EVENTS) {
            throw association.violation(AbortReason.NOT_SPECIFIED, "The peer sent too many event reports");
        }
        Optional<CommandCheck.Refusal> refusal = CommandCheck.refusal(message);
        if (refusal.isEmpty()) {
            events.add(event(command, information));
        }
        int status = refusal.map(CommandCheck.Refusal::status).orElse(Status.SUCCESS);
        association.send(message.context(), CommandSet.response(command, status));
        return true;
    }

    static EventReport event(CommandSet command, DataSet information) {
        return new EventReport(
                command.text(CommandSet.AFFECTED_SOP_CLASS_UID),
                command.text(CommandSet.AFFECTED_SOP_INSTANCE_UID),
                command.number(CommandSet.EVENT_TYPE_ID, 0),
                information);
    }

    /** The oldest report that nobody has taken; waits for one, and ends the association if none comes in time. */
    EventReport awaitEvent(Duration timeout) throws IOException {
        EventReport event = events.poll();
        while (event == null) {
            if (!takenAsEvent(next(timeout))) {
                throw unexpected();
            }
            event = events.poll();
        }
        return event;
    }

    /** As {@link #awaitEvent}, but nothing in time is no failure, and nor is the peer's wish to end the association. */
    Optional<EventReport> pollEvent(Duration timeout) throws IOException {
        if (events.isEmpty() && association.awaitInput(timeout)) {
            if (!takenAsEvent(next(options.idleTimeout()))) {
                throw unexpected();
            }
        }
        return Optional.ofNullable(events.poll());
    }
}

package org.symbolon.recordreceiver.internal;

/** A request that is answered without reading its body. */
final class Refusal extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Answer answer;

    Refusal(Answer answer) {
        super("refused with status " + answer.status());
        this.answer = answer;
    }

    Answer answer() {
        return answer;
    }
}

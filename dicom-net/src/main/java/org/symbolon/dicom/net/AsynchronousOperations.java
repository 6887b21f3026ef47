package org.symbolon.dicom.net;

/**
 * An asynchronous operations window (PS3.7 D.3.3.3): how many requests may wait for their responses at the same time.
 *
 * @param invoked requests of this side, C-STORE sub-operations included; 0: any number
 * @param performed requests of the peer; 0: any number
 */
public record AsynchronousOperations(int invoked, int performed) {
    /** Largest value of either number: it has two bytes on the wire. */
    public static final int MAX = 0xFFFF;

    /** One request at a time, the state of things where nothing is negotiated. */
    public static final AsynchronousOperations SYNCHRONOUS = new AsynchronousOperations(1, 1);

    public AsynchronousOperations {
        if (invoked < 0 || invoked > MAX || performed < 0 || performed > MAX) {
            throw new IllegalArgumentException("An asynchronous operations window has numbers from 0 to " + MAX);
        }
    }

    /** The same window as the peer sees it. */
    public AsynchronousOperations seenByPeer() {
        return new AsynchronousOperations(/* invoked= */ performed, /* performed= */ invoked);
    }

    /** What both grant: the smaller of each number, where 0 is larger than any. */
    public AsynchronousOperations limitedTo(AsynchronousOperations other) {
        return new AsynchronousOperations(smaller(invoked, other.invoked), smaller(performed, other.performed));
    }

    private static int smaller(int one, int another) {
        if (one == 0 || another == 0) {
            return Math.max(one, another);
        }
        return Math.min(one, another);
    }
}

package org.symbolon.dicom.net.internal;

import io.netty.channel.Channel;
import java.net.InetAddress;
import java.time.Duration;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.symbolon.dicom.net.ConnectionLimits;

/** Counts a server's connections and associations. Thread-safe. */
final class Admissions {
    private final ConnectionLimits limits;
    /** Oldest first. */
    private final Set<Channel> pending = new LinkedHashSet<>();

    private final Set<ServerAssociation> associations = new LinkedHashSet<>();
    /** How many there are of each address. */
    private final Map<InetAddress, Integer> addresses = new HashMap<>();

    private boolean closed;

    Admissions(ConnectionLimits limits) {
        this.limits = limits;
    }

    /**
     * Takes in a connection that has not asked for anything yet. Where there are too many, the oldest is closed: an honest
     * peer asks within milliseconds, so a flood of silent ones throws out itself.
     */
    synchronized void connected(Channel channel) {
        if (closed) {
            Pipelines.close(channel);
            return;
        }
        pending.add(channel);
        channel.closeFuture().addListener(done -> forget(channel));
        if (pending.size() > limits.maxPendingConnections()) {
            Iterator<Channel> oldest = pending.iterator();
            Channel victim = oldest.next();
            oldest.remove();
            Pipelines.close(victim);
        }
    }

    private synchronized void forget(Channel channel) {
        pending.remove(channel);
    }

    /** Whether there is room; if so, the association is to be {@link #ended}. */
    synchronized boolean begin(Channel channel, ServerAssociation association) {
        pending.remove(channel);
        InetAddress address = association.address();
        if (closed
                || associations.size() >= limits.maxAssociations()
                || addresses.getOrDefault(address, 0) >= limits.maxAssociationsPerAddress()) {
            return false;
        }
        associations.add(association);
        addresses.merge(address, 1, Integer::sum);
        return true;
    }

    synchronized void ended(ServerAssociation association) {
        if (associations.remove(association)) {
            addresses.computeIfPresent(association.address(), (any, count) -> count == 1 ? null : count - 1);
        }
        notifyAll();
    }

    synchronized int associations() {
        return associations.size();
    }

    /** Lets nothing more in, asks all to stop, waits for them, then cuts the rest. */
    void close(Duration timeout) throws InterruptedException {
        List<Channel> waiting;
        List<ServerAssociation> running;
        synchronized (this) {
            closed = true;
            waiting = List.copyOf(pending);
            running = List.copyOf(associations);
        }
        waiting.forEach(Pipelines::close);
        running.forEach(ServerAssociation::requestStop);
        awaitNone(timeout);
        synchronized (this) {
            running = List.copyOf(associations);
        }
        running.forEach(ServerAssociation::cut);
    }

    private synchronized void awaitNone(Duration timeout) throws InterruptedException {
        long deadline = System.nanoTime() + timeout.toNanos();
        long remaining = timeout.toNanos();
        while (!associations.isEmpty() && remaining > 0) {
            wait(remaining / 1_000_000, (int) (remaining % 1_000_000));
            remaining = deadline - System.nanoTime();
        }
    }
}

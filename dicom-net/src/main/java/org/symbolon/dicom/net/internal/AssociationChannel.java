package org.symbolon.dicom.net.internal;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The service user at the end of the pipeline: between the event loop, which runs the handler methods, and the association's own thread, which
 * calls the rest. The first thing that ends the connection is remembered and given to whoever waits.
 */
final class AssociationChannel extends ChannelInboundHandlerAdapter {
    private final Channel channel;
    private final UpperLayer.Role role;
    private final InboundQueue queue;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition writableOrEnded = lock.newCondition();

    private volatile @Nullable Inbound end;

    AssociationChannel(Channel channel, UpperLayer.Role role) {
        this.channel = channel;
        this.role = role;
        this.queue = new InboundQueue(on -> channel.config().setAutoRead(on));
    }

    Channel channel() {
        return channel;
    }

    UpperLayer.Role role() {
        return role;
    }

    /** The next message in the order of arrival, or null if none comes in time. */
    @Nullable
    Inbound poll(long timeoutNanos) throws InterruptedException {
        return queue.poll(timeoutNanos);
    }

    /** Waits until something is there for {@link #poll}; false if nothing comes in time. */
    boolean await(long timeoutNanos) throws InterruptedException {
        return queue.await(timeoutNanos);
    }

    /** What ended the connection, null while it lives. */
    @Nullable
    Inbound end() {
        return end;
    }

    /** Has the association's thread meet a {@link Inbound.Stop}. Any thread may call this. */
    void requestStop() {
        queue.offer(new Inbound.Stop());
    }

    /**
     * Waits until the peer reads.
     *
     * @return false if it did not in time; true as well if the connection has ended, see {@link #end}
     */
    boolean awaitWritable(long timeoutNanos) throws InterruptedException {
        if (channel.isWritable() || end != null) {
            return true;
        }
        lock.lockInterruptibly();
        try {
            long remaining = timeoutNanos;
            while (!channel.isWritable() && end == null) {
                if (remaining <= 0) {
                    return false;
                }
                remaining = writableOrEnded.awaitNanos(remaining);
            }
            return true;
        } finally {
            lock.unlock();
        }
    }

    /** Takes over the buffer, which holds whole PDUs. A failed write shows in {@link #end}. */
    void write(ByteBuf buffer) {
        channel.writeAndFlush(buffer).addListener(this::written);
    }

    /**
     * Like {@link #write}, for part of a file inside a PDU whose header was written just before; waits until it has left.
     *
     * @return false if it did not leave in time; what it failed of shows in {@link #end}
     */
    boolean write(FileSlice slice, long timeoutNanos) throws InterruptedException {
        ChannelFuture done = channel.writeAndFlush(slice).addListener(this::written);
        boolean inTime = done.await(timeoutNanos, TimeUnit.NANOSECONDS);
        Throwable failure = done.cause();
        if (failure != null) {
            end(new Inbound.Disconnected(failure)); // unless the end is known already
        }
        return inTime;
    }

    /** See {@link Transport#acknowledgeAtOnce}; behind what was written before. */
    void acknowledgeAtOnce() {
        channel.eventLoop().execute(() -> Transport.shared().acknowledgeAtOnce(channel));
    }

    /** Whether files can go to the socket as they are. */
    boolean isPlain() {
        return channel.pipeline().get(Pipelines.TLS) == null;
    }

    /** Hands a primitive to the {@link UpperLayer}. */
    void request(Outbound primitive) {
        channel.writeAndFlush(primitive).addListener(this::written);
    }

    private void written(Future<?> done) {
        Throwable failure = done.cause();
        if (failure != null && !(failure instanceof NotInThisState)) {
            channel.pipeline().fireExceptionCaught(failure);
        }
    }

    /** Hands over the last primitive; the queue is emptied. Where the association has ended already, nothing more happens. */
    void finish(Outbound last, Inbound reason) {
        end(reason);
        request(last);
        queue.dispose();
    }

    /** The association has lasted as long as it may. Any thread may call this. */
    void expire() {
        endAndTell(new Inbound.Expired());
        request(new Outbound.Abort(AbortReason.NOT_SPECIFIED));
    }

    /** Drops what has come and still comes. */
    void discardInput() {
        queue.dispose();
    }

    /** The connection is closed, or about to be. */
    void over() {
        end(new Inbound.Disconnected(null));
        queue.dispose();
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
        Inbound inbound = (Inbound) message;
        if (inbound.endsConnection()) {
            endAndTell(inbound);
        } else {
            queue.offer(inbound);
        }
    }

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext ctx) {
        signal();
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) {
        endAndTell(new Inbound.Disconnected(null));
    }

    private void endAndTell(Inbound reason) {
        if (end(reason)) {
            queue.offer(reason);
        }
    }

    /** Whether this was the first end. */
    private boolean end(Inbound reason) {
        lock.lock();
        try {
            boolean first = end == null;
            if (first) {
                end = reason;
            }
            writableOrEnded.signalAll();
            return first;
        } finally {
            lock.unlock();
        }
    }

    private void signal() {
        lock.lock();
        try {
            writableOrEnded.signalAll();
        } finally {
            lock.unlock();
        }
    }
}

package org.symbolon.dicom.net.internal;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The end of the pipeline: between the event loop, which runs the handler methods, and the association's own thread, which
 * calls the rest. The first thing that ends the connection is remembered and given to whoever waits.
 */
final class AssociationChannel extends ChannelInboundHandlerAdapter {
    private final Channel channel;
    private final InboundQueue queue;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition writableOrEnded = lock.newCondition();

    private volatile @Nullable Inbound end;

    AssociationChannel(Channel channel) {
        this.channel = channel;
        this.queue = new InboundQueue(on -> channel.config().setAutoRead(on));
    }

    Channel channel() {
        return channel;
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

    /** Takes over the buffer. A failed write shows in {@link #end}. */
    void write(ByteBuf buffer) {
        channel.writeAndFlush(buffer).addListener(ChannelFutureListener.FIRE_EXCEPTION_ON_FAILURE);
    }

    /** Sends a last PDU and closes the connection; the queue is emptied. Calling it again does nothing more. */
    void farewell(ByteBuf lastPdu, Inbound reason) {
        end(reason);
        Farewell.say(channel, lastPdu);
        queue.dispose();
    }

    /** Drops what has come and still comes. */
    void discardInput() {
        queue.dispose();
    }

    /** Closes the connection without a word. */
    void close() {
        end(new Inbound.Disconnected(null));
        Pipelines.close(channel);
        queue.dispose();
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
        Inbound inbound = (Inbound) message;
        if (inbound.endsConnection()) {
            endAndTell(inbound);
            Pipelines.close(channel);
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

    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
        if (cause instanceof ProtocolViolation violation) {
            endAndTell(new Inbound.Violation(String.valueOf(violation.getMessage())));
            Farewell.say(ctx.channel(), ShortPdus.abort(violation.reason()));
        } else {
            endAndTell(new Inbound.Disconnected(cause));
            Pipelines.close(channel);
        }
    }

    private void endAndTell(Inbound reason) {
        boolean first = end == null;
        end(reason);
        if (first) {
            queue.offer(reason);
        }
    }

    private void end(Inbound reason) {
        lock.lock();
        try {
            if (end == null) {
                end = reason;
            }
            writableOrEnded.signalAll();
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

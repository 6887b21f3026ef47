package org.symbolon.recordreceiver.internal;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.TooLongFrameException;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.handler.ssl.SslHandler;
import java.io.IOException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.symbolon.archive.CauseChain;
import org.symbolon.model.ErrorCode;
import org.symbolon.model.OrganisationId;
import org.symbolon.model.SymbolonException;
import org.symbolon.recordreceiver.RecordReceiverOptions;

/**
 * One client's connection, one request at a time. Each state has its own deadline, counted from its beginning, so that a client
 * that drips bytes gains nothing by it. Everything here runs on the connection's event loop, save {@link #serve}.
 */
final class Connection extends SimpleChannelInboundHandler<HttpObject> {
    private static final Logger LOG = LoggerFactory.getLogger(Connection.class);

    /** How long a refused client may go on talking, so that it gets to read its answer (RFC 9112 section 9.6). */
    private static final Duration LINGER = Duration.ofSeconds(3);

    /** The same where what comes cannot be told apart any more. */
    private static final Duration SHORT_LINGER = Duration.ofMillis(300);

    private enum State {
        /** Waiting for a whole request head. */
        HEAD,
        /** Waiting for memory. */
        QUEUED,
        BODY,
        /** A worker has it, or the answer is on its way. */
        SERVING,
        /** Answered before its end: the rest is thrown away. */
        REFUSED
    }

    private final RecordReceiverOptions options;
    private final Operations operations;
    private final ByteBudget budget;
    private final ExecutorService workers;

    private State state = State.HEAD;
    private boolean awaitsMessage;
    private @Nullable OrganisationId organisation;
    private @Nullable Exchange exchange;
    private @Nullable ScheduledFuture<?> deadline;

    Connection(RecordReceiverOptions options, Operations operations, ByteBudget budget, ExecutorService workers) {
        this.options = options;
        this.operations = operations;
        this.budget = budget;
        this.workers = workers;
    }

    /** One request on its way. */
    private static final class Exchange {
        private final RequestHead head;
        private final OrganisationId organisation;
        private final boolean keepAlive;
        private final boolean awaitsContinue;
        private final Body body;
        private ByteBudget.@Nullable Claim claim;

        Exchange(RequestHead head, OrganisationId organisation, HttpRequest request) {
            this.head = head;
            this.organisation = organisation;
            this.keepAlive = HttpUtil.isKeepAlive(request);
            this.awaitsContinue = HttpUtil.is100ContinueExpected(request);
            this.body = new Body(head.bodyLimit());
        }

        void release() {
            if (claim != null) {
                claim.release();
            }
        }
    }

    @Override
    public void channelActive(ChannelHandlerContext context) {
        await(context, State.HEAD, options.idleTimeout(), () -> close(context));
        next(context);
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, HttpObject message) {
        awaitsMessage = false;
        if (state == State.REFUSED) {
            discard(context, message);
        } else if (message.decoderResult().isFailure()) {
            refuse(context, undecodable(message.decoderResult().cause()), SHORT_LINGER);
        } else if (state == State.HEAD && message instanceof HttpRequest request) {
            begin(context, request);
        } else if (state == State.BODY && exchange != null && message instanceof HttpContent content) {
            add(context, exchange, content);
        } else {
            next(context);
        }
    }

    /** Some bytes came but no message: those of the handshake, or a part of a head. */
    @Override
    public void channelReadComplete(ChannelHandlerContext context) {
        if (awaitsMessage) {
            context.read();
        }
    }

    private void next(ChannelHandlerContext context) {
        awaitsMessage = true;
        context.read();
    }

    private static Answer undecodable(Throwable cause) {
        return cause instanceof TooLongFrameException
                ? Answer.error(431, ErrorCode.LIMIT_EXCEEDED, "The request line or the headers are too long")
                : Answer.error(ErrorCode.PROTOCOL_VIOLATION, "This is not HTTP/1.1");
    }

    private void begin(ChannelHandlerContext context, HttpRequest request) {
        try {
            Exchange begun =
                    new Exchange(RequestHead.of(request, options.maxRecordBytes()), organisation(context), request);
            exchange = begun;
            await(context, State.QUEUED, options.bodyTimeout(), () -> refuse(context, busy()));
            begun.claim = budget.claim(
                    begun.head.reservedBytes(), () -> context.executor().execute(() -> granted(context, begun)));
        } catch (Refusal refusal) {
            refuse(context, refusal.answer());
        }
    }

    private OrganisationId organisation(ChannelHandlerContext context) throws Refusal {
        if (organisation == null) {
            SslHandler tls = context.pipeline().get(SslHandler.class);
            X509Certificate certificate = ServerTls.clientCertificate(tls);
            Optional<OrganisationId> known =
                    certificate == null ? Optional.empty() : operations.organisation(certificate);
            organisation = known.orElseThrow(() -> new Refusal(
                    Answer.error(ErrorCode.NOT_AUTHORISED, "The client certificate stands for no organisation here")));
        }
        return organisation;
    }

    private void granted(ChannelHandlerContext context, Exchange begun) {
        if (exchange != begun || state != State.QUEUED) {
            // The client went away or was refused while this was on its way
            begun.release();
            return;
        }
        await(context, State.BODY, options.bodyTimeout(), () -> refuse(context, tooSlow()));
        if (begun.awaitsContinue) {
            context.writeAndFlush(new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.CONTINUE))
                    .addListener(ChannelFutureListener.CLOSE_ON_FAILURE);
        }
        next(context);
    }

    private void add(ChannelHandlerContext context, Exchange current, HttpContent content) {
        if (!current.body.add(content.content())) {
            refuse(context, RequestHead.tooLong(current.head.bodyLimit()));
        } else if (content instanceof LastHttpContent) {
            submit(context, current);
        } else {
            next(context);
        }
    }

    private void submit(ChannelHandlerContext context, Exchange current) {
        cancelDeadline();
        state = State.SERVING;
        try {
            workers.execute(() -> {
                Answer answer = serve(current);
                context.executor().execute(() -> answer(context, current, answer));
            });
        } catch (RejectedExecutionException e) {
            current.release();
            close(context);
        }
    }

    /** On a worker. */
    private Answer serve(Exchange current) {
        try {
            return current.head instanceof RequestHead.Post post
                    ? operations.store(current.organisation, post, current.body.toBytes())
                    : operations.fetch(current.organisation, (RequestHead.Get) current.head);
        } catch (SymbolonException e) {
            LOG.warn("A request was refused: {}", e.code());
            return Answer.error(e.code(), String.valueOf(e.getMessage()));
        } catch (IOException e) {
            LOG.error("The archive could not do it: {}", CauseChain.of(e));
            return Answer.error(ErrorCode.OUT_OF_RESOURCES, "The archive could not do it now")
                    .with("Retry-After", "5");
        } catch (RuntimeException e) {
            LOG.error("A defect: {}", CauseChain.of(e));
            return Answer.error(ErrorCode.INTERNAL, "The data centre has a defect");
        }
    }

    private void answer(ChannelHandlerContext context, Exchange current, Answer answer) {
        await(context, State.SERVING, options.bodyTimeout(), () -> close(context));
        write(context, answer, current.keepAlive).addListener(written -> {
            current.release();
            if (!written.isSuccess() || !current.keepAlive) {
                cancelDeadline();
                close(context);
                return;
            }
            exchange = null;
            await(context, State.HEAD, options.idleTimeout(), () -> close(context));
            next(context);
        });
    }

    /** Answers without waiting for the rest; what still comes is thrown away for a moment, then the connection ends. */
    private void refuse(ChannelHandlerContext context, Answer answer) {
        refuse(context, answer, LINGER);
    }

    private void refuse(ChannelHandlerContext context, Answer answer, Duration linger) {
        LOG.warn("A request was refused with HTTP status {}", answer.status());
        forget();
        write(context, answer, false).addListener(ChannelFutureListener.CLOSE_ON_FAILURE);
        await(context, State.REFUSED, linger, () -> close(context));
        next(context);
    }

    private void discard(ChannelHandlerContext context, HttpObject message) {
        if (message instanceof LastHttpContent || message.decoderResult().isFailure()) {
            context.channel().writeAndFlush(Unpooled.EMPTY_BUFFER).addListener(ChannelFutureListener.CLOSE);
        } else {
            next(context);
        }
    }

    private static ChannelFuture write(ChannelHandlerContext context, Answer answer, boolean keepAlive) {
        FullHttpResponse response = new DefaultFullHttpResponse(
                HttpVersion.HTTP_1_1,
                HttpResponseStatus.valueOf(answer.status()),
                Unpooled.wrappedBuffer(answer.body()));
        answer.headers().forEach((name, value) -> response.headers().set(name, value));
        response.headers().set(HttpHeaderNames.CACHE_CONTROL, "no-store");
        HttpUtil.setContentLength(response, answer.body().length);
        HttpUtil.setKeepAlive(response, keepAlive);
        return context.writeAndFlush(response);
    }

    private static Answer busy() {
        return Answer.error(ErrorCode.OUT_OF_RESOURCES, "Too many large records at the same time")
                .with("Retry-After", "5");
    }

    private static Answer tooSlow() {
        return Answer.error(408, ErrorCode.PROTOCOL_VIOLATION, "The body did not arrive in time");
    }

    private void await(ChannelHandlerContext context, State next, Duration timeout, Runnable late) {
        cancelDeadline();
        state = next;
        deadline = context.executor().schedule(late, timeout.toMillis(), TimeUnit.MILLISECONDS);
    }

    private static void close(ChannelHandlerContext context) {
        context.close().addListener(ChannelFutureListener.FIRE_EXCEPTION_ON_FAILURE);
    }

    private void cancelDeadline() {
        if (deadline != null) {
            deadline.cancel(false);
            deadline = null;
        }
    }

    /** Drops a request that is not being served; one that is releases its memory when it is answered. */
    private void forget() {
        if (exchange != null && state != State.SERVING) {
            exchange.release();
            exchange = null;
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        cancelDeadline();
        forget();
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        LOG.debug("A connection broke: {}", CauseChain.of(cause));
        close(context);
    }
}

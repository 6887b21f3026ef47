package org.symbolon.web;

import java.net.InetSocketAddress;
import java.time.Duration;

/**
 * Where a web server listens and how much it takes at once.
 *
 * @param address port 0: any free one
 * @param maxThreads that answer requests; at least 8, since Jetty keeps some for itself
 * @param maxConnections open at a time; more wait to be accepted
 * @param maxRequestBytes of a request's body
 * @param idleTimeout after which a silent connection is closed
 */
public record WebServerOptions(
        InetSocketAddress address, int maxThreads, int maxConnections, long maxRequestBytes, Duration idleTimeout) {
    private static final int MIN_THREADS = 8;

    public WebServerOptions {
        if (maxThreads < MIN_THREADS) {
            throw new IllegalArgumentException("A web server needs " + MIN_THREADS + " threads at least");
        }
    }

    /** 32 threads, 512 connections, bodies of 64 KB, 30 s. */
    public static WebServerOptions at(InetSocketAddress address) {
        return new WebServerOptions(address, 32, 512, 64L << 10, Duration.ofSeconds(30));
    }
}

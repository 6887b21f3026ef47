package org.symbolon.launcher.demo;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.symbolon.model.ErrorCode;
import org.symbolon.model.ProgressLine;
import org.symbolon.model.SymbolonException;

/**
 * Reads every page and DICOMweb answer of a web server that links lead to from its start page, and has each searched for leaks.
 * Links are what stands in the attributes {@code href} and {@code src} of HTML, and URLs of the same server in JSON. One thread.
 */
final class PageScan {
    /** More answers than this are not read: a portal of millions of cases is not for a demo. */
    static final int MAX_PAGES = 20_000;

    private static final int MAX_TEXT_BYTES = 8 << 20;
    private static final Duration TIMEOUT = Duration.ofMinutes(2);
    private static final Pattern HTML_LINK = Pattern.compile("(?:href|src)\\s*=\\s*[\"']([^\"']+)[\"']");
    private static final Pattern JSON_LINK = Pattern.compile("\"(https?:(?:[^\"\\\\]|\\\\/)+)\"");

    private final HttpClient client = HttpClient.newBuilder()
            .connectTimeout(TIMEOUT)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private final URI start;
    private final LeakScan leaks;
    private final Set<URI> seen = new HashSet<>();
    private final Deque<URI> waiting = new ArrayDeque<>();

    private PageScan(URI start, LeakScan leaks) {
        this.start = start;
        this.leaks = leaks;
    }

    /** Returns how many answers were read. An answer of the server's own fault (5xx) is an error. */
    static long from(URI start, ProgressLine progress, LeakScan leaks) throws IOException {
        PageScan scan = new PageScan(start, leaks);
        scan.remember(start);
        long pages = 0;
        while (!scan.waiting.isEmpty()) {
            scan.read(scan.waiting.remove());
            pages++;
            progress.count("pages", pages, scan.seen.size());
        }
        return pages;
    }

    private void read(URI page) throws IOException {
        HttpRequest request =
                HttpRequest.newBuilder(page).timeout(TIMEOUT).GET().build();
        HttpResponse<InputStream> response;
        try {
            response = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while reading the portal", e);
        }
        try (InputStream body = response.body()) {
            if (response.statusCode() >= 500) {
                throw new SymbolonException(
                        ErrorCode.INTERNAL, "The portal answered " + response.statusCode() + " to " + page.getPath());
            }
            response.headers().firstValue("Location").ifPresent(location -> remember(page.resolve(location)));
            String type = response.headers().firstValue("Content-Type").orElse("");
            String place = "web answer " + page.getPath();
            leaks.page(
                    place,
                    new ByteArrayInputStream(response.headers().toString().getBytes(StandardCharsets.UTF_8)));
            if (type.contains("html") || type.contains("json")) {
                byte[] head = body.readNBytes(MAX_TEXT_BYTES);
                follow(page, new String(head, StandardCharsets.UTF_8), type.contains("html") ? HTML_LINK : JSON_LINK);
                leaks.page(place, new SequenceInputStream(new ByteArrayInputStream(head), body));
            } else {
                leaks.page(place, body);
            }
        }
    }

    private void follow(URI page, String text, Pattern link) {
        Matcher matcher = link.matcher(text);
        while (matcher.find()) {
            String target = matcher.group(1).replace("\\/", "/").replace("&amp;", "&");
            if (!target.startsWith("#") && !target.startsWith("data:") && !target.startsWith("mailto:")) {
                try {
                    remember(page.resolve(target));
                } catch (IllegalArgumentException e) {
                    throw new SymbolonException(ErrorCode.INTERNAL, "A link on " + page.getPath() + " is no URL", e);
                }
            }
        }
    }

    private void remember(URI target) {
        String text = target.toString();
        int fragment = text.indexOf('#');
        URI page = fragment < 0 ? target : URI.create(text.substring(0, fragment));
        boolean ours = start.getAuthority().equals(page.getAuthority());
        if (ours && seen.size() < MAX_PAGES && seen.add(page)) {
            waiting.add(page);
        }
    }
}

package org.symbolon.recordreceiver.internal;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/** Speaks TLS properly and HTTP as it likes. */
final class RawClient implements Closeable {
    private static final Pattern LENGTH = Pattern.compile("(?i)\r\ncontent-length: (\\d+)\r\n");

    private final SSLSocket socket;

    RawClient(SSLContext context, InetSocketAddress server) throws IOException {
        socket = (SSLSocket) context.getSocketFactory().createSocket(server.getAddress(), server.getPort());
        socket.setSoTimeout(20_000);
        socket.startHandshake();
    }

    RawClient send(String text) throws IOException {
        return send(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    RawClient send(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
        socket.getOutputStream().flush();
        return this;
    }

    /** A request head with these lines behind the first. */
    static String head(String requestLine, String... headers) {
        return requestLine + " HTTP/1.1\r\nHost: localhost\r\n" + String.join("\r\n", headers) + "\r\n\r\n";
    }

    static String post(long length, String... more) {
        return head(
                "POST /records",
                "Content-Type: application/hl7-v2",
                "Content-Length: " + length + (more.length == 0 ? "" : "\r\n" + String.join("\r\n", more)));
    }

    /** A whole response with head and body; what there is of it where the connection ends; empty at its end. */
    String response() throws IOException {
        ByteArrayOutputStream response = new ByteArrayOutputStream();
        InputStream in = socket.getInputStream();
        int left = -1;
        while (left != 0) {
            int next = in.read();
            if (next < 0) {
                break;
            }
            response.write(next);
            left--;
            if (left < 0) {
                String head = response.toString(StandardCharsets.ISO_8859_1);
                if (head.endsWith("\r\n\r\n")) {
                    Matcher length = LENGTH.matcher(head);
                    left = length.find() ? Integer.parseInt(length.group(1)) : 0;
                }
            }
        }
        return response.toString(StandardCharsets.ISO_8859_1);
    }

    /** Reads on until the server has closed. */
    boolean isClosed() throws IOException {
        try {
            while (socket.getInputStream().read() >= 0) {
                // What still comes does not matter
            }
            return true;
        } catch (java.net.SocketTimeoutException e) {
            return false;
        } catch (IOException e) {
            return true;
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}

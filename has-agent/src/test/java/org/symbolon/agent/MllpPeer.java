package org.symbolon.agent;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** A sender of messages that may also send anything else. Answers are read as Latin-1. */
final class MllpPeer implements AutoCloseable {
    private static final int TIMEOUT_MILLIS = 20_000;

    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;

    MllpPeer(Socket socket) throws IOException {
        this.socket = socket;
        socket.setSoTimeout(TIMEOUT_MILLIS);
        socket.setTcpNoDelay(true);
        this.in = socket.getInputStream();
        this.out = socket.getOutputStream();
    }

    static MllpPeer connect(int port) throws IOException {
        return new MllpPeer(new Socket(InetAddress.getLoopbackAddress(), port));
    }

    void raw(String latin1) throws IOException {
        raw(latin1, StandardCharsets.ISO_8859_1);
    }

    void raw(String text, Charset charset) throws IOException {
        out.write(text.getBytes(charset));
        out.flush();
    }

    void send(String message) throws IOException {
        raw("\u000b" + message + "\u001c\r");
    }

    /** Without its frame; empty: the connection has ended. */
    String answer() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int before = -1;
        for (int next = in.read(); next >= 0; next = in.read()) {
            if (before == 0x1C && next == '\r') {
                return bytes.toString(StandardCharsets.ISO_8859_1)
                        .replace("\u000b", "")
                        .replace("\u001c", "");
            }
            bytes.write(next);
            before = next;
        }
        return "";
    }

    String ask(String message) throws IOException {
        send(message);
        return answer();
    }

    /** Whether the other side has closed, which is waited for. */
    boolean isCutOff() throws IOException {
        try {
            return in.read() < 0;
        } catch (SocketException e) {
            // a reset: closed while something was unread
            return true;
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}

package org.symbolon.agent.internal.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** JSON objects over a socket, one a line, UTF-8. Reading and writing each by one thread at a time. */
final class LineChannel implements AutoCloseable {
    /** Longest line that is read: an archive request with many paths. */
    static final int MAX_LINE_BYTES = 8 << 20;

    private static final int BUFFER_BYTES = 1 << 16;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final SocketChannel channel;
    private final ByteBuffer incoming = ByteBuffer.allocate(BUFFER_BYTES).limit(0);

    LineChannel(SocketChannel channel) {
        this.channel = channel;
    }

    static ObjectNode object(String type) {
        return JSON.createObjectNode().put("type", type);
    }

    synchronized void write(JsonNode message) throws IOException {
        ByteBuffer line = ByteBuffer.wrap((JSON.writeValueAsString(message) + "\n").getBytes(StandardCharsets.UTF_8));
        while (line.hasRemaining()) {
            channel.write(line);
        }
    }

    /** Null: the other side has closed the connection. */
    @Nullable
    JsonNode read() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        while (true) {
            while (incoming.hasRemaining()) {
                byte b = incoming.get();
                if (b == '\n') {
                    return JSON.readTree(line.toString(StandardCharsets.UTF_8));
                }
                line.write(b);
                if (line.size() > MAX_LINE_BYTES) {
                    throw new IOException("A control message is longer than " + MAX_LINE_BYTES + " bytes");
                }
            }
            incoming.clear();
            int read = channel.read(incoming);
            incoming.flip();
            if (read < 0) {
                return null;
            }
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}

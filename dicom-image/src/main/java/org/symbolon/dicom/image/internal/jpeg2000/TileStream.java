package org.symbolon.dicom.image.internal.jpeg2000;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;

/** What the codestream holds about one tile: its parameters and the bytes of its packets, from all of its tile-parts. */
final class TileStream {
    private final byte[] codestream;
    private final Parameters parameters;
    private final List<Range> bodies = new ArrayList<>();
    private final ByteArrayOutputStream packedHeaders = new ByteArrayOutputStream();

    /** Bytes from start up to end, which lies outside. */
    static final class Range {
        private final byte[] bytes;
        private final int start;
        private final int end;

        Range(byte[] bytes, int start, int end) {
            this.bytes = bytes;
            this.start = start;
            this.end = end;
        }

        byte[] bytes() {
            return bytes;
        }

        int start() {
            return start;
        }

        int end() {
            return end;
        }

        int length() {
            return end - start;
        }
    }

    TileStream(byte[] codestream, Parameters parameters) {
        this.codestream = codestream;
        this.parameters = parameters;
    }

    Parameters parameters() {
        return parameters;
    }

    void addBody(int start, int end) {
        bodies.add(new Range(codestream, start, end));
    }

    void addPackedHeaders(byte[] bytes, int start, int end) {
        packedHeaders.write(bytes, start, end - start);
    }

    boolean hasPackedHeaders() {
        return packedHeaders.size() > 0;
    }

    Range packedHeaders() {
        byte[] bytes = packedHeaders.toByteArray();
        return new Range(bytes, 0, bytes.length);
    }

    /** The bodies of all tile-parts; no packet spans two, but their sequence goes on. */
    Range body() {
        if (bodies.size() == 1) {
            return bodies.get(0);
        }
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        for (Range range : bodies) {
            joined.write(range.bytes(), range.start(), range.length());
        }
        byte[] bytes = joined.toByteArray();
        return new Range(bytes, 0, bytes.length);
    }
}

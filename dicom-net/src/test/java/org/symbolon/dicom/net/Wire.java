package org.symbolon.dicom.net;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A peer that says byte for byte what a test wants; written without the code under test. */
final class Wire implements AutoCloseable {
    static final String APPLICATION_CONTEXT = "1.2.840.10008.3.1.1.1";

    private final Socket socket;

    Wire(Socket socket) throws IOException {
        this.socket = socket;
        socket.setSoTimeout(20_000);
        socket.setTcpNoDelay(true);
    }

    static Wire connect(int port) throws IOException {
        return new Wire(new Socket(InetAddress.getLoopbackAddress(), port));
    }

    /** Associated, with context 1 for Verification and context 3 for CT, both in implicit VR. */
    static Wire associated(int port) throws IOException {
        Wire wire = connect(port);
        wire.send(associateRequest(APPLICATION_CONTEXT, defaultContexts()));
        Pdu answer = wire.receive();
        if (answer.type() != 2) {
            throw new IOException("Not associated but answered with PDU type " + answer.type());
        }
        return wire;
    }

    static byte[] defaultContexts() {
        return concat(
                context(1, ServicesContract.VERIFICATION, ServicesContract.IMPLICIT),
                context(3, ServicesContract.CT, ServicesContract.IMPLICIT));
    }

    /** A PDU as it came. */
    @SuppressWarnings("ArrayRecordComponent") // looked into, never compared
    record Pdu(int type, byte[] body) {
        /** For an abort: source and reason. */
        List<Integer> sourceAndReason() {
            return List.of((int) body[2], (int) body[3]);
        }

        /** For a P-DATA-TF with one value: the value's bytes. */
        byte[] value() {
            return java.util.Arrays.copyOfRange(body, 6, body.length);
        }
    }

    OutputStream out() throws IOException {
        return socket.getOutputStream();
    }

    InputStream in() throws IOException {
        return socket.getInputStream();
    }

    void send(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
    }

    Pdu receive() throws IOException {
        DataInputStream in = new DataInputStream(socket.getInputStream());
        int type = in.readUnsignedByte();
        in.readUnsignedByte();
        byte[] body = new byte[in.readInt()];
        in.readFully(body);
        return new Pdu(type, body);
    }

    /** Closes with a TCP reset. */
    void reset() throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }

    /** Reads until the peer closes; true if nothing came before. */
    boolean closedSilently() throws IOException {
        try {
            return socket.getInputStream().read() < 0;
        } catch (java.net.SocketException e) {
            return true; // reset
        }
    }

    /** What A-ABORT says that comes next, and that the connection is closed then. */
    List<Integer> receiveAbort() throws IOException {
        Pdu pdu = receive();
        if (pdu.type() != 7) {
            throw new IOException("PDU of type " + pdu.type() + " instead of an abort");
        }
        if (socket.getInputStream().read() >= 0) {
            throw new EOFException("Something came behind the abort");
        }
        return pdu.sourceAndReason();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    static byte[] pdu(int type, byte[] body) {
        return bytes(out -> {
            out.writeByte(type);
            out.writeByte(0);
            out.writeInt(body.length);
            out.write(body);
        });
    }

    static byte[] associateRequest(String applicationContext, byte[] contexts) {
        return associateRequest(1, applicationContext, contexts, userInformation(16384));
    }

    static byte[] associateRequest(int version, String applicationContext, byte[] contexts, byte[] user) {
        return pdu(1, associateBody(version, concat(item(0x10, ascii(applicationContext)), contexts, user)));
    }

    static byte[] associateBody(int version, byte[] items) {
        return bytes(out -> {
            out.writeShort(version);
            out.writeShort(0);
            out.write(ascii("SCP             "));
            out.write(ascii("SCU             "));
            out.write(new byte[32]);
            out.write(items);
        });
    }

    static byte[] userInformation(int maxPduBytes) {
        byte[] max = bytes(out -> out.writeInt(maxPduBytes));
        return item(0x50, concat(item(0x51, max), item(0x52, ascii("1.2.3.4"))));
    }

    static byte[] context(int id, String abstractSyntax, String transferSyntax) {
        byte[] fixed = {(byte) id, 0, 0, 0};
        return item(0x20, concat(fixed, item(0x30, ascii(abstractSyntax)), item(0x40, ascii(transferSyntax))));
    }

    static byte[] acceptedContext(int id, String transferSyntax) {
        byte[] fixed = {(byte) id, 0, 0, 0};
        return item(0x21, concat(fixed, item(0x40, ascii(transferSyntax))));
    }

    static byte[] item(int type, byte[] content) {
        return bytes(out -> {
            out.writeByte(type);
            out.writeByte(0);
            out.writeShort(content.length);
            out.write(content);
        });
    }

    /** A presentation data value item. */
    static byte[] pdv(int contextId, int control, byte[] value) {
        return bytes(out -> {
            out.writeInt(value.length + 2);
            out.writeByte(contextId);
            out.writeByte(control);
            out.write(value);
        });
    }

    /** A P-DATA-TF with a whole command set. */
    static byte[] command(int contextId, byte[] commandSet) {
        return pdu(4, pdv(contextId, 3, commandSet));
    }

    static byte[] echoRequest(int messageId) {
        return concat(
                element(0x0002, ascii("1.2.840.10008.1.1\0")),
                unsignedShort(0x0100, 0x0030),
                unsignedShort(0x0110, messageId),
                unsignedShort(0x0800, 0x0101));
    }

    static byte[] storeRequest(int messageId) {
        return concat(
                element(0x0002, ascii(ServicesContract.CT + "\0")),
                unsignedShort(0x0100, 0x0001),
                unsignedShort(0x0110, messageId),
                unsignedShort(0x0700, 0),
                unsignedShort(0x0800, 1),
                element(0x1000, ascii("1.2.3\0")));
    }

    static byte[] response(int commandField, int messageId, int status) {
        return concat(
                unsignedShort(0x0100, commandField),
                unsignedShort(0x0120, messageId),
                unsignedShort(0x0800, 0x0101),
                unsignedShort(0x0900, status));
    }

    static byte[] unsignedShort(int element, int value) {
        return element(element, new byte[] {(byte) value, (byte) (value >> 8)});
    }

    static byte[] element(int element, byte[] value) {
        return ByteBuffer.allocate(8 + value.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putShort((short) 0)
                .putShort((short) element)
                .putInt(value.length)
                .put(value)
                .array();
    }

    static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    static byte[] concat(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }

    private interface Writing {
        void to(DataOutputStream out) throws IOException;
    }

    private static byte[] bytes(Writing writing) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            writing.to(new DataOutputStream(out));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}

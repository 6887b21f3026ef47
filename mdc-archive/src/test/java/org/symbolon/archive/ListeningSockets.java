package org.symbolon.archive;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Addresses this process listens on, as the Linux kernel tells (proc(5), /proc/net/tcp). */
final class ListeningSockets {
    private static final String LISTEN = "0A";
    private static final int ADDRESS = 1;
    private static final int STATE = 3;
    private static final int INODE = 9;

    private ListeningSockets() {}

    static List<InetAddress> ofThisProcess() throws IOException {
        Set<String> own = ownSockets();
        List<InetAddress> addresses = new ArrayList<>();
        for (String table : List.of("/proc/self/net/tcp", "/proc/self/net/tcp6")) {
            for (String line : Files.readAllLines(Path.of(table))) {
                String[] fields = line.strip().split("\\s+");
                if (fields.length > INODE && fields[STATE].equals(LISTEN) && own.contains(fields[INODE])) {
                    addresses.add(address(fields[ADDRESS].substring(0, fields[ADDRESS].indexOf(':'))));
                }
            }
        }
        return addresses;
    }

    private static Set<String> ownSockets() throws IOException {
        Set<String> inodes = new HashSet<>();
        try (Stream<Path> descriptors = Files.list(Path.of("/proc/self/fd"))) {
            for (Path descriptor : descriptors.toList()) {
                if (Files.isSymbolicLink(descriptor)) {
                    String target = Files.readSymbolicLink(descriptor).toString();
                    if (target.startsWith("socket:[")) {
                        inodes.add(target.substring("socket:[".length(), target.length() - 1));
                    }
                }
            }
        }
        return inodes;
    }

    /** Words of four bytes in the machine's order. */
    private static InetAddress address(String hex) throws IOException {
        ByteBuffer words = ByteBuffer.wrap(HexFormat.of().parseHex(hex)).order(ByteOrder.nativeOrder());
        ByteBuffer network = ByteBuffer.allocate(words.capacity());
        while (words.hasRemaining()) {
            network.putInt(words.getInt());
        }
        return InetAddress.getByAddress(network.array());
    }
}

package org.symbolon.archive.internal;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The loopback ports of the embedded services. They are kept from start to start: a RegionServer or master that comes back
 * under its old address replaces its dead predecessor at once, instead of after a ZooKeeper session timeout.
 */
final class Ports {
    /** The services that listen under a remembered port. */
    enum Service {
        NAMENODE,
        ZOOKEEPER,
        MASTER,
        REGIONSERVER;

        private String key() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    private static final Logger LOG = LoggerFactory.getLogger(Ports.class);
    private static final int MAX_ATTEMPTS = 100;
    private static final int MAX_PORT = 65_535;
    private static final byte[] LOOPBACK = {127, 0, 0, 1};

    private final Map<Service, Integer> ports = new EnumMap<>(Service.class);

    private Ports() {}

    /** Reads the file, replaces what is missing, malformed or taken by another program, and writes the file where it changed. */
    static Ports remembered(Path file) throws IOException {
        Properties properties = new Properties();
        if (Files.exists(file)) {
            try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
                properties.load(reader);
            }
        }
        Ports ports = new Ports();
        Set<Integer> used = new HashSet<>();
        boolean changed = false;
        for (Service service : Service.values()) {
            int port = parse(properties.getProperty(service.key(), ""));
            if (port == 0 || used.contains(port) || !isFree(port)) {
                int chosen = choose(used);
                if (port != 0) {
                    LOG.warn("Port {} of the embedded {} is taken; it moves to {}", port, service, chosen);
                }
                port = chosen;
                changed = true;
            }
            used.add(port);
            ports.ports.put(service, port);
        }
        if (changed) {
            ports.write(file);
        }
        return ports;
    }

    int of(Service service) {
        return java.util.Objects.requireNonNull(ports.get(service));
    }

    private void write(Path file) throws IOException {
        Properties properties = new Properties();
        ports.forEach((service, port) -> properties.setProperty(service.key(), Integer.toString(port)));
        Path temporary = file.resolveSibling(file.getFileName() + ".new");
        try (Writer writer = Files.newBufferedWriter(temporary, StandardCharsets.UTF_8)) {
            properties.store(writer, "Loopback ports of the embedded cluster, chosen once");
        }
        try (FileChannel channel = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static int parse(String text) {
        boolean number = !text.isEmpty() && text.length() <= 5 && text.chars().allMatch(c -> c >= '0' && c <= '9');
        int port = number ? Integer.parseInt(text) : 0;
        return port > MAX_PORT ? 0 : port;
    }

    private static int choose(Set<Integer> used) throws IOException {
        for (int attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
            try (ServerSocket socket = bind(0)) {
                if (!used.contains(socket.getLocalPort())) {
                    return socket.getLocalPort();
                }
            }
        }
        throw new IOException("No free port on the loopback interface");
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = bind(port)) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }

    private static ServerSocket bind(int port) throws IOException {
        ServerSocket socket = new ServerSocket();
        try {
            // As the services themselves do: connections of a killed predecessor in TIME_WAIT do not count.
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getByAddress(LOOPBACK), port));
            return socket;
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }
}

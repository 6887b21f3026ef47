package org.symbolon.archive;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** One embedded cluster for all test classes of this process that ask for an {@link EmbeddedCluster}. */
final class TestCluster implements ParameterResolver {
    private static @Nullable Shared shared;

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == EmbeddedCluster.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(ExtensionContext.Namespace.GLOBAL)
                .computeIfAbsent(Ending.class, key -> new Ending(), Ending.class)
                .cluster();
    }

    /** For a class that runs clusters of its own: only one at a time fits into a process. */
    static synchronized void end() throws IOException {
        if (shared != null) {
            shared.close();
            shared = null;
        }
    }

    private static synchronized Shared running() throws IOException {
        Shared running = shared;
        if (running == null) {
            running = new Shared();
            shared = running;
        }
        return running;
    }

    /** Lives as long as the test run. */
    private static final class Ending implements AutoCloseable {
        EmbeddedCluster cluster() {
            try {
                return running().cluster;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void close() throws IOException {
            end();
        }
    }

    private static final class Shared {
        private final Path folder = Files.createTempDirectory("symbolon-cluster");
        private final EmbeddedCluster cluster = EmbeddedCluster.start(folder, EmbeddedOptions.defaults());

        Shared() throws IOException {}

        /** Closing twice is closing once. */
        void close() throws IOException {
            cluster.close();
            cluster.close();
            List<Path> files;
            try (Stream<Path> walk = Files.walk(folder)) {
                files = walk.sorted(Comparator.reverseOrder()).toList();
            }
            for (Path file : files) {
                Files.delete(file);
            }
        }
    }
}

package org.symbolon.receiver;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.symbolon.archive.DataCentreService;
import org.symbolon.model.CommandFailure;
import org.symbolon.model.Configuration;
import org.symbolon.model.ErrorCode;
import org.symbolon.model.SymbolonException;
import org.symbolon.receiver.internal.ReadyFile;
import picocli.CommandLine.Option;

/** {@code symbolon mdc start}: its options, and a data centre in the foreground until SIGTERM or SIGINT. */
final class MdcStart {
    private static final Logger LOG = LoggerFactory.getLogger(MdcStart.class);

    @Option(names = "--config", paramLabel = "FILE", description = "Settings; default: conf/mdc.properties if there.")
    private @Nullable Path config;

    @Option(names = "--data-dir", paramLabel = "DIR", description = "Same as -D data.dir=DIR.")
    private @Nullable Path dataDir;

    @Option(names = "-D", paramLabel = "KEY=VALUE", description = "A setting; goes before the file. May be repeated.")
    private Map<String, String> overrides = new LinkedHashMap<>();

    @Option(names = "--ready-file", paramLabel = "FILE", description = "Written as JSON, with all ports, when ready.")
    private @Nullable Path readyFile;

    /** Returns the exit code when the data centre has stopped. */
    int run(List<DataCentreService> services, PrintWriter out, PrintWriter err) throws Exception {
        try {
            runUntilStopped(services, out);
            return 0;
        } catch (SymbolonException | IOException e) {
            LOG.error("The data centre stops", e);
            return CommandFailure.explain(err, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return ErrorCode.INTERNAL.exitCode();
        }
    }

    private void runUntilStopped(List<DataCentreService> services, PrintWriter out)
            throws IOException, InterruptedException {
        if (readyFile != null) {
            Files.deleteIfExists(readyFile);
        }
        CountDownLatch stop = new CountDownLatch(1);
        CountDownLatch stopped = new CountDownLatch(1);
        // The virtual machine ends when its shutdown hooks have: this one waits for the orderly end below
        Thread hook = new Thread(() -> awaitEnd(stop, stopped), "mdc-stop");
        try (MdcServer server = MdcServer.start(settings(services))) {
            Runtime.getRuntime().addShutdownHook(hook);
            announce(server, out);
            stop.await();
        } finally {
            stopped.countDown();
            if (readyFile != null) {
                Files.deleteIfExists(readyFile);
            }
        }
    }

    private static void awaitEnd(CountDownLatch stop, CountDownLatch stopped) {
        stop.countDown();
        try {
            stopped.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private MdcSettings settings(List<DataCentreService> services) {
        Map<String, String> given = new LinkedHashMap<>(overrides);
        if (dataDir != null) {
            given.put("data.dir", dataDir.toString());
        }
        Path standard = Path.of(System.getProperty("symbolon.root", ""), "conf", "mdc.properties");
        Path file = config != null ? config : standard;
        boolean readFile = config != null || Files.exists(standard);
        Configuration configuration = readFile ? Configuration.read(file, given) : Configuration.of(given);
        return MdcSettings.from(configuration, System.getenv(), services);
    }

    private void announce(MdcServer server, PrintWriter out) throws IOException {
        ReadyFile ready = ReadyFile.of(server.addresses(), server.clusterConfiguration());
        if (readyFile != null) {
            ready.write(readyFile);
        }
        out.println(ready.line());
        out.flush();
    }
}

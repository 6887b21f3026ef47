package org.symbolon.launcher.demo;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.symbolon.model.ProgressLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code symbolon demo}. */
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description = {
            "Start a data centre and a hospital agent on this machine, archive a sample hospital through both, bring it home",
            "and prove that nothing changed and nothing leaked. Runs until Ctrl-C. A second demo goes on with the first one's data."
        })
public final class DemoCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(names = "--exit", description = "Stop after the round trip.")
    private boolean exit;

    @Option(
            names = "--input",
            paramLabel = "PATH",
            arity = "1..*",
            description = "Archive these files and folders instead of the sample; repeatable.")
    private List<Path> input = List.of();

    @Option(
            names = "--data-dir",
            paramLabel = "DIR",
            description = "Where everything lives (default: symbolon-data beside this command).")
    private @Nullable Path dataDir;

    @Option(names = "--json", description = "Print one JSON object as the last line of stdout.")
    private boolean json;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Path root = Path.of(System.getProperty("symbolon.root", "."));
        DemoFolder folder = DemoFolder.open(dataDir == null ? root.resolve("symbolon-data") : dataDir);
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        CountDownLatch interrupted = new CountDownLatch(1);
        try (Demo demo = new Demo(root, folder, new ProgressLine(err))) {
            // Ctrl-C and SIGTERM: the children end, by their own process ids, before this process does
            Thread end = new Thread(
                    () -> {
                        interrupted.countDown();
                        demo.close();
                    },
                    "demo-end");
            Runtime.getRuntime().addShutdownHook(end);
            demo.start();
            DemoReport report = demo.roundTrip(input);
            new DemoSummary(report, demo).print(json ? err : out);
            if (json) {
                out.println(new ObjectMapper().writeValueAsString(report));
                out.flush();
            }
            if (!exit) {
                (json ? err : out).println("Running. Ctrl-C stops both sides.");
                (json ? err : out).flush();
                interrupted.await();
            }
            return report.success() ? 0 : 1;
        }
    }
}

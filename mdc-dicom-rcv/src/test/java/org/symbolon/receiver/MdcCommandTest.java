package org.symbolon.receiver;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.symbolon.model.ErrorCode;
import picocli.CommandLine;

class MdcCommandTest {
    private final StringWriter err = new StringWriter();

    private int run(String... arguments) {
        return new CommandLine(new MdcCommand(List.of()))
                .setErr(new PrintWriter(err, true))
                .setOut(new PrintWriter(new StringWriter(), true))
                .execute(arguments);
    }

    @Test
    void saysWhatIsWrongWithTheSettings(@TempDir Path folder) throws Exception {
        Path config = Files.writeString(folder.resolve("mdc.properties"), "tls.keystroe = x\n");
        Path ready = Files.writeString(folder.resolve("ready.json"), "of an earlier run");
        int exitCode = run("start", "--config", config.toString(), "--ready-file", ready.toString());
        assertThat(exitCode).isEqualTo(ErrorCode.CONFIGURATION.exitCode());
        assertThat(err.toString()).contains("tls.keystore");
        assertThat(ready).doesNotExist();
    }

    @Test
    void needsASubCommandAndHelps() {
        assertThat(run()).isEqualTo(CommandLine.ExitCode.USAGE);
        assertThat(run("start", "--help")).isZero();
    }
}

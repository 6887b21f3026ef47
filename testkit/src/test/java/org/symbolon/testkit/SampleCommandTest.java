package org.symbolon.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class SampleCommandTest {
    @TempDir
    private Path folder = Path.of("");

    @Test
    void writesAndCounts() {
        StringWriter printed = new StringWriter();
        int exitCode = new CommandLine(new SampleCommand())
                .setOut(new PrintWriter(printed))
                .execute("--patients", "1", "--out", folder.resolve("new").toString(), "--json");
        assertThat(exitCode).isZero();
        assertThat(printed.toString())
                .matches(
                        "\\{\"patients\":1,\"studies\":3,\"instances\":\\d+,\"records\":6,\"bytes\":\\d+,\"seconds\":[0-9.]+}\\s+");
        assertThat(folder.resolve("new/gabriel")).isDirectory();
    }

    @Test
    void refusesToWriteNowhere() {
        int exitCode = new CommandLine(new SampleCommand())
                .setErr(new PrintWriter(new StringWriter()))
                .execute("--patients", "1");
        assertThat(exitCode).isEqualTo(2);
    }
}

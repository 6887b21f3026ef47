package org.symbolon.analytics.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JobJarsTest {
    @Test
    void jobOnYarnBringsItsJarsButNeitherHadoopNorALogger(@TempDir Path folder) throws IOException {
        Configuration job = new Configuration(false);
        job.set("mapreduce.framework.name", "yarn");
        new JobJars(folder).ship(job);
        List<Path> jars = Arrays.stream(job.getStrings("tmpjars"))
                .map(uri -> Path.of(URI.create(uri)))
                .toList();
        assertThat(jars).allMatch(Files::isRegularFile).hasSizeGreaterThan(20);
        assertThat(jars.stream().map(jar -> jar.getFileName().toString()))
                .anyMatch(name -> name.startsWith("hbase-client"))
                .anyMatch(name -> name.startsWith("jackson-databind"))
                .noneMatch(
                        name -> name.startsWith("hadoop-") || name.startsWith("slf4j") || name.startsWith("logback"));
    }

    @Test
    void jobInThisProcessBringsNone(@TempDir Path folder) throws IOException {
        Configuration job = new Configuration(false);
        new JobJars(folder).ship(job);
        assertThat(job.get("tmpjars")).isNull();
    }
}

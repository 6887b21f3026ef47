package org.symbolon.analytics.internal;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.apache.hadoop.conf.Configuration;
import org.symbolon.archive.DocumentRows;
import org.symbolon.model.ErrorCode;
import org.symbolon.model.SymbolonException;
import org.symbolon.model.visit.VisitRecord;

/**
 * What a task on another machine needs beside Hadoop itself: our code, the HBase client and what these use. The jars travel in the
 * distributed cache, in front of Hadoop's own, which has older versions of some.
 */
final class JobJars {
    /** A class of each jar. Hadoop and SLF4J are there already. */
    private static final List<String> NEEDED = List.of(
            "com.codahale.metrics.MetricRegistry",
            "com.fasterxml.jackson.annotation.JsonProperty",
            "com.fasterxml.jackson.core.JsonFactory",
            "com.fasterxml.jackson.databind.ObjectMapper",
            "io.opentelemetry.api.trace.Span",
            "io.opentelemetry.context.Context",
            "io.opentelemetry.semconv.trace.attributes.SemanticAttributes",
            "org.apache.commons.lang3.StringUtils",
            "org.apache.hadoop.hbase.HConstants",
            "org.apache.hadoop.hbase.client.Connection",
            "org.apache.hadoop.hbase.CompatibilityFactory",
            "org.apache.hadoop.hbase.logging.Log4jUtils",
            "org.apache.hadoop.hbase.mapreduce.TableInputFormat",
            "org.apache.hadoop.hbase.metrics.Snapshot",
            "org.apache.hadoop.hbase.metrics.impl.MetricRegistriesImpl",
            "org.apache.hadoop.hbase.protobuf.generated.ClientProtos",
            "org.apache.hadoop.hbase.shaded.protobuf.generated.ClientProtos",
            "org.apache.hadoop.hbase.unsafe.HBasePlatformDependent",
            "org.apache.hadoop.hbase.zookeeper.ZKUtil",
            "org.apache.hbase.thirdparty.com.google.common.collect.Lists",
            "org.apache.hbase.thirdparty.com.google.gson.Gson",
            "org.apache.hbase.thirdparty.com.google.protobuf.Message",
            "org.apache.hbase.thirdparty.io.netty.channel.Channel",
            "org.apache.jute.Record",
            "org.apache.zookeeper.ZooKeeper");

    private final Path folder;

    /** @param folder for jars made of class folders */
    JobJars(Path folder) {
        this.folder = folder;
    }

    /** Nothing where the job runs in this process. */
    void ship(Configuration job) throws IOException {
        if (Workspace.isLocal(job)) {
            return;
        }
        Set<String> jars = new LinkedHashSet<>();
        for (Class<?> own : List.of(JobJars.class, DocumentRows.class, VisitRecord.class)) {
            jars.add(jar(own).toUri().toString());
        }
        for (String name : NEEDED) {
            try {
                jars.add(jar(Class.forName(name, false, JobJars.class.getClassLoader()))
                        .toUri()
                        .toString());
            } catch (ClassNotFoundException e) {
                throw new SymbolonException(ErrorCode.INTERNAL, "A library of the job is missing: " + name, e);
            }
        }
        job.set("mapreduce.job.jar", jar(JobJars.class).toUri().toString());
        job.setStrings("tmpjars", jars.toArray(String[]::new));
        job.setBoolean("mapreduce.job.user.classpath.first", true);
    }

    private Path jar(Class<?> type) throws IOException {
        CodeSource source = type.getProtectionDomain().getCodeSource();
        try {
            Path path = Path.of(source.getLocation().toURI()).toAbsolutePath();
            return Files.isDirectory(path) ? packed(path, type.getSimpleName()) : path;
        } catch (URISyntaxException e) {
            throw new SymbolonException(ErrorCode.INTERNAL, "The place of a library is no URI", e);
        }
    }

    /** In a development tree the classes are not in a jar yet. */
    private Path packed(Path classes, String name) throws IOException {
        Path jar = folder.resolve(name + ".jar");
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream out = new JarOutputStream(file);
                Stream<Path> walk = Files.walk(classes)) {
            for (Path each : walk.filter(Files::isRegularFile).sorted().toList()) {
                URI entry = classes.toUri().relativize(each.toUri());
                out.putNextEntry(new ZipEntry(entry.getPath()));
                Files.copy(each, out);
                out.closeEntry();
            }
        }
        return jar;
    }
}

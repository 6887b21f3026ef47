package org.symbolon.analytics;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.hadoop.conf.Configuration;

/**
 * Starts {@link YarnClusterMain} and gives the settings that a client needs. Its containers see Hadoop's jars and what a job brings
 * along, nothing of this process.
 */
final class YarnProcess implements AutoCloseable {
    private static final Duration START = Duration.ofMinutes(3);
    private static final List<String> ADDRESSES = List.of(
            "yarn.resourcemanager.address",
            "yarn.resourcemanager.scheduler.address",
            "yarn.resourcemanager.webapp.address",
            "mapreduce.jobhistory.address",
            "yarn.app.mapreduce.am.staging-dir");
    private static final String OPENS = "--add-opens=java.base/java.lang=ALL-UNNAMED";

    private final Process process;
    private final Path folder;
    private final String classPath;

    private YarnProcess(Process process, Path folder, String classPath) {
        this.process = process;
        this.folder = folder;
        this.classPath = classPath;
    }

    /** @param jars class path of the cluster, as Maven lists it */
    static YarnProcess start(Path folder, Path jars, String hdfs) throws IOException, InterruptedException {
        String classPath = Files.readString(jars).strip();
        Path classes = Path.of(System.getProperty("user.dir"), "target/test-classes");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin/java").toString(),
                        "-Xmx400m",
                        OPENS,
                        "-cp",
                        classPath + ":" + classes,
                        YarnClusterMain.class.getName(),
                        hdfs,
                        folder.resolve("yarn.xml").toString())
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("yarn.log").toFile())
                .start();
        YarnProcess yarn = new YarnProcess(process, folder, classPath);
        long deadline = System.nanoTime() + START.toNanos();
        while (!Files.exists(folder.resolve("yarn.xml"))) {
            if (!process.isAlive() || System.nanoTime() > deadline) {
                yarn.close();
                throw new IOException("YARN did not start: " + Files.readString(folder.resolve("yarn.log")));
            }
            TimeUnit.MILLISECONDS.sleep(200);
        }
        return yarn;
    }

    /** Settings of the storage with those of this YARN. */
    Configuration configuration(Configuration storage) {
        Configuration cluster = new Configuration(false);
        cluster.addResource(
                new org.apache.hadoop.fs.Path(folder.resolve("yarn.xml").toUri()));
        Configuration client = new Configuration(storage);
        for (String key : ADDRESSES) {
            client.set(key, cluster.get(key, ""));
        }
        client.set("mapreduce.framework.name", "yarn");
        client.set("yarn.application.classpath", classPath.replace(':', ','));
        client.set("mapreduce.application.classpath", classPath.replace(':', ','));
        client.set("yarn.app.mapreduce.am.resource.mb", "512");
        client.set("yarn.app.mapreduce.am.command-opts", "-Xmx300m " + OPENS);
        client.set("mapreduce.map.memory.mb", "512");
        client.set("mapreduce.map.java.opts", "-Xmx300m " + OPENS);
        client.set("mapreduce.reduce.memory.mb", "512");
        client.set("mapreduce.reduce.java.opts", "-Xmx300m " + OPENS);
        client.set("mapreduce.task.io.sort.mb", "32");
        return client;
    }

    @Override
    public void close() throws IOException {
        process.getOutputStream().close();
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}

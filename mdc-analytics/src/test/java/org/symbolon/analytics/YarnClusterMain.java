package org.symbolon.analytics;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.mapreduce.v2.MiniMRYarnCluster;

/**
 * A YARN of one node in a process of its own, on the class path of plain Hadoop. Arguments: address of the HDFS, file to write its
 * settings to. Ends with its standard input.
 */
final class YarnClusterMain {
    private YarnClusterMain() {}

    public static void main(String[] arguments) throws IOException {
        Configuration settings = new Configuration();
        settings.set("fs.defaultFS", arguments[0]);
        settings.set("yarn.app.mapreduce.am.staging-dir", "/tmp/yarn-staging");
        settings.set("yarn.scheduler.minimum-allocation-mb", "128");
        settings.set("yarn.nodemanager.resource.memory-mb", "2048");
        settings.setBoolean("yarn.nodemanager.disk-health-checker.enable", false);
        try (MiniMRYarnCluster cluster = new MiniMRYarnCluster("symbolon", 1)) {
            cluster.init(settings);
            cluster.start();
            Path file = Path.of(arguments[1]);
            Path part = Path.of(arguments[1] + ".part");
            try (OutputStream out = Files.newOutputStream(part)) {
                cluster.getConfig().writeXml(out);
            }
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
            while (System.in.read() >= 0) {
                // until the test closes it
            }
        }
        System.exit(0);
    }
}

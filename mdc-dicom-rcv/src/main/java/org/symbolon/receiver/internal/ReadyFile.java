package org.symbolon.receiver.internal;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.hadoop.conf.Configuration;

/**
 * What a data centre tells those who started it, when it is ready.
 *
 * @param addresses where each service listens, DICOM first
 */
public record ReadyFile(Map<String, InetSocketAddress> addresses, String hdfs, String zookeeper) {
    /** The name of the DICOM receiver among the services. */
    public static final String DICOM = "dicom";

    public ReadyFile {
        addresses = Collections.unmodifiableMap(new LinkedHashMap<>(addresses));
    }

    public static ReadyFile of(Map<String, InetSocketAddress> addresses, Configuration cluster) {
        return new ReadyFile(
                addresses,
                cluster.get("fs.defaultFS", ""),
                cluster.get("hbase.zookeeper.quorum", "") + ":"
                        + cluster.get("hbase.zookeeper.property.clientPort", "2181"));
    }

    /** The same for a person. */
    public String line() {
        String listening = addresses.entrySet().stream()
                .map(each -> (each.getKey().equals(DICOM) ? "DICOM" : each.getKey()) + " "
                        + each.getValue().getAddress().getHostAddress() + ":"
                        + each.getValue().getPort())
                .collect(Collectors.joining(", "));
        return "Data centre ready: " + listening + ", HDFS " + hdfs + ", ZooKeeper " + zookeeper;
    }

    /** Appears whole or not at all. */
    public void write(Path file) throws IOException {
        ByteArrayOutputStream json = new ByteArrayOutputStream();
        try (JsonGenerator generator = new JsonFactory().createGenerator(json)) {
            generator.writeStartObject();
            generator.writeNumberField("pid", ProcessHandle.current().pid());
            for (Map.Entry<String, InetSocketAddress> each : addresses.entrySet()) {
                generator.writeObjectFieldStart(each.getKey());
                generator.writeStringField("host", each.getValue().getAddress().getHostAddress());
                generator.writeNumberField("port", each.getValue().getPort());
                generator.writeEndObject();
            }
            generator.writeStringField("hdfs", hdfs);
            generator.writeStringField("zookeeper", zookeeper);
            generator.writeEndObject();
        }
        Path absolute = file.toAbsolutePath();
        Path temporary = absolute.resolveSibling(absolute.getFileName() + ".part");
        Files.write(temporary, json.toByteArray());
        Files.move(temporary, absolute, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}

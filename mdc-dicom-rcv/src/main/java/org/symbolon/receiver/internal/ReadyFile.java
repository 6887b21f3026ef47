package org.symbolon.receiver.internal;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.apache.hadoop.conf.Configuration;

/** What a data centre tells those who started it, when it is ready. */
public record ReadyFile(String dicomHost, int dicomPort, String hdfs, String zookeeper) {
    public static ReadyFile of(InetSocketAddress dicom, Configuration cluster) {
        return new ReadyFile(
                dicom.getAddress().getHostAddress(),
                dicom.getPort(),
                cluster.get("fs.defaultFS", ""),
                cluster.get("hbase.zookeeper.quorum", "") + ":"
                        + cluster.get("hbase.zookeeper.property.clientPort", "2181"));
    }

    /** Appears whole or not at all. */
    public void write(Path file) throws IOException {
        ByteArrayOutputStream json = new ByteArrayOutputStream();
        try (JsonGenerator generator = new JsonFactory().createGenerator(json)) {
            generator.writeStartObject();
            generator.writeNumberField("pid", ProcessHandle.current().pid());
            generator.writeObjectFieldStart("dicom");
            generator.writeStringField("host", dicomHost);
            generator.writeNumberField("port", dicomPort);
            generator.writeEndObject();
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

package org.symbolon.launcher.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Map;
import org.symbolon.archive.ArchiveOptions;
import org.symbolon.archive.ArchiveScan;
import org.symbolon.archive.ExternalCluster;
import org.symbolon.archive.ObjectArchive;
import org.symbolon.archive.PlainArchive;
import org.symbolon.archive.PlainRecordArchive;
import org.symbolon.archive.RecordArchive;
import org.symbolon.crosswalk.ObjectKey;
import org.symbolon.model.OrganisationId;

/** The data centre's disks as seen from outside, through its own HDFS and HBase: what it really holds, whatever its receivers say. */
final class DataCentreView implements AutoCloseable {
    private final ExternalCluster cluster;
    private final ObjectArchive archive;
    private final RecordArchive records;

    private DataCentreView(ExternalCluster cluster, ObjectArchive archive, RecordArchive records) {
        this.cluster = cluster;
        this.archive = archive;
        this.records = records;
    }

    /** @param ready what the data centre wrote when it was ready */
    static DataCentreView open(JsonNode ready) throws IOException {
        String quorum = ready.path("zookeeper").asText();
        ExternalCluster cluster = ExternalCluster.of(Map.of(
                "fs.defaultFS", ready.path("hdfs").asText(),
                "hbase.zookeeper.quorum", quorum.substring(0, quorum.lastIndexOf(':')),
                "hbase.zookeeper.property.clientPort", quorum.substring(quorum.lastIndexOf(':') + 1)));
        ArchiveOptions options =
                new ArchiveOptions("demo", (short) 1, ArchiveOptions.embedded().regions());
        return new DataCentreView(
                cluster, PlainArchive.open(cluster, options), PlainRecordArchive.open(cluster, options));
    }

    boolean holds(OrganisationId organisation, ObjectKey key) throws IOException {
        return key.isDocument()
                ? records.document(organisation, key.documentId(), key.dataSetSha256())
                        .isPresent()
                : archive.holds(organisation, key.sopUid(), key.seriesUid(), key.dataSetSha256());
    }

    ArchiveScan scan() {
        return archive.scan();
    }

    @Override
    public void close() throws IOException {
        try (RecordArchive second = records) {
            archive.close();
        } catch (IOException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IOException("The archive cannot be closed", e);
        } finally {
            cluster.close();
        }
    }
}

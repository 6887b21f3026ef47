package org.symbolon.archive.cli;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.util.EnumSet;
import java.util.UUID;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.CreateFlag;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.permission.FsPermission;
import org.symbolon.model.OrganisationId;

/**
 * HDFS: {@code /organisation/folder/name} below the path of the address. Only files are written: what the data centre indexes
 * goes through its receiver. Settings come from {@code core-site.xml} and {@code hdfs-site.xml} of the class path.
 */
public final class HdfsDestination implements Destination {
    private static final int BUFFER_BYTES = 64 * 1024;

    private final FileSystem files;
    private final Path incoming;
    private final Path root;

    /** Connects. */
    public HdfsDestination(URI address, OrganisationId organisation) throws IOException {
        Configuration configuration = new Configuration();
        // The default of 400 ms between attempts to close a file would cost each object that long (HDFS-9503)
        configuration.setIfUnset("dfs.client.block.write.locateFollowingBlock.initial.delay.ms", "1");
        configuration.setIfUnset("dfs.client.block.write.locateFollowingBlock.retries", "12");
        files = FileSystem.newInstance(address, configuration);
        Path base = address.getPath().isEmpty() ? new Path("/") : new Path(address.getPath());
        root = new Path(base, organisation.value());
        incoming = new Path(base, ".incoming-" + UUID.randomUUID());
    }

    @Override
    public Draft begin() throws IOException {
        Path temporary = new Path(incoming, UUID.randomUUID().toString());
        FSDataOutputStream stream = files.create(
                temporary,
                FsPermission.getFileDefault(),
                // SYNC_BLOCK: closing puts the last block on disk, before the rename
                EnumSet.of(CreateFlag.CREATE, CreateFlag.SYNC_BLOCK),
                BUFFER_BYTES,
                files.getDefaultReplication(temporary),
                files.getDefaultBlockSize(temporary),
                null);
        return new HdfsDraft(temporary, stream);
    }

    @Override
    public void close() throws IOException {
        files.delete(incoming, true);
        files.close();
    }

    private synchronized void rename(Path temporary, FileName name, String sha256) throws IOException {
        Path folder = new Path(root, name.folder());
        Path target = new Path(folder, name.name());
        files.mkdirs(folder);
        if (files.exists(target)) {
            if (Destination.hasContent(files.open(target), sha256)) {
                return;
            }
            target = new Path(folder, name.name() + "." + sha256.substring(0, CONFLICT_DIGITS));
            files.delete(target, false);
        }
        if (!files.rename(temporary, target)) {
            throw new FileNotFoundException("HDFS did not rename a received file to its name");
        }
    }

    private final class HdfsDraft implements Draft {
        private final Path temporary;
        private final FSDataOutputStream stream;

        HdfsDraft(Path temporary, FSDataOutputStream stream) {
            this.temporary = temporary;
            this.stream = stream;
        }

        @Override
        public OutputStream stream() {
            return stream;
        }

        @Override
        public void keep(FileName name, String sha256) throws IOException {
            stream.close();
            rename(temporary, name, sha256);
        }

        @Override
        public void close() throws IOException {
            stream.close();
            files.delete(temporary, false);
        }
    }
}

package org.symbolon.archive.internal;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.CreateFlag;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FileAlreadyExistsException;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Options;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.permission.FsPermission;
import org.apache.hadoop.hdfs.DistributedFileSystem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.symbolon.model.ErrorCode;
import org.symbolon.model.SymbolonException;

/**
 * Files of the archive in HDFS: written under a temporary name with SYNC_BLOCK, so that closing puts them on disk, and then
 * renamed to a name that must be free. Thread-safe.
 */
public final class ObjectFiles implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ObjectFiles.class);
    private static final int BUFFER_BYTES = 1 << 16;
    private static final int MAX_KNOWN_FOLDERS = 10_000;
    private static final String TEMPORARY_ROOT = "/tmp/symbolon/";

    private final DistributedFileSystem fileSystem;
    private final Path temporaryFolder;
    private final short replication;
    private final Set<Path> knownFolders = Collections.synchronizedSet(Collections.newSetFromMap(new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Path, Boolean> eldest) {
            return size() > MAX_KNOWN_FOLDERS;
        }
    }));

    private ObjectFiles(DistributedFileSystem fileSystem, Path temporaryFolder, short replication) {
        this.fileSystem = fileSystem;
        this.temporaryFolder = temporaryFolder;
        this.replication = replication;
    }

    /**
     * Removes what an earlier run of the same writer left half written.
     *
     * @param writer names the folder of temporary files
     */
    public static ObjectFiles open(Configuration configuration, String writer, short replication) throws IOException {
        FileSystem fileSystem = FileSystem.newInstance(configuration);
        if (!(fileSystem instanceof DistributedFileSystem distributed)) {
            fileSystem.close();
            throw new SymbolonException(
                    ErrorCode.CONFIGURATION, "The archive needs HDFS: fs.defaultFS names another kind of file system");
        }
        Path temporary = new Path(TEMPORARY_ROOT + writer);
        distributed.delete(temporary, true);
        distributed.mkdirs(temporary);
        return new ObjectFiles(distributed, temporary, replication);
    }

    Path newTemporary() {
        return new Path(temporaryFolder, UUID.randomUUID().toString());
    }

    FSDataOutputStream create(Path temporary) throws IOException {
        return fileSystem.create(
                temporary,
                FsPermission.getFileDefault(),
                EnumSet.of(CreateFlag.CREATE, CreateFlag.SYNC_BLOCK),
                BUFFER_BYTES,
                replication,
                fileSystem.getDefaultBlockSize(temporary),
                null);
    }

    /** Renames a closed temporary file, if nothing has the name yet. */
    boolean place(Path temporary, String location) throws IOException {
        Path target = new Path(location);
        Path folder = target.getParent();
        if (!knownFolders.contains(folder)) {
            fileSystem.mkdirs(folder);
            knownFolders.add(folder);
        }
        try {
            fileSystem.rename(temporary, target, Options.Rename.NONE);
            return true;
        } catch (FileAlreadyExistsException e) {
            LOG.debug("A stored object has the name already");
            return false;
        } catch (FileNotFoundException e) {
            knownFolders.remove(folder);
            throw e;
        }
    }

    void delete(Path temporary) throws IOException {
        fileSystem.delete(temporary, false);
    }

    /** Length of a stored file; -1 where there is none. */
    public long length(String location) throws IOException {
        try {
            return fileSystem.getFileStatus(new Path(location)).getLen();
        } catch (FileNotFoundException e) {
            return -1;
        }
    }

    public FSDataInputStream read(String location) throws IOException {
        return fileSystem.open(new Path(location), BUFFER_BYTES);
    }

    FileStatus[] list(Path folder) throws IOException {
        return fileSystem.listStatus(folder);
    }

    @Override
    public void close() throws IOException {
        fileSystem.close();
    }
}

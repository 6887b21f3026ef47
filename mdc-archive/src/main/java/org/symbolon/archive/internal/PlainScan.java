package org.symbolon.archive.internal;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.hbase.Cell;
import org.apache.hadoop.hbase.CellUtil;
import org.apache.hadoop.hbase.client.Result;
import org.apache.hadoop.hbase.client.ResultScanner;
import org.symbolon.archive.ArchiveScan;

/** Walks HDFS folder by folder and HBase table by table. */
public final class PlainScan implements ArchiveScan {
    private final ObjectFiles files;
    private final InstanceIndex index;

    public PlainScan(ObjectFiles files, InstanceIndex index) {
        this.files = files;
        this.index = index;
    }

    @Override
    public void forEachFile(FileVisitor visitor) throws IOException {
        Deque<Path> folders = new ArrayDeque<>();
        folders.push(new Path("/"));
        while (!folders.isEmpty()) {
            Path folder = folders.pop();
            for (FileStatus status : list(folder)) {
                if (status.isDirectory()) {
                    folders.push(status.getPath());
                } else {
                    visit(status, visitor);
                }
            }
        }
    }

    private FileStatus[] list(Path folder) throws IOException {
        try {
            return files.list(folder);
        } catch (FileNotFoundException e) {
            requireShortLived(folder, e);
            return new FileStatus[0];
        }
    }

    private void visit(FileStatus status, FileVisitor visitor) throws IOException {
        String path = status.getPath().toUri().getPath();
        InputStream content;
        try {
            content = files.read(path);
        } catch (FileNotFoundException e) {
            requireShortLived(status.getPath(), e);
            return;
        }
        try (content) {
            visitor.file(path, status.getLen(), content);
        }
    }

    /** HBase moves and deletes its own files, and temporary files become objects, at any time; objects stay. */
    private static void requireShortLived(Path path, FileNotFoundException cause) throws FileNotFoundException {
        String text = path.toUri().getPath();
        if (!text.startsWith("/hbase/") && !text.startsWith("/tmp/")) {
            throw cause;
        }
    }

    @Override
    public void forEachCell(CellVisitor visitor) throws IOException {
        for (IndexTable table : IndexTable.values()) {
            String name = table.hbaseName().getNameAsString();
            try (ResultScanner rows = index.scan(table)) {
                for (Result row = rows.next(); row != null; row = rows.next()) {
                    for (Cell cell : row.rawCells()) {
                        visitor.cell(
                                name,
                                CellUtil.cloneRow(cell),
                                CellUtil.cloneFamily(cell),
                                CellUtil.cloneQualifier(cell),
                                CellUtil.cloneValue(cell));
                    }
                }
            }
        }
    }

    @Override
    public long indexedInstances() throws IOException {
        long count = 0;
        try (ResultScanner rows = index.scanInstances()) {
            for (Result row = rows.next(); row != null; row = rows.next()) {
                count += row.size();
            }
        }
        return count;
    }
}

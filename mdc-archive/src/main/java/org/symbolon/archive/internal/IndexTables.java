package org.symbolon.archive.internal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.apache.hadoop.hbase.InvalidFamilyOperationException;
import org.apache.hadoop.hbase.TableExistsException;
import org.apache.hadoop.hbase.client.AsyncAdmin;
import org.apache.hadoop.hbase.client.AsyncConnection;
import org.apache.hadoop.hbase.client.ColumnFamilyDescriptor;
import org.apache.hadoop.hbase.client.TableDescriptor;

/** Makes the tables of the index, and gives those of an older data centre the column families that came later. */
final class IndexTables {
    private IndexTables() {}

    /** Returns when every table has every family. Harmless where two processes do it at the same time. */
    static void create(AsyncConnection connection, int regions) throws IOException {
        AsyncAdmin admin = connection.getAdmin();
        List<CompletableFuture<Void>> made = new ArrayList<>();
        for (IndexTable table : IndexTable.values()) {
            made.add(admin.tableExists(table.hbaseName())
                    .thenCompose(exists -> exists ? complete(admin, table) : create(admin, table, regions)));
        }
        for (CompletableFuture<Void> each : made) {
            Answers.await(each);
        }
    }

    private static CompletableFuture<Void> create(AsyncAdmin admin, IndexTable table, int regions) {
        byte[][] splits = table.splits(regions);
        CompletableFuture<Void> created = splits.length == 0
                ? admin.createTable(table.descriptor())
                : admin.createTable(table.descriptor(), splits);
        // Another process, or the run before a kill, made the table in the meantime.
        return unless(TableExistsException.class, created);
    }

    private static CompletableFuture<Void> complete(AsyncAdmin admin, IndexTable table) {
        return admin.getDescriptor(table.hbaseName()).thenCompose(present -> addFamilies(admin, table, present));
    }

    /** One after the other: each is a procedure that reopens the regions of the table. */
    private static CompletableFuture<Void> addFamilies(AsyncAdmin admin, IndexTable table, TableDescriptor present) {
        CompletableFuture<Void> done = CompletableFuture.completedFuture(null);
        for (ColumnFamilyDescriptor family : table.families()) {
            if (!present.hasColumnFamily(family.getName())) {
                done = done.thenCompose(before -> unless(
                        InvalidFamilyOperationException.class, admin.addColumnFamily(table.hbaseName(), family)));
            }
        }
        return done;
    }

    /** The same, where a failure of that class is a success. */
    private static CompletableFuture<Void> unless(Class<? extends Exception> harmless, CompletableFuture<Void> done) {
        return done.exceptionallyCompose(e -> harmless.isInstance(e) || harmless.isInstance(e.getCause())
                ? CompletableFuture.<Void>completedFuture(null)
                : CompletableFuture.<Void>failedFuture(e));
    }
}

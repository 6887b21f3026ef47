package org.symbolon.crosswalk.internal.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.symbolon.model.ErrorCode;
import org.symbolon.model.SymbolonException;

class GroupCommitterTest {
    @TempDir
    Path folder;

    private GroupCommitter committer;

    @BeforeEach
    void open() throws SQLException {
        committer = new GroupCommitter(connect());
        committer.call(connection -> {
            Schema.execute(connection, "CREATE TABLE number (number INTEGER PRIMARY KEY CHECK (number >= 0))");
            return true;
        });
    }

    @AfterEach
    void close() {
        committer.close();
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("test.db"));
    }

    @Test
    void whatIsAcknowledgedIsThere() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        List<Future<Integer>> results = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            int number = i;
            results.add(threads.submit(() -> committer.call(connection -> insert(connection, number))));
        }
        for (int i = 0; i < 500; i++) {
            assertThat(results.get(i).get(30, TimeUnit.SECONDS)).isEqualTo(i);
        }
        threads.shutdown();
        assertThat(count()).isEqualTo(500);
    }

    @Test
    void aRefusalIsUndoneAloneAndReachesItsCaller() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        AtomicInteger refused = new AtomicInteger();
        for (int i = 0; i < 400; i++) {
            int number = i;
            threads.execute(() -> {
                try {
                    committer.call(connection -> {
                        insert(connection, number);
                        if (number % 4 == 0) {
                            throw new SymbolonException(ErrorCode.NOT_FOUND, "no");
                        }
                        return number;
                    });
                } catch (SymbolonException e) {
                    assertThat(e.code()).isEqualTo(ErrorCode.NOT_FOUND);
                    refused.incrementAndGet();
                }
            });
        }
        threads.shutdown();
        assertThat(threads.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
        assertThat(refused).hasValue(100);
        assertThat(count()).isEqualTo(300);
    }

    @Test
    void aFaultOfTheDatabaseFailsItsGroupAndTheNextGoesOn() throws SQLException {
        assertThatThrownBy(() -> committer.call(connection -> insert(connection, -1)))
                .isInstanceOfSatisfying(
                        SymbolonException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.INTERNAL));
        assertThatThrownBy(() -> committer.call(connection -> {
                    insert(connection, 7);
                    throw new IllegalArgumentException("a defect");
                }))
                .isInstanceOf(SymbolonException.class);
        assertThat(committer.<Integer>call(connection -> insert(connection, 1))).isEqualTo(1);
        assertThat(count()).isEqualTo(1);
    }

    @Test
    void aFullDiskIsToldAndChangesNothing() throws SQLException {
        committer.call(connection -> insert(connection, 1));
        assertThatThrownBy(() -> committer.call(connection -> {
                    Schema.execute(connection, "PRAGMA max_page_count = 3");
                    Schema.execute(connection, "CREATE TABLE large AS SELECT randomblob(100000)");
                    return true;
                }))
                .isInstanceOfSatisfying(
                        SymbolonException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.OUT_OF_RESOURCES));
        committer.call(connection -> insert(connection, 2));
        assertThat(count()).isEqualTo(2);
    }

    @Test
    void closingCommitsWhatIsQueuedAndRefusesTheRest() throws SQLException {
        committer.call(connection -> insert(connection, 1));
        committer.close();
        assertThatThrownBy(() -> committer.call(connection -> insert(connection, 2)))
                .isInstanceOfSatisfying(
                        SymbolonException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.OUT_OF_RESOURCES));
        assertThat(count()).isEqualTo(1);
    }

    private static int insert(Connection connection, int number) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO number VALUES (?)")) {
            insert.setInt(1, number);
            insert.executeUpdate();
            return number;
        }
    }

    private int count() throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT count(*) FROM number")) {
            row.next();
            return row.getInt(1);
        }
    }
}

package org.symbolon.crosswalk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What an instance of a 250-image series costs on disk, before and after its series is compacted. */
class SizeTest {
    private static final Logger LOG = LoggerFactory.getLogger(SizeTest.class);
    private static final int INSTANCES = 250;
    private static final int SERIES = 8;

    @TempDir
    Path folder;

    /** Counted ones, and ones of which 29 digits do not compress. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void anInstanceOfASeriesIsSmall(boolean randomUids) throws IOException, SQLException {
        try (Keystore keystore = Samples.keystore(folder)) {
            try (Crosswalk crosswalk = Crosswalk.open(folder, keystore)) {
                Random random = new Random(9);
                for (int series = 0; series < SERIES; series++) {
                    int number = series;
                    String patient = crosswalk.patient(Samples.person(series)).id();
                    List<IdentityHalf> halves = IntStream.range(0, INSTANCES)
                            .mapToObj(i -> Samples.half(
                                    keystore.pseudonyms(), patient, number, i, randomUids ? digits(random) : ""))
                            .toList();
                    crosswalk.commitAll(halves);
                }
            }
            String patient = "x";
            int content = Samples.half(keystore.pseudonyms(), patient, 1, 1).content().length;
            long instances = (long) SERIES * INSTANCES;
            double sealed = sum("SELECT sum(length(sealed)) FROM half") / (double) instances;
            double dictionaries = sum("SELECT sum(length(sealed)) FROM series") / (double) instances;
            double file = Files.size(folder.resolve("crosswalk.db")) / (double) instances;
            LOG.info(
                    "Bytes an instance: content {}, sealed half {}, its share of the series' dictionary {}, of the file"
                            + " with all indexes {}",
                    content,
                    sealed,
                    dictionaries,
                    file);
            assertThat(sealed + dictionaries).isLessThan(250);
            assertThat(file).isLessThan(450);
            try (Crosswalk crosswalk = Crosswalk.open(folder, keystore)) {
                crosswalk.compact(List.of());
                CrosswalkInfo info = crosswalk.info();
                double used = (info.databaseBytes() - info.freeBytes()) / (double) instances;
                LOG.info(
                        "Compacted, bytes an instance: sealed with its share of the series {}, with all indexes {}",
                        info.sealedBytesAnInstance(),
                        used);
                assertThat(info.sealedBytesAnInstance()).isLessThan(64);
                assertThat(used).isLessThan(220);
            }
        }
    }

    private static String digits(Random random) {
        StringBuilder digits = new StringBuilder(".1");
        random.ints(29, '0', '9' + 1).forEach(digits::appendCodePoint);
        return digits.toString();
    }

    private long sum(String query) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("crosswalk.db"));
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }
}

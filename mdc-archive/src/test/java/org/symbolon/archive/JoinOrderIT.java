package org.symbolon.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.symbolon.model.InstanceRecord;
import org.symbolon.model.OrganisationId;

/** Records before images, images before records, some sent twice: what is found in the end is the same. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ExtendWith(TestCluster.class)
class JoinOrderIT {
    private static final int OBJECTS = 40;
    private static final int RECORDS = 16;
    private static final int NUMBERS = 12;
    private static final ArchiveOptions OPTIONS = new ArchiveOptions("join-test", (short) 1, 1);

    @SuppressWarnings("NullAway.Init")
    private PlainArchive objects;

    @SuppressWarnings("NullAway.Init")
    private PlainRecordArchive records;

    @SuppressWarnings("NullAway.Init")
    private Map<String, List<String>> expected;

    private interface Step {
        void send(OrganisationId organisation) throws IOException;
    }

    @BeforeAll
    void open(EmbeddedCluster cluster) throws IOException {
        objects = PlainArchive.open(cluster, OPTIONS);
        records = PlainRecordArchive.open(cluster, OPTIONS);
        OrganisationId inOrder = new OrganisationId("join-in-order");
        for (Step step : steps()) {
            step.send(inOrder);
        }
        expected = joined(inOrder);
        assertThat(expected.get("accession ACC1")).hasSize(20 + 4);
    }

    @AfterAll
    void close() throws IOException {
        records.close();
        objects.close();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void joinedResultDoesNotDependOnTheOrder(long seed) throws IOException {
        Random random = new Random(seed);
        OrganisationId organisation = new OrganisationId("join-" + seed);
        List<Step> steps = steps();
        for (int i = 0; i < 8; i++) {
            steps.add(steps.get(random.nextInt(steps.size())));
        }
        Collections.shuffle(steps, random);
        for (Step step : steps) {
            step.send(organisation);
        }
        assertThat(joined(organisation)).isEqualTo(expected);
    }

    private List<Step> steps() {
        List<Step> steps = new ArrayList<>();
        for (int number = 0; number < OBJECTS; number++) {
            SampleObject object = SampleObject.of(number, number, 320);
            steps.add(organisation -> object.store(objects, organisation));
        }
        for (int number = 0; number < RECORDS; number++) {
            SampleRecord record = SampleRecord.of(number);
            steps.add(organisation -> record.store(records, organisation));
        }
        return steps;
    }

    /** Everything that can be asked, without the organisation. */
    private Map<String, List<String>> joined(OrganisationId organisation) throws IOException {
        Map<String, List<String>> joined = new TreeMap<>();
        for (int number = 0; number < NUMBERS; number++) {
            List<String> found = new ArrayList<>();
            for (InstanceRecord instance : objects.accession(organisation, "ACC" + number)) {
                found.add(instance.sopInstanceUid() + " " + instance.dataSetSha256());
            }
            found.addAll(documents(records.accession(organisation, "ACC" + number)));
            joined.put("accession ACC" + number, found);
            joined.put("visit V" + number, documents(records.visit(organisation, "V" + number)));
            List<String> ofPatient = new ArrayList<>(objects.studiesOfPatient(organisation, "PSN" + number));
            ofPatient.addAll(documents(records.patient(organisation, "PSN" + number)));
            joined.put("patient PSN" + number, ofPatient);
        }
        return joined;
    }

    private static List<String> documents(List<DocumentRecord> documents) {
        return documents.stream()
                .map(document -> document.documentId() + " " + document.sha256() + " "
                        + document.visit().visits().get(0).number())
                .toList();
    }
}

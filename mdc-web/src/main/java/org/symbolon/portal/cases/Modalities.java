package org.symbolon.portal.cases;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.symbolon.archive.ObjectArchive;
import org.symbolon.model.InstanceRecord;
import org.symbolon.model.OrganisationId;

/** Which kinds of images lie under an accession number; asks the archive again after a while. Thread-safe. */
final class Modalities {
    private static final int MAX_KNOWN = 50_000;

    private final ObjectArchive objects;
    private final Duration keep;
    private final Clock clock;
    private final Map<Key, Known> known = new ConcurrentHashMap<>();

    private record Key(OrganisationId organisation, String accessionNumber) {}

    private record Known(Set<String> modalities, Instant since) {}

    Modalities(ObjectArchive objects, Duration keep, Clock clock) {
        this.objects = objects;
        this.keep = keep;
        this.clock = clock;
    }

    Set<String> of(OrganisationId organisation, Set<String> accessionNumbers) throws IOException {
        Set<String> modalities = new TreeSet<>();
        for (String accessionNumber : accessionNumbers) {
            modalities.addAll(of(new Key(organisation, accessionNumber)));
        }
        return modalities;
    }

    private Set<String> of(Key key) throws IOException {
        Known before = known.get(key);
        Instant now = clock.instant();
        if (before != null
                && !before.modalities().isEmpty()
                && before.since().plus(keep).isAfter(now)) {
            return before.modalities();
        }
        Set<String> modalities = new TreeSet<>();
        for (InstanceRecord instance : objects.accession(key.organisation(), key.accessionNumber())) {
            if (!instance.modality().isEmpty()) {
                modalities.add(instance.modality());
            }
        }
        if (known.size() >= MAX_KNOWN) {
            known.clear();
        }
        known.put(key, new Known(modalities, now));
        return modalities;
    }
}

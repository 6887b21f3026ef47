package org.symbolon.record.internal.fhir;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.symbolon.record.Place;
import org.symbolon.record.RecordPart;
import org.symbolon.record.internal.fhir.ReferenceTargets.Target;

/**
 * Which patient each resource of a bundle belongs to, by its references: the one that its subject (patient, beneficiary, for)
 * names; else the only one that it names anywhere; else the one that the resources it refers to belong to. What belongs to a
 * patient by its type, but names none or several, is doubtful; what names nobody and need not, such as a hospital, is common to
 * all. Filled by one thread; what {@link #parts} gives may be asked by several.
 */
final class FhirPatients {
    private static final String PATIENT = "Patient";
    private static final Set<String> CONTAINERS = Set.of("Bundle", "Parameters");
    private static final Set<String> SUBJECTS =
            Set.of("subject", "patient", "beneficiary", "for", "individual", "candidate");

    /** Never about one patient, whatever they refer to. */
    private static final Set<String> NOBODYS = Set.of(
            "Binary",
            "Endpoint",
            "HealthcareService",
            "Location",
            "Medication",
            "MessageHeader",
            "OperationOutcome",
            "Organization",
            "OrganizationAffiliation",
            "Practitioner",
            "PractitionerRole",
            "Substance");

    /** May be about a patient, and mostly is not. */
    private static final Set<String> SELDOM = Set.of("Device", "Group");

    private static final int MOST_ROUNDS = 6;
    private static final String NOBODY = "";

    private final FhirSource source;
    private final FhirResources resources;
    private final List<Unit> units = new ArrayList<>();
    private final IdentityHashMap<FhirNode, Unit> byNode = new IdentityHashMap<>();
    private final List<Met> references = new ArrayList<>();

    /** What an identifier in a reference calls the patient that other references call by address. */
    private final Map<String, String> byIdentifier = new HashMap<>();

    /** The reference that says most of each patient. */
    private final Map<String, FhirView> subjects = new LinkedHashMap<>();

    private final Map<String, FhirView> patients = new LinkedHashMap<>();

    /** Made when somebody asks whose a resource is. */
    private final Map<String, List<FhirView>> byOwner = new HashMap<>();

    private String first = NOBODY;

    private record Met(FhirView view, FhirElement element, Target target) {}

    /** A resource of the bundle with all that is inside it, and what surrounds it in its entry. */
    private static final class Unit {
        private final FhirNode entry;
        private final FhirNode resource;
        private final List<Met> references = new ArrayList<>();

        /** Null while unknown. */
        private @Nullable String owner;

        private boolean doubtful;

        private Unit(FhirNode entry, FhirNode resource) {
            this.entry = entry;
            this.resource = resource;
        }
    }

    FhirPatients(FhirSource source, FhirResources resources) {
        this.source = source;
        this.resources = resources;
        collect(source.root());
    }

    /** Whether the resource may hold others that do not belong together. */
    static boolean isCollection(FhirNode root) {
        return CONTAINERS.contains(root.resourceType);
    }

    private void collect(FhirNode around) {
        for (FhirMember member : around.members) {
            for (FhirNode item : member.items()) {
                if (!member.name().equals("resource") || !item.isResource()) {
                    collect(item);
                } else if (CONTAINERS.contains(item.resourceType)) {
                    collect(item);
                } else {
                    Unit unit = new Unit(around, item);
                    units.add(unit);
                    byNode.put(item, unit);
                }
            }
        }
    }

    /** A reference, in the order of the record. */
    void met(FhirNode reference, FhirElement element, Target target) {
        references.add(new Met(new FhirView(source, reference), element, target));
    }

    /** One, or those of the patients in the order of the record. */
    List<RecordPart> parts(List<Place> places) {
        share();
        units.stream()
                .filter(unit -> unit.resource.resourceType.equals(PATIENT))
                .forEach(this::addPatient);
        references.forEach(this::addAlias);
        units.forEach(this::decide);
        for (int round = 0; round < MOST_ROUNDS && follow(); round++) {
            // until nothing more is learned
        }
        for (Unit unit : units) {
            if (unit.owner == null && !unit.doubtful) {
                unit.doubtful = isOfSomebody(unit.resource.resourceType);
                unit.owner = NOBODY;
            }
        }
        Set<String> found = new LinkedHashSet<>(patients.keySet());
        units.stream().map(unit -> unit.owner == null ? NOBODY : unit.owner).forEach(found::add);
        found.remove(NOBODY);
        if (found.size() < 2) {
            return List.of();
        }
        FhirNode main = resources.patient().node();
        Unit mainUnit = main == null ? null : byNode.get(main);
        first = mainUnit == null || mainUnit.owner == null ? found.iterator().next() : mainUnit.owner;
        return divide(places);
    }

    /** Each reference to the unit around it. */
    private void share() {
        int unit = 0;
        for (Met met : references) {
            FhirNode node = met.view().node();
            int start = node == null ? 0 : node.start;
            while (unit < units.size() && units.get(unit).resource.end <= start) {
                unit++;
            }
            if (unit < units.size() && units.get(unit).resource.start <= start) {
                units.get(unit).references.add(met);
            }
        }
    }

    private void addPatient(Unit unit) {
        FhirView view = new FhirView(source, unit.resource);
        String id = view.text("id");
        String url = unit.entry == unit.resource ? "" : new FhirView(source, unit.entry).text("fullUrl");
        String key = !id.isEmpty() ? PATIENT + "/" + id : !url.isEmpty() ? url : "at " + unit.resource.start;
        FhirView same = patients.get(key);
        // of two servers, or one person in two versions
        if (same != null && !url.isEmpty() && !sameIdentifiers(same, view)) {
            key = url;
        }
        unit.owner = key;
        patients.putIfAbsent(key, view);
        for (FhirView identifier : view.all("identifier")) {
            byIdentifier.putIfAbsent(written(identifier), key);
        }
    }

    private static boolean sameIdentifiers(FhirView one, FhirView other) {
        List<FhirView> ones = one.all("identifier");
        List<FhirView> others = other.all("identifier");
        return (ones.isEmpty() || others.isEmpty())
                ? ones.isEmpty() && others.isEmpty()
                : others.stream()
                        .map(FhirPatients::written)
                        .anyMatch(ones.stream().map(FhirPatients::written).toList()::contains);
    }

    private static String written(FhirView identifier) {
        return identifier.text("system") + "|" + identifier.text("value");
    }

    private void addAlias(Met met) {
        if (met.target().isPatient() && !met.view().text("reference").isEmpty()) {
            for (FhirView identifier : met.view().all("identifier")) {
                byIdentifier.putIfAbsent(written(identifier), key(met, null));
            }
        }
    }

    /** What tells the patient that is referred to from others; {@link #NOBODY} where it is none. */
    private String key(Met met, @Nullable Unit unit) {
        if (!met.target().isPatient()) {
            return NOBODY;
        }
        FhirView view = met.view();
        String written = view.text("reference");
        if (written.startsWith("#")) {
            return unit == null ? NOBODY : contained(unit, written.substring(1));
        }
        Unit target = target(written, unit);
        if (target != null && target.owner != null) {
            return target.owner;
        }
        FhirView identifier = view.first("identifier");
        String alias = identifier.isPresent() ? byIdentifier.get(written(identifier)) : null;
        if (alias != null) {
            return alias;
        }
        if (!written.isEmpty()) {
            int history = written.indexOf("/_history/");
            return history < 0 ? written : written.substring(0, history);
        }
        return identifier.isPresent() ? written(identifier) : view.text("display");
    }

    /** On the server of the unit's own entry first: two servers may have the same id. */
    private @Nullable Unit target(String reference, @Nullable Unit unit) {
        FhirNode node = null;
        if (unit != null && unit.entry != unit.resource && reference.indexOf(':') < 0) {
            String url = new FhirView(source, unit.entry).text("fullUrl");
            int type = url.lastIndexOf("/" + unit.resource.resourceType + "/");
            node = type < 0
                    ? null
                    : resources.exactly(url.substring(0, type + 1) + reference).node();
        }
        node = node == null ? resources.resolve(reference).node() : node;
        return node == null ? null : byNode.get(node);
    }

    /** A patient inside the resource itself; another one of the same name may be in the next. */
    private String contained(Unit unit, String id) {
        for (FhirView each : new FhirView(source, unit.resource).all("contained")) {
            if (each.is(PATIENT) && each.text("id").equals(id)) {
                for (FhirView identifier : each.all("identifier")) {
                    String alias = byIdentifier.get(written(identifier));
                    if (alias != null) {
                        return alias;
                    }
                }
                FhirNode node = each.node();
                String key = "at " + (node == null ? 0 : node.start);
                patients.putIfAbsent(key, each);
                each.all("identifier").forEach(identifier -> byIdentifier.putIfAbsent(written(identifier), key));
                return key;
            }
        }
        return NOBODY;
    }

    private void decide(Unit unit) {
        String type = unit.resource.resourceType;
        if (unit.owner != null) {
            return;
        }
        if (NOBODYS.contains(type)) {
            unit.owner = NOBODY;
            return;
        }
        Set<String> direct = new LinkedHashSet<>();
        Set<String> anywhere = new LinkedHashSet<>();
        for (Met met : unit.references) {
            String key = key(met, unit);
            if (!key.isEmpty()) {
                boolean subject = SUBJECTS.contains(met.element().name())
                        && met.element()
                                .rule()
                                .equals(type + "." + met.element().name());
                (subject ? direct : anywhere).add(key);
                FhirView known = subjects.get(key);
                if (known == null || !known.first("identifier").isPresent()) {
                    subjects.put(key, met.view());
                }
            }
        }
        Set<String> keys = direct.isEmpty() ? anywhere : direct;
        if (keys.size() == 1) {
            unit.owner = keys.iterator().next();
        } else {
            unit.doubtful = keys.size() > 1;
        }
    }

    /** Takes over the patient of what is referred to; whether somebody's was found. */
    private boolean follow() {
        boolean found = false;
        for (Unit unit : units) {
            if (unit.owner != null || unit.doubtful) {
                continue;
            }
            Set<String> keys = new LinkedHashSet<>();
            for (Met met : unit.references) {
                Unit target = target(met.view().text("reference"), unit);
                if (target != null && target.owner != null && !target.owner.isEmpty()) {
                    keys.add(target.owner);
                }
            }
            if (keys.size() == 1) {
                unit.owner = keys.iterator().next();
                found = true;
            } else if (keys.size() > 1) {
                unit.doubtful = true;
            }
        }
        return found;
    }

    /** Whether resources of the type are about a patient. */
    private static boolean isOfSomebody(String type) {
        if (SELDOM.contains(type) || !FhirModel.isResource(type)) {
            return false;
        }
        FhirElement element = FhirElement.ofResource(type);
        for (String name : SUBJECTS) {
            FhirElement child = element.child(name);
            if (child != null
                    && child.dataType().equals("Reference")
                    && child.targets().contains(PATIENT)) {
                return true;
            }
        }
        return false;
    }

    private List<RecordPart> divide(List<Place> places) {
        Map<String, RecordPart> persons = new HashMap<>();
        Map<String, List<int[]>> ranges = new HashMap<>();
        RecordPart head = person(first, persons, ranges, places);
        List<RecordPart> parts = new ArrayList<>(units.size() + 1);
        parts.add(head);
        for (Unit unit : units) {
            String owner = unit.owner == null ? NOBODY : unit.owner;
            int start = unit.entry.isResource() ? unit.resource.start : unit.entry.start;
            int end = unit.entry.isResource() ? unit.resource.end : unit.entry.end;
            RecordPart person = owner.isEmpty() ? head : person(owner, persons, ranges, places);
            if (unit.doubtful) {
                parts.add(head.doubtful(start, unit.resource.path));
            } else {
                parts.add(owner.isEmpty() ? head.common(start) : person.again(start));
            }
            if (!owner.isEmpty()) {
                ranges.computeIfAbsent(owner, key -> new ArrayList<>()).add(new int[] {start, end});
            }
            // what is not an entry belongs to the record as a whole
            parts.add(head.again(end));
        }
        return parts;
    }

    private RecordPart person(
            String key, Map<String, RecordPart> persons, Map<String, List<int[]>> ranges, List<Place> places) {
        RecordPart known = persons.get(key);
        if (known != null) {
            return known;
        }
        RecordPart made = new RecordPart(
                0,
                () -> FhirIdentity.of(
                        of(key),
                        within(places, ranges.getOrDefault(key, List.of())),
                        subjects.getOrDefault(key, new FhirView(source, null)),
                        key.equals(first) ? "" : key));
        persons.put(key, made);
        return made;
    }

    private static List<Place> within(List<Place> places, List<int[]> ranges) {
        List<Place> inside = new ArrayList<>();
        for (int[] range : ranges) {
            inside.addAll(places.subList(firstFrom(places, range[0]), firstFrom(places, range[1])));
        }
        return inside;
    }

    private static int firstFrom(List<Place> places, int offset) {
        int low = 0;
        int high = places.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (places.get(middle).offset() < offset) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** The resources of the patient that the record begins with, and those of nobody. */
    FhirResources ofFirst() {
        return of(first);
    }

    private synchronized FhirResources of(String key) {
        if (byOwner.isEmpty()) {
            int unit = 0;
            for (FhirView each : resources.all()) {
                FhirNode node = each.node();
                int start = node == null ? 0 : node.start;
                while (unit < units.size() && units.get(unit).resource.end <= start) {
                    unit++;
                }
                boolean inside = unit < units.size() && units.get(unit).resource.start <= start;
                String owner = inside ? units.get(unit).owner : null;
                if (owner != null) {
                    byOwner.computeIfAbsent(owner.isEmpty() ? first : owner, k -> new ArrayList<>())
                            .add(each);
                }
            }
        }
        List<FhirView> own = new ArrayList<>();
        own.add(resources.root());
        own.addAll(byOwner.getOrDefault(key, List.of()));
        return resources.of(patients.getOrDefault(key, new FhirView(source, null)), own);
    }
}

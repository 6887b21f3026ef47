package org.symbolon.record.internal.fhir;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** All resources of a record, found by what references call them, and which of them is the patient. */
final class FhirResources {
    private static final Pattern TAIL = Pattern.compile("(?:^|/)([A-Z][A-Za-z]{1,63}/[^/?#]+)(?:/_history/[^/]*)?$");

    private final FhirSource source;
    private final FhirView root;
    private final List<FhirView> all;
    private final Map<String, FhirView> byReference;
    private final FhirView patient;

    FhirResources(FhirSource source) {
        this.source = source;
        this.all = new ArrayList<>();
        this.byReference = new HashMap<>();
        this.root = new FhirView(source, source.root());
        collect(source.root(), "", false);
        this.patient = findPatient();
    }

    private FhirResources(FhirResources whole, List<FhirView> some, FhirView patient) {
        this.source = whole.source;
        this.root = whole.root;
        this.all = some;
        this.byReference = whole.byReference;
        this.patient = patient;
    }

    /** What has that very address; a view of nothing where nothing has. */
    FhirView exactly(String address) {
        FhirView found = byReference.get(address);
        return found == null ? new FhirView(source, null) : found;
    }

    /** Those of one patient; references lead to all. */
    FhirResources of(FhirView other, List<FhirView> some) {
        return new FhirResources(this, some, other);
    }

    private void collect(FhirNode node, String fullUrl, boolean contained) {
        if (node.isResource()) {
            FhirView view = new FhirView(source, node);
            all.add(view);
            if (!fullUrl.isEmpty()) {
                byReference.putIfAbsent(fullUrl, view);
                Matcher tail = TAIL.matcher(fullUrl);
                if (tail.find()) {
                    byReference.putIfAbsent(tail.group(1), view);
                }
            }
            String id = view.text("id");
            if (!id.isEmpty()) {
                byReference.putIfAbsent(contained ? "#" + id : node.resourceType + "/" + id, view);
            }
        }
        String inner = fullUrl;
        boolean known = node.isResource();
        for (int i = 0; i < node.members.size(); i++) {
            FhirMember member = node.members.get(i);
            if (!known && member.name().equals("resource")) {
                known = true;
                inner = new FhirView(source, node).text("fullUrl");
            }
            List<FhirNode> items = member.items();
            for (int j = 0; j < items.size(); j++) {
                FhirNode item = items.get(j);
                if (!item.members.isEmpty()) {
                    boolean resource = member.name().equals("resource");
                    collect(item, resource ? inner : "", member.name().equals("contained"));
                }
            }
        }
    }

    private FhirView findPatient() {
        for (FhirView each : all) {
            if (each.is("Composition")) {
                FhirView subject = resolve(each.text("subject", "reference"));
                if (subject.is("Patient")) {
                    return subject;
                }
            }
        }
        for (FhirView each : all) {
            if (each.is("Patient")) {
                return each;
            }
        }
        return new FhirView(source, null);
    }

    FhirView root() {
        return root;
    }

    /** In their order; those inside others follow them. */
    List<FhirView> all() {
        return all;
    }

    List<FhirView> all(String type) {
        List<FhirView> found = new ArrayList<>(2);
        for (FhirView each : all) {
            if (each.is(type)) {
                found.add(each);
            }
        }
        return found;
    }

    /** Whom the record is about: a view of nothing where there is no Patient resource. */
    FhirView patient() {
        return patient;
    }

    /** A view of nothing where it is not in this record. */
    FhirView resolve(String reference) {
        FhirView found = byReference.get(reference);
        if (found == null) {
            boolean longer = reference.indexOf("://") > 0 || reference.indexOf("/_history/") > 0;
            Matcher tail = TAIL.matcher(reference);
            found = longer && tail.find() ? byReference.get(tail.group(1)) : null;
        }
        return found == null ? new FhirView(source, null) : found;
    }
}

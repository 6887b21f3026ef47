package org.symbolon.record.internal.fhir;

import java.util.ArrayList;
import java.util.List;
import org.symbolon.record.internal.fhir.FhirNode.Kind;

/**
 * The spans of what is to be cut out, such that the rest stays well formed: in JSON with their commas, and whatever would be left
 * empty with them.
 */
final class FhirCuts {
    private final FhirPlaces places;
    private final boolean commas;

    FhirCuts(FhirPlaces places, boolean commas) {
        this.places = places;
        this.commas = commas;
    }

    void of(FhirNode root) {
        root.removed = false;
        if (!empty(root)) {
            return;
        }
        root.removed = false;
        inside(root);
    }

    /** Marks what nothing would remain of; false where nothing in there goes. */
    private boolean empty(FhirNode node) {
        boolean some = false;
        boolean all = !node.members.isEmpty();
        List<FhirMember> members = node.members;
        for (int i = 0; i < members.size(); i++) {
            FhirMember member = members.get(i);
            List<FhirNode> items = member.items();
            for (int j = 0; j < items.size(); j++) {
                FhirNode item = items.get(j);
                some |= item.removed || (!item.members.isEmpty() && empty(item));
            }
            if (!some) {
                all = false;
            } else if (!goes(member)) {
                all = false;
                keepPositions(member);
            }
        }
        boolean keeps = node.hasValue() || (node.isResource() && !commas);
        if (!keeps && all) {
            node.removed = true;
        }
        return some;
    }

    private static boolean goes(FhirMember member) {
        boolean some = false;
        for (int i = 0; i < member.items().size(); i++) {
            FhirNode item = member.items().get(i);
            if (item.kind != Kind.NULL && !item.removed) {
                return false;
            }
            some |= item.removed;
        }
        return some;
    }

    /** Siblings of primitives belong together by their position in the array. */
    private static void keepPositions(FhirMember member) {
        if (member.sibling()) {
            member.items().forEach(item -> item.removed = false);
        }
    }

    private void inside(FhirNode node) {
        List<Span> members = new ArrayList<>(node.members.size());
        for (FhirMember member : node.members) {
            FhirNode first = member.items().isEmpty() ? node : member.items().get(0);
            members.add(new Span(member.start(), member.end(), goes(member), first));
        }
        cut(members);
        for (FhirMember member : node.members) {
            if (goes(member)) {
                continue;
            }
            if (member.repeats()) {
                cut(member.items().stream()
                        .map(item -> new Span(item.start, item.end, item.removed, item))
                        .toList());
            }
            for (FhirNode item : member.items()) {
                if (!item.removed && !item.members.isEmpty()) {
                    inside(item);
                }
            }
        }
    }

    private void cut(List<Span> spans) {
        int i = 0;
        while (i < spans.size()) {
            if (!spans.get(i).goes) {
                i++;
                continue;
            }
            int last = i;
            while (commas && last + 1 < spans.size() && spans.get(last + 1).goes) {
                last++;
            }
            int start = commas && i > 0 ? spans.get(i - 1).end : spans.get(i).start;
            boolean before = commas && i == 0 && last + 1 < spans.size();
            places.removable(start, before ? spans.get(last + 1).start : spans.get(last).end, spans.get(i).node);
            i = last + 1;
        }
    }

    private record Span(int start, int end, boolean goes, FhirNode node) {}
}

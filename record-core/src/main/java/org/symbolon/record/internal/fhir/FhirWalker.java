package org.symbolon.record.internal.fhir;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.symbolon.model.ErrorCode;
import org.symbolon.model.SymbolonException;
import org.symbolon.record.PlaceType;
import org.symbolon.record.RecordOptions;
import org.symbolon.record.internal.fhir.FhirNode.Kind;
import org.symbolon.record.internal.fhir.ReferenceTargets.Target;

/** Walks a record along the model and gives every value its place. What the model does not know is marked to be cut out. */
final class FhirWalker {
    private static final String UNKNOWN_NAME = ".?";
    private static final Pattern SHORT_NUMBER = Pattern.compile("[0-9]{1,9}");

    private final FhirSource source;
    private final RecordOptions options;
    private final FhirPlaces places;
    private final ReferenceTargets targets;
    private final IdentifierPlaces identifiers;
    private final UriPlaces uris;
    private final @Nullable FhirPatients patients;

    /** @param patients told of every reference; null where nobody wants to know */
    FhirWalker(
            FhirSource source,
            FhirResources resources,
            FhirPlaces places,
            @Nullable FhirPatients patients,
            RecordOptions options) {
        this.patients = patients;
        this.source = source;
        this.options = options;
        this.places = places;
        this.targets = new ReferenceTargets(resources);
        this.identifiers = new IdentifierPlaces(source, places);
        this.uris = new UriPlaces(source, places, identifiers);
    }

    /**
     * What surrounds an element.
     *
     * @param owner the resource that it belongs to, or that the reference around it points to
     * @param name kind of the names of persons here
     * @param forced kind of the values of the extension around it; null outside such ones
     */
    record Scope(Target owner, PlaceType name, @Nullable PlaceType forced) {
        Scope in(FhirElement element) {
            boolean patient = owner.isPatient() && element.rule().equals("Patient.name");
            return new Scope(owner, patient ? PlaceType.PATIENT_NAME : PlaceType.OTHER_NAME, null);
        }
    }

    void walk(FhirNode root) {
        if (!FhirModel.isResource(root.resourceType)) {
            throw FhirFaults.unsupported("Not a resource of FHIR R4 or R5");
        }
        resource(root, FhirElement.ofResource(root.resourceType));
    }

    private void resource(FhirNode node, FhirElement element) {
        Scope scope = new Scope(targets.ofResource(node), PlaceType.OTHER_NAME, null);
        node.at(element);
        boolean typed = !source.hasCommas();
        for (int i = 0; i < node.members.size(); i++) {
            FhirMember member = node.members.get(i);
            if (!typed && member.name().equals(FhirMember.RESOURCE_TYPE) && !member.sibling()) {
                typed = true;
            } else {
                member(member, element, scope);
            }
        }
    }

    private void members(FhirNode node, FhirElement element, Scope scope) {
        // by index here and below: this is where the time goes, and iterators of short lists cost more than their items
        for (int i = 0; i < node.members.size(); i++) {
            member(node.members.get(i), element, scope);
        }
    }

    private void member(FhirMember member, FhirElement parent, Scope scope) {
        FhirElement element = parent.child(member.name());
        if (member.items().size() > options.maxEntries()) {
            throw new SymbolonException(
                    ErrorCode.LIMIT_EXCEEDED, "An array has at most " + options.maxEntries() + " items");
        }
        List<FhirNode> items = member.items();
        for (int i = 0; i < items.size(); i++) {
            FhirNode item = items.get(i);
            if (element == null || (member.sibling() && !element.isPrimitive())) {
                remove(item, parent.path() + UNKNOWN_NAME);
            } else {
                item(item, element, scope, member.sibling());
            }
        }
    }

    private void item(FhirNode node, FhirElement element, Scope scope, boolean sibling) {
        node.at(element);
        String dataType = element.dataType();
        if (node.kind == Kind.NULL) {
            return;
        }
        if (element.isPrimitive()) {
            primitive(node, element, scope, sibling);
        } else if (node.kind != Kind.OBJECT || node.hasValue()) {
            remove(node, element.path());
        } else if (dataType.equals(FhirElement.RESOURCE)) {
            nested(node, element);
        } else if (FhirElement.isExtension(element.name())) {
            extension(node, element, scope, ExtensionTable.of(url(node)));
        } else if (dataType.equals("Identifier")) {
            identifier(node, element, scope);
        } else if (dataType.equals("Reference")) {
            reference(node, element, scope);
        } else {
            members(node, element, scope.in(element));
        }
    }

    private void nested(FhirNode node, FhirElement element) {
        if (FhirModel.isResource(node.resourceType)) {
            resource(node, element.resource(node.resourceType));
        } else {
            remove(node, element.path());
        }
    }

    private void extension(FhirNode node, FhirElement element, Scope scope, ExtensionTable.@Nullable Known known) {
        if (known == null) {
            remove(node, element.path());
            return;
        }
        node.at(element);
        Scope inside = new Scope(scope.owner(), PlaceType.OTHER_NAME, known.type());
        for (FhirMember member : node.members) {
            FhirElement child = element.child(member.name());
            if (child != null && FhirElement.isExtension(member.name())) {
                for (FhirNode inner : member.items()) {
                    ExtensionTable.Known innerKnown = known.innerOf(url(inner));
                    extension(inner, child, inside, innerKnown == null ? ExtensionTable.of(url(inner)) : innerKnown);
                }
            } else {
                member(member, element, inside);
            }
        }
    }

    private String url(FhirNode extension) {
        return new FhirView(source, extension).text("url");
    }

    private void identifier(FhirNode node, FhirElement element, Scope scope) {
        FhirView view = new FhirView(source, node);
        PlaceType type = IdentifierPlaces.typeOf(view, scope.owner());
        String system = view.text("system");
        for (int i = 0; i < node.members.size(); i++) {
            FhirMember member = node.members.get(i);
            FhirElement child = member.sibling() ? null : element.child(member.name());
            if (child != null && member.name().equals("value")) {
                for (FhirNode item : member.items()) {
                    item.at(child);
                    identifiers.value(item, system, type);
                    members(item, child, scope);
                }
            } else if (child != null && member.name().equals("system")) {
                for (FhirNode item : member.items()) {
                    item.at(child);
                    identifiers.system(item);
                    members(item, child, scope);
                }
            } else {
                member(member, element, scope);
            }
        }
    }

    private void reference(FhirNode node, FhirElement element, Scope scope) {
        Target target = targets.of(new FhirView(source, node), element);
        if (patients != null) {
            patients.met(node, element, target);
        }
        Scope inside = new Scope(target, PlaceType.OTHER_NAME, null);
        for (int i = 0; i < node.members.size(); i++) {
            FhirMember member = node.members.get(i);
            FhirElement child = member.sibling() ? null : element.child(member.name());
            if (child != null && member.name().equals("reference")) {
                for (FhirNode item : member.items()) {
                    item.at(child);
                    uris.address(item, target);
                    members(item, child, scope);
                }
            } else if (child != null && member.name().equals("display")) {
                for (FhirNode item : member.items()) {
                    item.at(child);
                    places.whole(item, target.display());
                    members(item, child, scope);
                }
            } else {
                member(member, element, inside);
            }
        }
    }

    private void primitive(FhirNode node, FhirElement element, Scope scope, boolean sibling) {
        if (node.kind == Kind.ARRAY || (sibling && node.kind != Kind.OBJECT)) {
            remove(node, element.path());
            return;
        }
        if (source.hasCommas() && node.kind == Kind.OBJECT && !sibling) {
            remove(node, element.path());
            return;
        }
        if (element.dataType().equals("xhtml") && node.kind != Kind.OBJECT) {
            places.narrative(node, PlaceType.NARRATIVE);
        } else if (node.hasValue()) {
            value(node, element, scope);
        }
        members(node, element, scope);
    }

    private void value(FhirNode node, FhirElement element, Scope scope) {
        switch (element.rule()) {
            case "Bundle.entry.fullUrl",
                    "Bundle.entry.request.url",
                    "Bundle.entry.response.location",
                    "Bundle.link.url",
                    "Bundle.entry.link.url" -> {
                String type = ReferenceTargets.typeIn(source.text(node));
                uris.address(node, new Target(type, type.equals("Patient")));
            }
            case "Bundle.entry.request.ifNoneExist" -> uris.search(node);
            default -> {
                PlaceType type = typeOf(node, element, scope);
                if (type == null) {
                    uris.any(node);
                } else {
                    places.whole(node, type);
                }
            }
        }
    }

    /** Null for a URI, whose value decides. */
    private @Nullable PlaceType typeOf(FhirNode node, FhirElement element, Scope scope) {
        PlaceType type = element.placeType().orElse(null);
        if (element.rule().startsWith("HumanName.") && type == PlaceType.NARRATIVE) {
            return scope.name();
        }
        if (scope.forced() != null && element.rule().startsWith("Extension.value") && !isCoded(element)) {
            return scope.forced();
        }
        boolean version = element.rule().equals("Meta.versionId");
        return version && SHORT_NUMBER.matcher(source.text(node)).matches() ? PlaceType.VALUE : type;
    }

    private static boolean isCoded(FhirElement element) {
        return element.dataType().equals("code") || element.dataType().equals("boolean");
    }

    private void remove(FhirNode node, String path) {
        node.removed = true;
        unknown(node, path);
    }

    private void unknown(FhirNode node, String path) {
        node.path = path;
        if (node.kind == Kind.XHTML) {
            places.narrative(node, PlaceType.UNKNOWN);
            return;
        }
        places.whole(node, PlaceType.UNKNOWN);
        for (FhirMember member : node.members) {
            for (FhirNode item : member.items()) {
                unknown(item, path);
            }
        }
    }
}

package org.symbolon.record.internal.fhir;

import ca.uhn.fhir.context.BaseRuntimeChildDefinition;
import ca.uhn.fhir.context.BaseRuntimeElementDefinition;
import ca.uhn.fhir.context.BaseRuntimeElementDefinition.ChildTypeEnum;
import ca.uhn.fhir.context.RuntimeChildResourceDefinition;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.jspecify.annotations.Nullable;

/**
 * An element of the model as one record uses it: its path and data type. Each record has a tree of its own, so that a path is
 * one string however many values stand there. Used by one thread.
 */
final class FhirElement {
    /** Data type of a child that is itself a resource. */
    static final String RESOURCE = "Resource";

    private static final String EXTENSION = "Extension";

    private final String path;
    private final String rule;
    private final String name;
    private final BaseRuntimeElementDefinition<?> definition;
    private final @Nullable BaseRuntimeChildDefinition asChild;
    private final Map<String, FhirElement> children = new HashMap<>();

    private FhirElement(
            String path,
            String rule,
            String name,
            BaseRuntimeElementDefinition<?> definition,
            @Nullable BaseRuntimeChildDefinition asChild) {
        this.path = path;
        this.rule = rule;
        this.name = name;
        this.definition = definition;
        this.asChild = asChild;
    }

    /** The root of a resource of known type. */
    static FhirElement ofResource(String type, String path) {
        return new FhirElement(path, type, type, FhirModel.resource(type), null);
    }

    /** The resource of known type that stands at this element. */
    FhirElement resource(String type) {
        return children.computeIfAbsent(type, key -> ofResource(key, path));
    }

    /** Null where the model has none of that name. */
    @Nullable
    FhirElement child(String childName) {
        FhirElement known = children.get(childName);
        if (known != null) {
            return known;
        }
        FhirElement child = isExtension(childName) ? extension(childName) : modelled(childName);
        if (child != null) {
            children.put(childName, child);
        }
        return child;
    }

    private FhirElement extension(String childName) {
        return new FhirElement(path + "." + childName, EXTENSION, childName, FhirModel.extension(), null);
    }

    private @Nullable FhirElement modelled(String childName) {
        BaseRuntimeChildDefinition child = definition.getChildByName(childName);
        BaseRuntimeElementDefinition<?> type = child == null ? null : child.getChildByName(childName);
        if (type == null) {
            return null;
        }
        String childRule = isBlock() ? rule + "." + childName : definition.getName() + "." + childName;
        return new FhirElement(path + "." + childName, childRule, childName, type, child);
    }

    static boolean isExtension(String name) {
        return name.equals("extension") || name.equals("modifierExtension");
    }

    /** As places show it: {@code Bundle.entry.resource.name.family}. */
    String path() {
        return path;
    }

    /** From the innermost resource or data type on: {@code HumanName.family}, {@code Encounter.location.status}. */
    String rule() {
        return rule;
    }

    String name() {
        return name;
    }

    /** Name of the data type, {@link #RESOURCE}, or of a group of elements something else. */
    String dataType() {
        ChildTypeEnum kind = definition.getChildType();
        boolean resource = kind == ChildTypeEnum.RESOURCE || kind == ChildTypeEnum.CONTAINED_RESOURCE_LIST;
        return resource ? RESOURCE : definition.getName();
    }

    boolean isPrimitive() {
        return switch (definition.getChildType()) {
            case PRIMITIVE_DATATYPE, ID_DATATYPE, PRIMITIVE_XHTML, PRIMITIVE_XHTML_HL7ORG -> true;
            default -> false;
        };
    }

    private boolean isBlock() {
        ChildTypeEnum kind = definition.getChildType();
        return kind == ChildTypeEnum.RESOURCE || kind == ChildTypeEnum.RESOURCE_BLOCK;
    }

    /** Of a reference: the types of resource that it may name; empty where it may name any. */
    Set<String> targets() {
        Set<String> targets = new HashSet<>();
        if (asChild instanceof RuntimeChildResourceDefinition reference) {
            for (Class<? extends IBaseResource> type : reference.getResourceTypes()) {
                targets.add(type.getSimpleName());
            }
        }
        return targets.contains("IAnyResource") || targets.contains(RESOURCE) ? Set.of() : targets;
    }
}

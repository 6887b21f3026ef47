package org.symbolon.record.internal.fhir;

import ca.uhn.fhir.context.BaseRuntimeChildDefinition;
import ca.uhn.fhir.context.BaseRuntimeElementDefinition;
import ca.uhn.fhir.context.BaseRuntimeElementDefinition.ChildTypeEnum;
import ca.uhn.fhir.context.RuntimeChildResourceDefinition;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.jspecify.annotations.Nullable;
import org.symbolon.record.PlaceType;

/**
 * An element of the model: its path and data type. One tree for each type of resource serves all records, so that a path is one
 * string however many values stand there. What R4 does not know is looked up in R5. Thread-safe.
 */
final class FhirElement {
    /** Data type of a child that is itself a resource. */
    static final String RESOURCE = "Resource";

    private static final String EXTENSION = "Extension";

    /** Nesting makes ever new paths: those beyond are made anew for each record. */
    private static final int MOST_KEPT = 100_000;

    private static final AtomicInteger KEPT = new AtomicInteger();
    private static final Map<String, FhirElement> ROOTS = new ConcurrentHashMap<>();

    private final String path;
    private final String rule;
    private final String name;
    private final @Nullable FhirElement parent;
    private final BaseRuntimeElementDefinition<?> definition;
    private final Map<String, FhirElement> children = new ConcurrentHashMap<>(4);
    private final String dataType;
    private final boolean primitive;
    private final Optional<PlaceType> placeType;
    private final @Nullable Set<String> targets;

    private FhirElement(
            String path,
            String rule,
            String name,
            @Nullable FhirElement parent,
            BaseRuntimeElementDefinition<?> definition,
            @Nullable BaseRuntimeChildDefinition asChild) {
        this.path = path;
        this.rule = rule;
        this.name = name;
        this.parent = parent;
        this.definition = definition;
        ChildTypeEnum kind = definition.getChildType();
        boolean resource = kind == ChildTypeEnum.RESOURCE || kind == ChildTypeEnum.CONTAINED_RESOURCE_LIST;
        this.dataType = resource ? RESOURCE : definition.getName();
        this.primitive = switch (kind) {
            case PRIMITIVE_DATATYPE, ID_DATATYPE, PRIMITIVE_XHTML, PRIMITIVE_XHTML_HL7ORG -> true;
            default -> false;
        };
        this.placeType = Optional.ofNullable(PlaceRules.of(rule, dataType, name));
        this.targets = dataType.equals("Reference") ? targetsOf(asChild) : null;
    }

    /** The root of a resource of known type. */
    static FhirElement ofResource(String type) {
        FhirElement known = ROOTS.get(type);
        return known != null ? known : ROOTS.computeIfAbsent(type, key -> ofResource(key, key));
    }

    private static FhirElement ofResource(String type, String path) {
        return new FhirElement(path, type, type, null, FhirModel.resource(type), null);
    }

    /** The resource of known type that stands at this element. */
    FhirElement resource(String type) {
        FhirElement known = children.get(type);
        return known != null ? known : kept(type, ofResource(type, path));
    }

    private FhirElement kept(String key, FhirElement child) {
        if (KEPT.get() < MOST_KEPT) {
            FhirElement before = children.putIfAbsent(key, child);
            if (before != null) {
                return before;
            }
            KEPT.incrementAndGet();
        }
        return child;
    }

    /** Null where the model has none of that name. */
    @Nullable
    FhirElement child(String childName) {
        FhirElement known = children.get(childName);
        if (known != null) {
            return known;
        }
        FhirElement child = isExtension(childName) ? extension(childName) : modelled(childName);
        return child == null ? null : kept(childName, child);
    }

    private FhirElement extension(String childName) {
        return new FhirElement(path + "." + childName, EXTENSION, childName, this, FhirModel.extension(), null);
    }

    private @Nullable FhirElement modelled(String childName) {
        FhirElement child = modelled(childName, definition);
        if (child != null) {
            return child;
        }
        BaseRuntimeElementDefinition<?> later = later();
        return later == null || later == definition ? null : modelled(childName, later);
    }

    private @Nullable FhirElement modelled(String childName, BaseRuntimeElementDefinition<?> model) {
        BaseRuntimeChildDefinition child = model.getChildByName(childName);
        BaseRuntimeElementDefinition<?> type = child == null ? null : child.getChildByName(childName);
        if (type == null) {
            return null;
        }
        String childRule = (isBlock(model) ? rule : model.getName()) + "." + childName;
        return new FhirElement(path + "." + childName, childRule, childName, this, type, child);
    }

    /** The same element in R5; null where there is none. */
    private @Nullable BaseRuntimeElementDefinition<?> later() {
        if (isExtension(name)) {
            return null;
        }
        if (parent == null) {
            return FhirModel.laterResource(rule);
        }
        BaseRuntimeElementDefinition<?> around = parent.later();
        BaseRuntimeChildDefinition child = around == null ? null : around.getChildByName(name);
        return child == null ? null : child.getChildByName(name);
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
        return dataType;
    }

    boolean isPrimitive() {
        return primitive;
    }

    /** Of its values; empty for a URI, whose value decides. */
    Optional<PlaceType> placeType() {
        return placeType;
    }

    private static boolean isBlock(BaseRuntimeElementDefinition<?> model) {
        ChildTypeEnum kind = model.getChildType();
        return kind == ChildTypeEnum.RESOURCE || kind == ChildTypeEnum.RESOURCE_BLOCK;
    }

    /** Of a reference: the types of resource that it may name; empty where it may name any. */
    Set<String> targets() {
        return targets == null ? Set.of() : targets;
    }

    private static Set<String> targetsOf(@Nullable BaseRuntimeChildDefinition asChild) {
        Set<String> targets = new HashSet<>();
        if (asChild instanceof RuntimeChildResourceDefinition reference) {
            for (Class<? extends IBaseResource> type : reference.getResourceTypes()) {
                targets.add(type.getSimpleName());
            }
        }
        return targets.contains("IAnyResource") || targets.contains(RESOURCE) ? Set.of() : Set.copyOf(targets);
    }
}

package org.symbolon.record.internal.fhir;

import ca.uhn.fhir.context.BaseRuntimeElementDefinition;
import ca.uhn.fhir.context.FhirContext;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * HAPI's models: R4, and R5 for what R4 does not know. Each is made once, when it is asked for first: it takes about a second.
 * Thread-safe.
 */
final class FhirModel {
    /** The types of resources that came after R4, so that R5 is loaded only for records that have something of it. */
    private static final Set<String> ONLY_R5 = Set.of(
            "ActorDefinition",
            "AdministrableProductDefinition",
            "ArtifactAssessment",
            "BiologicallyDerivedProductDispense",
            "Citation",
            "ClinicalUseDefinition",
            "ConditionDefinition",
            "DeviceAssociation",
            "DeviceDispense",
            "DeviceUsage",
            "EncounterHistory",
            "EvidenceReport",
            "FormularyItem",
            "GenomicStudy",
            "ImagingSelection",
            "Ingredient",
            "InventoryItem",
            "InventoryReport",
            "ManufacturedItemDefinition",
            "MedicinalProductDefinition",
            "NutritionIntake",
            "NutritionProduct",
            "PackagedProductDefinition",
            "Permission",
            "RegulatedAuthorization",
            "RequestOrchestration",
            "Requirements",
            "SubscriptionStatus",
            "SubscriptionTopic",
            "SubstanceDefinition",
            "TestPlan",
            "Transport");

    private FhirModel() {}

    /** Lazily, by the class loader's lock. */
    private static final class R4 {
        private static final FhirContext CONTEXT = FhirContext.forR4();
        private static final Set<String> RESOURCES = Set.copyOf(CONTEXT.getResourceTypes());
    }

    /** Lazily, by the class loader's lock. */
    private static final class R5 {
        private static final FhirContext CONTEXT = FhirContext.forR5();
        private static final Set<String> RESOURCES = Set.copyOf(CONTEXT.getResourceTypes());
    }

    static boolean isResource(String type) {
        return R4.RESOURCES.contains(type) || ONLY_R5.contains(type);
    }

    /** @param type a resource that {@link #isResource} knows */
    static BaseRuntimeElementDefinition<?> resource(String type) {
        return R4.RESOURCES.contains(type)
                ? R4.CONTEXT.getResourceDefinition(type)
                : R5.CONTEXT.getResourceDefinition(type);
    }

    /** As R5 has it; null where R5 has it no more. */
    static @Nullable BaseRuntimeElementDefinition<?> laterResource(String type) {
        return R5.RESOURCES.contains(type) ? R5.CONTEXT.getResourceDefinition(type) : null;
    }

    static BaseRuntimeElementDefinition<?> extension() {
        BaseRuntimeElementDefinition<?> extension = R4.CONTEXT.getElementDefinition("Extension");
        if (extension == null) {
            throw new IllegalStateException("R4 has extensions");
        }
        return extension;
    }
}

package org.symbolon.record.internal.fhir;

import ca.uhn.fhir.context.BaseRuntimeElementDefinition;
import ca.uhn.fhir.context.FhirContext;
import java.util.Set;

/** HAPI's model of R4, made once: it takes about a second. Thread-safe. */
final class FhirModel {
    private FhirModel() {}

    /** Lazily, by the class loader's lock. */
    private static final class Holder {
        private static final FhirContext CONTEXT = FhirContext.forR4();
        private static final Set<String> RESOURCES = Set.copyOf(CONTEXT.getResourceTypes());
    }

    static boolean isResource(String type) {
        return Holder.RESOURCES.contains(type);
    }

    /** @param type a resource that {@link #isResource} knows */
    static BaseRuntimeElementDefinition<?> resource(String type) {
        return Holder.CONTEXT.getResourceDefinition(type);
    }

    static BaseRuntimeElementDefinition<?> extension() {
        BaseRuntimeElementDefinition<?> extension = Holder.CONTEXT.getElementDefinition("Extension");
        if (extension == null) {
            throw new IllegalStateException("R4 has extensions");
        }
        return extension;
    }
}
